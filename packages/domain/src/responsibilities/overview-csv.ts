import type { Criticality, DutyRow, TeamSnapshot } from '../feed.ts';
import type { PersonId } from '../ids.ts';
import type { LocalDate } from '../dates.ts';
import type { CoveredResponsibility, deriveBoard } from './coverage.ts';
import { stillRecurs } from './duty-end.ts';

/** What the file tells of every responsibility, in this order. */
export const overviewColumns = [
  'area',
  'title',
  'purpose',
  'criticality',
  'hours',
  'holders',
  'substitutes',
  'coverage',
  'duties',
] as const;
export type OverviewColumn = (typeof overviewColumns)[number];

/** The words of one language, and how a spreadsheet of that language reads a file. */
export type OverviewWords = {
  column: Record<OverviewColumn, string>;
  criticality: (level: Criticality) => string;
  coverage: (responsibility: CoveredResponsibility) => string;
  /** What recurs, and how often. */
  duty: (duty: DutyRow) => string;
  /** How somebody is called, in full. */
  nameOf: (personId: PersonId) => string;
  separator: ';' | ',';
  decimal: ',' | '.';
};

/** The duties of a responsibility that still recur, in the order in which they were made. */
export const currentDuties = (
  snapshot: Pick<TeamSnapshot, 'duty'>,
  responsibility: { id: string },
  today: LocalDate,
): DutyRow[] =>
  Object.values(snapshot.duty)
    .filter((duty) => duty.responsibilityId === responsibility.id && stillRecurs(duty, today))
    .toSorted((one, other) => one.id.localeCompare(other.id));

/**
 * The team's overview as the text of a CSV file (rules R1.11, R1.12): one line per responsibility of `board`, which is
 * what `deriveBoard` gives.
 */
export const overviewCsv = (
  given: { board: ReturnType<typeof deriveBoard>; snapshot: TeamSnapshot; today: LocalDate },
  words: OverviewWords,
): string => {
  const { board, snapshot, today } = given;
  const lines = board.flatMap(({ area, responsibilities }) =>
    responsibilities.map((row) => [
      area.name,
      row.title,
      row.purpose,
      words.criticality(row.criticality),
      hoursIn(row.minutesAWeek, words.decimal),
      row.holders.map(({ personId, sharePercent }) => `${words.nameOf(personId)} (${sharePercent}%)`).join(', '),
      row.substitutes.map(({ personId }) => words.nameOf(personId)).join(', '),
      words.coverage(row),
      currentDuties(snapshot, row, today).map(words.duty).join('; '),
    ]),
  );
  return csvText([overviewColumns.map((column) => words.column[column]), ...lines], words.separator);
};

/** Minutes as hours with at most two decimals: 390 is "6,5". */
const hoursIn = (minutes: number, decimal: string): string =>
  String(Math.round((minutes / 60) * 100) / 100).replace('.', decimal);

/**
 * Cells as a CSV file by RFC 4180, with a byte order mark, by which office programs know that it is UTF-8. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front (rule R1.12): titles are written by people.
 */
export const csvText = (lines: readonly (readonly string[])[], separator: string): string =>
  `\uFEFF${lines.map((cells) => `${cells.map((cell) => quoted(harmless(cell), separator)).join(separator)}\r\n`).join('')}`;

// At the start of a cell; and after what a program of another language would take for the end of one.
const countable = /^(?=[=+\-@\t\r\n])|(?<=[;,\t\r\n] *)(?=[=@]|[+-]\S)/g;
const harmless = (cell: string): string => cell.replaceAll(countable, "'");

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
