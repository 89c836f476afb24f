import type { LocalDate } from '../dates.ts';
import type { DeadlineWorkRow, MemberRow, TeamSnapshot } from '../feed.ts';
import type { PersonId } from '../ids.ts';
import { attendancesOf } from './attendance.ts';
import type { Attendance } from './attendance.ts';
import { sharesOfWork, windowOfWork } from './deadline-shares.ts';
import type { Job } from './fits.ts';
import { daysAhead, horizonOf, partsAMinute, weeksAhead } from './horizon.ts';
import type { Horizon } from './horizon.ts';
import { carryingOf, recurringPieces } from './recurring.ts';
import type { PerScenario, Scenario } from './scenario.ts';

/** Somebody's part of a work with a deadline; days of the horizon, `last` included, `parts` in ten-thousandths of a minute. */
export type DeadlinePart = {
  row: DeadlineWorkRow;
  first: number;
  last: number;
  percent: number;
  parts: PerScenario<number>;
};

/** What one member carries in twelve weeks, before it is rounded and told. By week in ten-thousandths of a minute. */
export type PersonWork = {
  personId: PersonId;
  name: string;
  contract: readonly number[];
  /** Minutes by day. */
  capacity: readonly number[];
  recurring: number[];
  /** What of it belongs to organising. */
  organising: number[];
  /** Organising as they expect it themselves, which only they see: nothing in a picture of a team. */
  estimate: readonly number[];
  deadlines: DeadlinePart[];
};

export type TeamWork = {
  horizon: Horizon;
  attendances: ReadonlyMap<PersonId, Attendance>;
  people: PersonWork[];
  /** By week, what nobody does because who carries it is away. */
  standsStill: number[];
};

const zeros = (): number[] => Array.from({ length: weeksAhead }, () => 0);

const inOrderOfName = (one: MemberRow, other: MemberRow): number =>
  one.name.localeCompare(other.name, 'nl') || one.personId.localeCompare(other.personId);

/** Adds up what the members of a team carry in twelve weeks from that of `today`, in the order of their names. */
export const teamWork = (snapshot: TeamSnapshot, today: LocalDate): TeamWork => {
  const horizon = horizonOf(snapshot, today);
  const attendances = attendancesOf(snapshot, horizon);
  const work = new Map<PersonId, PersonWork>();
  for (const { personId, name } of Object.values(snapshot.member).toSorted(inOrderOfName)) {
    const { contract = [], capacity = [] } = attendances.get(personId) ?? {};
    const nothing = { recurring: zeros(), organising: zeros(), estimate: [], deadlines: [] };
    work.set(personId, { personId, name, contract, capacity, ...nothing });
  }
  const standsStill = zeros();
  const carrying = carryingOf(snapshot);
  for (const responsibility of Object.values(snapshot.responsibility)) {
    recurringPieces(
      responsibility,
      carrying(responsibility.id),
      { horizon, attendances },
      ({ week, carrier, parts }) => {
        if (carrier === null) addTo(standsStill, week, parts);
        const of = carrier === null ? undefined : work.get(carrier);
        if (!of) return;
        addTo(of.recurring, week, parts);
        if (responsibility.organising) addTo(of.organising, week, parts);
      },
    );
  }
  for (const row of Object.values(snapshot.deadlineWork))
    for (const [personId, part] of deadlinePartsOf(row, snapshot, horizon)) work.get(personId)?.deadlines.push(part);
  for (const { deadlines } of work.values()) deadlines.sort(inOrderOfDue);
  return { horizon, attendances, people: [...work.values()], standsStill };
};

const addTo = (weeks: number[], week: number, parts: number): void => {
  weeks[week] = (weeks[week] ?? 0) + parts;
};

const inOrderOfDue = (one: DeadlinePart, other: DeadlinePart): number =>
  one.last - other.last || one.row.id.localeCompare(other.row.id);

/** Who does which part of a work that still asks something in these weeks. */
const deadlinePartsOf = (
  row: DeadlineWorkRow,
  snapshot: TeamSnapshot,
  horizon: Horizon,
): [PersonId, DeadlinePart][] => {
  const responsibility = snapshot.responsibility[row.responsibilityId];
  if (row.doneOn !== null || !responsibility || responsibility.closedOn !== null) return [];
  const window = windowOfWork(row, horizon);
  if (window.first >= daysAhead) return [];
  return sharesOfWork(row, Object.values(snapshot.assignment), horizon.today).map(({ personId, percent }) => [
    personId,
    { row, ...window, percent, parts: partsOf(row, percent) },
  ]);
};

/** What a percentage of a work asks, in ten-thousandths of a minute. */
export const partsOf = (
  { leastMinutes, likelyMinutes, mostMinutes }: DeadlineWorkRow,
  percent: number,
): PerScenario<number> => {
  const aPercent = (percent * partsAMinute) / 100;
  return { least: leastMinutes * aPercent, likely: likelyMinutes * aPercent, most: mostMinutes * aPercent };
};

/** What somebody has to do in which days, for `overfullIntervals`: a week's recurring work has that week (rule W1.9). */
export const jobsOf = (
  { recurring, estimate, deadlines }: Pick<PersonWork, 'recurring' | 'estimate' | 'deadlines'>,
  scenario: Scenario,
): Job[] => [
  ...recurring.map((parts, week) => ({ first: 7 * week, last: 7 * week + 6, parts: parts + (estimate[week] ?? 0) })),
  ...deadlines.map(({ first, last, parts }) => ({ first, last, parts: parts[scenario] })),
];
