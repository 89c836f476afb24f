export const importKinds = ['people', 'responsibilities'] as const;
export type ImportKind = (typeof importKinds)[number];

export const weekdayFields = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type ImportField =
  | 'name'
  | 'email'
  | 'team'
  | 'domain'
  | 'hours'
  | (typeof weekdayFields)[number]
  | 'home'
  | 'from'
  | 'area'
  | 'title'
  | 'purpose'
  | 'criticality'
  | 'holders'
  | 'substitutes';

const required = (field: ImportField) => ({ field, required: true });
const optional = (field: ImportField) => ({ field, required: false });

/** What a file of each kind may say, in the order in which a screen asks for it. */
export const importFields: Record<ImportKind, readonly { field: ImportField; required: boolean }[]> = {
  people: [
    required('name'),
    required('email'),
    ...(['team', 'domain', 'hours', ...weekdayFields, 'home', 'from'] as const).map(optional),
  ],
  responsibilities: [
    required('team'),
    required('title'),
    ...(['domain', 'area', 'purpose', 'criticality', 'hours', 'holders', 'substitutes'] as const).map(optional),
  ],
};

/** Of each field the column that says it, from 0; null or absent when the file does not say it. */
export type ImportMapping = Partial<Record<ImportField, number | null>>;

export const importOutcomes = ['new', 'changed', 'same', 'wrong', 'skipped'] as const;
/** `wrong` stands in the way of the import; `skipped` does not, because the person chose to leave wrong rows out. */
export type ImportOutcome = (typeof importOutcomes)[number];
export type ImportCounts = Record<ImportOutcome, number>;

/** Reasons that concern the file as a whole: with one of these nothing can be imported (rule IM8). */
export const importFileReasons = [
  'tooLarge',
  'unreadable',
  'noRows',
  'tooManyRows',
  'tooManyColumns',
  /** A spreadsheet of before 2007 (`.xls`). */
  'oldSpreadsheet',
  'protectedSpreadsheet',
  /** Neither text nor a spreadsheet, whatever it is called. */
  'notAFile',
  /** A field that must be there has no column. */
  'missingColumn',
  /** Two fields read the same column. */
  'doubledColumn',
] as const;

/** Reasons that concern one row, and one column of it where that can be said. */
export const importRowReasons = [
  'wrongFieldCount',
  /** A cell that is counted by the spreadsheet: what it says depends on who opens it. */
  'formula',
  'empty',
  'tooLong',
  'badEmail',
  'badHours',
  'hoursAboveWeek',
  /** The hours of the days are not those of the week. */
  'hoursDisagree',
  'badYesNo',
  'badDate',
  'dateInFuture',
  'badCriticality',
  'badShare',
  'sharesAbove100',
  'unknownTeam',
  'unknownDomain',
  /** Several teams have this name: the domain must say which. */
  'ambiguousTeam',
  'unknownPerson',
  'notInTeam',
  'ambiguousPerson',
  'doubledPerson',
  /** Stands in where the file says carries, or the other way around. */
  'otherRole',
  /** The share is being handed over, so it cannot change beside that. */
  'handedOver',
  'ambiguousTitle',
  /** `otherLine` is another row about the same; also in the two below. */
  'doubledRow',
  'sameName',
  'nameDiffers',
  /** The address belongs to somebody who was erased. */
  'emailTaken',
  'homeElsewhere',
  /** Was in the team before, until later than `from`. */
  'earlierMembership',
] as const;
export type ImportFileReason = (typeof importFileReasons)[number];
export type ImportReason = ImportFileReason | (typeof importRowReasons)[number];

/**
 * One thing that is wrong. `line` is the row as an editor or a spreadsheet counts it (null: the file as a whole), `column`
 * its header as it stands in the file, `value` at most 80 characters of what was found.
 */
export type ImportProblem = {
  line: number | null;
  column: string | null;
  field: ImportField | null;
  reason: ImportReason;
  value?: string;
  otherLine?: number;
};

/** Lengths in characters (UTF-16 units), hours in minutes. */
export const importLimits = {
  bytes: 10 * 1024 * 1024,
  rows: 25_000,
  columns: 60,
  /** Of one cell that is read. */
  cell: 10_000,
  /** Characters of all cells together: in a spreadsheet thousands of cells may point at one text. */
  text: 40 * 1024 * 1024,
  listedProblems: 500,
  listedRows: 50,
  minutesAWeek: 60 * 60,
  minutesADay: 24 * 60,
} as const;

export const isFileProblem = ({ reason }: ImportProblem): boolean =>
  importFileReasons.some((fileReason) => fileReason === reason);
