import { catalogueLimits, isFileProblem, shown } from './catalogue-problem.ts';
import type { CatalogueProblem } from './catalogue-problem.ts';
import type { CatalogueFile, CatalogueRow } from './catalogue-file.ts';
import { findCircles, skippedWith } from './catalogue-parents.ts';

/** An item as the catalogue keeps it; `source` and `externalId` together are its key. */
export type CatalogueItemFields = {
  source: string;
  externalId: string;
  parentExternalId: string | null;
  name: string;
  kind: string;
  description: string;
};

/** `wrong` stands in the way of the import; `skipped` does not, because the person chose to leave wrong rows out. */
export type CatalogueOutcome = 'new' | 'changed' | 'same' | 'wrong' | 'skipped';

export type CatalogueEntry = {
  line: number;
  externalId: string;
  name: string;
  outcome: CatalogueOutcome;
  problems: CatalogueProblem[];
};

export type CataloguePlan = {
  /** One for each row, in the order of the file. */
  entries: CatalogueEntry[];
  /** `kept`: items of this source that the file does not mention; an import never removes (rule C14). */
  counts: Record<CatalogueOutcome | 'kept', number>;
  /** The first `catalogueLimits.listedProblems` problems by line, those of the file as a whole first. */
  problems: CatalogueProblem[];
  problemCount: number;
  /** Whether this may be written. With nothing to upsert, writing changes nothing. */
  writable: boolean;
  /** What to write, in the order of the file: the new and the changed. Empty unless `writable`. */
  upserts: CatalogueItemFields[];
};

export type CatalogueImport = Pick<CatalogueFile, 'rows' | 'problems' | 'dialect'> & {
  /** The catalogue now; items of other sources are ignored. */
  existing: readonly CatalogueItemFields[];
  source: string;
  skipWrongRows: boolean;
};

/**
 * The dry run of an import, and also what the import does: pure and deterministic (docs/rules/catalogue.md, C9–C14, C17).
 * Writing `upserts` by their key and planning the same file again gives only `same`.
 */
export const planCatalogueImport = (input: CatalogueImport): CataloguePlan => {
  const { rows, source, skipWrongRows } = input;
  const existing = new Map(
    input.existing.filter((item) => item.source === source).map((item) => [item.externalId, item]),
  );
  const problems = [...input.problems, ...relationProblems(input, existing)];
  if (skipWrongRows) {
    const wrong = new Set(problems.map(({ line }) => line));
    const skipped = skippedWith({ rows, existing, isWrong: ({ line }) => wrong.has(line) });
    problems.push(...skipped.map(({ row, code }) => parentProblem(input, row, code)));
  }

  const ofLine = Map.groupBy(problems, ({ line }) => line);
  const entries = rows.map((row): CatalogueEntry => {
    const mine = ofLine.get(row.line) ?? [];
    const right = () => outcomeOf(row, existing.get(row.externalId));
    const outcome = mine.length === 0 ? right() : skipWrongRows ? 'skipped' : 'wrong';
    return { line: row.line, externalId: row.externalId, name: row.name, outcome, problems: mine };
  });
  const counts = countOutcomes(entries, existing);
  const writable = counts.wrong === 0 && !problems.some(isFileProblem);
  const toWrite = rows.filter((_, index) => ['new', 'changed'].includes(entries[index]?.outcome ?? 'same'));
  return {
    entries,
    counts,
    problems: problems
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
      .slice(0, catalogueLimits.listedProblems),
    problemCount: problems.length,
    writable,
    upserts: writable ? toWrite.map((row) => itemOf(row, source)) : [],
  };
};

type ParentCode = 'unknownParent' | 'circularParents' | 'parentSkipped';

const parentProblem = ({ dialect }: CatalogueImport, row: CatalogueRow, code: ParentCode): CatalogueProblem => ({
  line: row.line,
  column: dialect?.columns.parent ?? null,
  code,
  value: shown(row.parentExternalId ?? ''),
});

const relationProblems = (
  input: CatalogueImport,
  existing: ReadonlyMap<string, CatalogueItemFields>,
): CatalogueProblem[] => {
  const { rows, dialect } = input;
  const column = dialect?.columns.id ?? null;
  const byId = Map.groupBy(rows, ({ externalId }) => externalId);
  const inCircle = findCircles(rows, existing);
  // The reading of a row with a wrong number of cells is a guess, about which nothing more is said.
  const guessed = new Set(input.problems.filter(({ code }) => code === 'wrongFieldCount').map(({ line }) => line));
  return rows
    .filter(({ line }) => !guessed.has(line))
    .flatMap((row) => {
      const found: CatalogueProblem[] = [];
      const [first, second] = byId.get(row.externalId) ?? [];
      const other = first === row ? second : first;
      if (row.externalId !== '' && other) {
        found.push({ line: row.line, column, code: 'doubledId', value: shown(row.externalId), otherLine: other.line });
      }
      const parent = row.parentExternalId;
      if (parent !== null && !byId.has(parent) && !existing.has(parent)) {
        found.push(parentProblem(input, row, 'unknownParent'));
      }
      if (inCircle.has(row)) found.push(parentProblem(input, row, 'circularParents'));
      return found;
    });
};

const itemOf = ({ externalId, parentExternalId, name, kind, description }: CatalogueRow, source: string) => ({
  source,
  externalId,
  parentExternalId,
  name,
  kind,
  description,
});

const outcomeOf = (row: CatalogueRow, item: CatalogueItemFields | undefined): CatalogueOutcome => {
  if (!item) return 'new';
  const same =
    item.parentExternalId === row.parentExternalId &&
    item.name === row.name &&
    item.kind === row.kind &&
    item.description === row.description;
  return same ? 'same' : 'changed';
};

const countOutcomes = (
  entries: readonly CatalogueEntry[],
  existing: ReadonlyMap<string, CatalogueItemFields>,
): CataloguePlan['counts'] => {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0, skipped: 0, kept: 0 };
  for (const { outcome } of entries) counts[outcome] += 1;
  const mentioned = new Set(entries.map(({ externalId }) => externalId));
  counts.kept = [...existing.keys()].filter((externalId) => !mentioned.has(externalId)).length;
  return counts;
};
