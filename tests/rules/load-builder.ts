import type { DeadlineWorkRow, TeamSnapshot } from '@roer/domain/feed';
import { theId } from './team-builder.ts';

/** The n-th work with a deadline, of the first responsibility unless told: ten hours at least, fifteen at most. */
export const deadlineWork = (number: number, changed: Partial<DeadlineWorkRow> = {}): DeadlineWorkRow => ({
  id: theId('deadlineWork', number),
  responsibilityId: theId('responsibility', 1),
  title: `Work ${number}`,
  earliestStart: '2026-11-01',
  due: '2026-11-27',
  leastMinutes: 600,
  likelyMinutes: 720,
  mostMinutes: 900,
  shares: [],
  doneOn: null,
  version: 1,
  ...changed,
});

export const withDeadlines = (facts: TeamSnapshot, works: readonly DeadlineWorkRow[]): TeamSnapshot => ({
  ...facts,
  deadlineWork: Object.fromEntries(works.map((row) => [row.id, row])),
});

/** The n-th absence of a list has the n-th id; days are [from, until). */
export const withAbsences = (
  facts: TeamSnapshot,
  absences: readonly { person: number; from: string; until: string }[],
): TeamSnapshot => ({
  ...facts,
  absence: Object.fromEntries(
    absences.map(({ person, from, until }, index) => [
      theId('absence', index + 1),
      { id: theId('absence', index + 1), personId: theId('person', person), from, until },
    ]),
  ),
});

export const withOwnHolidays = (facts: TeamSnapshot, ownHolidays: string[]): TeamSnapshot => ({
  ...facts,
  team: Object.fromEntries(Object.entries(facts.team).map(([id, row]) => [id, { ...row, ownHolidays }])),
});
