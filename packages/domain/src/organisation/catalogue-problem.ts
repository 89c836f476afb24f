/** What a catalogue says of an item. The order is the one of the GEMMA file. */
export const catalogueFields = ['id', 'parent', 'name', 'kind', 'description'] as const;
export type CatalogueField = (typeof catalogueFields)[number];

/** Reasons that concern the file as a whole: with one of these nothing can be imported, not even by skipping rows (C5). */
export const catalogueFileProblemCodes = [
  /** More bytes than `catalogueLimits.bytes`; the file was not read. */
  'tooLarge',
  /** Not text, or a quote that never closes. `line` is where the unreadable row begins. */
  'unreadable',
  /** `value` is the `CatalogueField` without a column. */
  'missingColumn',
  /** The same known header twice; `value` is the `CatalogueField`. */
  'doubledColumn',
  'noRows',
  'tooManyRows',
] as const;

export type CatalogueProblemCode =
  | (typeof catalogueFileProblemCodes)[number]
  /** `value` is "found/expected", for example `4/5`. */
  | 'wrongFieldCount'
  | 'emptyId'
  | 'emptyName'
  | 'tooLong'
  /** `otherLine` is another line with the same id. */
  | 'doubledId'
  /** `value` is the parent's id, also in the three below. */
  | 'unknownParent'
  | 'circularParents'
  /** The row is right, but the row above it in the tree is skipped and the catalogue does not have it yet. */
  | 'parentSkipped';

/**
 * One thing that is wrong. `line` counts the lines of the file from 1 (null: the file as a whole), `column` is the
 * header as it stands in the file. `value` is at most 80 characters of what was found.
 */
export type CatalogueProblem = {
  line: number | null;
  column: string | null;
  code: CatalogueProblemCode;
  value?: string;
  otherLine?: number;
};

/** Lengths in characters (UTF-16 units). */
export const catalogueLimits = {
  bytes: 5 * 1024 * 1024,
  rows: 20_000,
  shortText: 200,
  description: 10_000,
  listedProblems: 500,
} as const;

const shownCharacters = 80;

/** What was found, short enough to show. */
export const shown = (value: string): string =>
  value.length <= shownCharacters ? value : `${value.slice(0, shownCharacters - 1)}…`;

export const isFileProblem = ({ code }: CatalogueProblem): boolean =>
  catalogueFileProblemCodes.some((fileCode) => fileCode === code);
