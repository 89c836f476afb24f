import type { TeamId } from '../ids.ts';
import { importLimits, importOutcomes, isFileProblem } from './import-fields.ts';
import type { ImportCounts, ImportOutcome, ImportProblem } from './import-fields.ts';

/** What would happen with one row, as a person recognises it. */
export type ImportEntry = {
  line: number;
  outcome: ImportOutcome;
  /** Who or what it is about. */
  name: string;
  team: string | null;
  minutesAWeek: number | null;
  /** Who carries it; empty for people. */
  people: string[];
};

/** A row that was looked at: `right` is what happens when nothing is wrong with it. */
export type LookedAt = Omit<ImportEntry, 'outcome'> & { right: 'new' | 'changed' | 'same'; problems: ImportProblem[] };

/** Rows to write, by the table they belong in; ids of what is not there yet are those that `newId` gave. */
export type ImportWrites = Record<string, object[]>;

export type ImportPlan = {
  entries: ImportEntry[];
  counts: ImportCounts;
  /** The first ones by line, those of the file as a whole first. */
  problems: ImportProblem[];
  problemCount: number;
  writable: boolean;
  /** The teams that are touched, sorted. */
  teams: TeamId[];
  /** Empty unless `writable`. */
  writes: ImportWrites;
};

/** A plan that is refused as a whole. */
export const refusedPlan = (problems: ImportProblem[]): ImportPlan =>
  finishPlan({ rows: [], fileProblems: problems, skipWrongRows: false, teams: new Set(), writes: {} });

/** Counts, sorts and, unless everything is right or wrong rows are left out, empties (rule IM9). */
export const finishPlan = (input: {
  rows: readonly LookedAt[];
  fileProblems: readonly ImportProblem[];
  skipWrongRows: boolean;
  teams: ReadonlySet<TeamId>;
  writes: ImportWrites;
}): ImportPlan => {
  const wrong: ImportOutcome = input.skipWrongRows ? 'skipped' : 'wrong';
  const entries = input.rows.map(({ line, name, team, minutesAWeek, people, right, problems }) => ({
    line,
    outcome: problems.length > 0 ? wrong : right,
    name,
    team,
    minutesAWeek,
    people,
  }));
  const counts: ImportCounts = { new: 0, changed: 0, same: 0, wrong: 0, skipped: 0 };
  for (const { outcome } of entries) counts[outcome] += 1;
  const problems = [...input.fileProblems, ...input.rows.flatMap((row) => row.problems)];
  const writable = counts.wrong === 0 && !problems.some(isFileProblem);
  return {
    entries,
    counts,
    problems: problems
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
      .slice(0, importLimits.listedProblems),
    problemCount: problems.length,
    writable,
    teams: [...input.teams].toSorted(),
    writes: writable ? input.writes : {},
  };
};

/** A few rows of every outcome, what happens first: enough to see whether columns were matched well. */
export const sampleOf = (entries: readonly ImportEntry[]): ImportEntry[] => {
  const byOutcome = Map.groupBy(entries, ({ outcome }) => outcome);
  const each = Math.floor(importLimits.listedRows / importOutcomes.length);
  return importOutcomes.flatMap((outcome) => (byOutcome.get(outcome) ?? []).slice(0, each));
};
