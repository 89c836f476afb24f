import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { DutyRow, DutySchedule, OccurrenceId, OccurrenceRow, TeamSnapshot } from '../feed.ts';
import { workdayUpTo } from '../holidays.ts';
import type { DutyId } from '../ids.ts';
import { stillRecurs } from './duty-end.ts';
import { occurrenceId } from './occurrence-id.ts';
import { recurrenceDates } from './recurrence.ts';

/**
 * How one date of a duty stands (rule R3.4). `overdue`: its day passed and the next date has not come; `missed`: the next
 * date has come, or the duty was ended. Nothing of this is stored: time alone changes it.
 */
export type OccurrenceState = 'done' | 'skipped' | 'upcoming' | 'today' | 'overdue' | 'missed';

/** One date of a duty. `recurrenceDate` is what the rule gave, `on` the day it is due after shifting and moving. */
export type Occurrence = {
  id: OccurrenceId;
  duty: DutyRow;
  recurrenceDate: LocalDate;
  on: LocalDate;
  dueTime: string | null;
  state: OccurrenceState;
  row: OccurrenceRow | null;
};

/** The day they are due, the first one first; those of one day in an order that is always the same. */
export const inOrderOfDay = (one: Occurrence, other: Occurrence): number =>
  one.on.localeCompare(other.on) || one.id.localeCompare(other.id);

/** More days than holidays and a weekend can move a date back. */
const furthestShift = 10;

/** The stretch in which each schedule of a duty holds. */
const stretchesOf = (duty: DutyRow): { schedule: DutySchedule; from: LocalDate; until: LocalDate | null }[] =>
  duty.schedules.map((schedule, index) => {
    const next = duty.schedules[index + 1]?.from ?? null;
    const until = next !== null && (duty.endedOn === null || next < duty.endedOn) ? next : duty.endedOn;
    return { schedule, from: schedule.from, until };
  });

/** The dates that a duty's rules give on [from, until), in order, each with the schedule that gave it (rule R3.2). */
const datesOf = (
  duty: DutyRow,
  range: { from: LocalDate; until: LocalDate },
): { recurrenceDate: LocalDate; schedule: DutySchedule }[] =>
  stretchesOf(duty).flatMap(({ schedule, from, until }) =>
    recurrenceDates(schedule, {
      from: from > range.from ? from : range.from,
      until: until !== null && until < range.until ? until : range.until,
    }).map((recurrenceDate) => ({ recurrenceDate, schedule })),
  );

/** The day that a schedule makes of a date. */
const dayOf = (schedule: DutySchedule, recurrenceDate: LocalDate): LocalDate =>
  schedule.shift === 'previousWorkday' ? workdayUpTo(recurrenceDate) : recurrenceDate;

const rowsByDuty = new WeakMap<TeamSnapshot['occurrence'], Map<DutyId, OccurrenceRow[]>>();

/** The rows of one duty. Rows of a snapshot are never changed in place, so they are sorted out once. */
const rowsOf = (rows: TeamSnapshot['occurrence'], dutyId: DutyId): readonly OccurrenceRow[] => {
  const known = rowsByDuty.get(rows) ?? Map.groupBy(Object.values(rows), (row) => row.dutyId);
  rowsByDuty.set(rows, known);
  return known.get(dutyId) ?? [];
};

/** Whether the rule that holds on that date gives it. */
export const occursOn = (duty: DutyRow, recurrenceDate: LocalDate): boolean =>
  datesOf(duty, { from: recurrenceDate, until: addDays(recurrenceDate, 1) }).length > 0;

/**
 * The dates of a duty that are due on [from, until), in order of that day. Settled and moved dates are there with their
 * row, also when a later rule would not give them any more; the others are derived.
 */
export const deriveOccurrences = (
  rows: TeamSnapshot['occurrence'],
  duty: DutyRow,
  { from, until, today }: { from: LocalDate; until: LocalDate; today: LocalDate },
): Occurrence[] => {
  // Which of them is the last one whose day came tells overdue from missed, so it looks up to today at least.
  const horizon = until > today ? until : addDays(today, 1);
  const given = new Set<LocalDate>();
  const days = new Set<LocalDate>();
  const all: Occurrence[] = [];
  for (const { recurrenceDate, schedule } of datesOf(duty, { from, until: addDays(horizon, furthestShift) })) {
    given.add(recurrenceDate);
    const row = rows[occurrenceId(duty.id, recurrenceDate)] ?? null;
    const day = dayOf(schedule, recurrenceDate);
    // Two dates that come to stand on one working day ask for one thing (rule R3.3).
    if (row || !days.has(day)) all.push(occurrenceOf(duty, { recurrenceDate, schedule, row }));
    days.add(day);
  }
  for (const row of rowsOf(rows, duty.id)) {
    if (given.has(row.recurrenceDate)) continue;
    // A date that was moved but that no rule gives any more fell away with that rule.
    if (row.state === 'open' && !occursOn(duty, row.recurrenceDate)) continue;
    const schedule = scheduleOn(duty, row.recurrenceDate);
    all.push(occurrenceOf(duty, { recurrenceDate: row.recurrenceDate, schedule, row }));
  }
  all.sort((one, other) => one.on.localeCompare(other.on) || one.recurrenceDate.localeCompare(other.recurrenceDate));
  // Of what was ended nothing waits any more.
  const waits = stillRecurs(duty, today);
  const lastDue = waits ? all.findLast(({ on }) => on <= today) : undefined;
  return all
    .filter(({ on }) => on >= from && on < until)
    .map((occurrence) => ({ ...occurrence, state: stateOf(occurrence, { today, isLast: occurrence === lastDue }) }));
};

const scheduleOn = (duty: DutyRow, date: LocalDate): DutySchedule => {
  const schedule = duty.schedules.findLast(({ from }) => from <= date) ?? duty.schedules[0];
  if (!schedule) throw new Error('A duty has a schedule.');
  return schedule;
};

const occurrenceOf = (
  duty: DutyRow,
  { recurrenceDate, schedule, row }: { recurrenceDate: LocalDate; schedule: DutySchedule; row: OccurrenceRow | null },
): Occurrence => ({
  id: occurrenceId(duty.id, recurrenceDate),
  duty,
  recurrenceDate,
  on: row?.movedTo ?? dayOf(schedule, recurrenceDate),
  dueTime: schedule.dueTime,
  state: 'upcoming',
  row,
});

const stateOf = (
  { on, row }: Occurrence,
  { today, isLast }: { today: LocalDate; isLast: boolean },
): OccurrenceState => {
  if (row && row.state !== 'open') return row.state;
  if (on > today) return 'upcoming';
  if (on === today) return 'today';
  return isLast ? 'overdue' : 'missed';
};

/** How far back the last date of a duty is looked for, in days: most recur often, and looking far takes long. */
const lookBacks = [45, 400, 8 * 366];

/** The last dates of a duty whose day came, latest last: at least `count` of them when there are. */
export const lastOccurrences = (
  rows: TeamSnapshot['occurrence'],
  duty: DutyRow,
  { today, count }: { today: LocalDate; count: number },
): Occurrence[] => {
  const until = addDays(today, 1);
  let found: Occurrence[] = [];
  for (const days of lookBacks) {
    const from = addDays(today, -days);
    found = deriveOccurrences(rows, duty, { from, until, today });
    const first = duty.schedules[0]?.from;
    if (found.length >= count || (first !== undefined && first >= from)) break;
  }
  return found.slice(-count);
};

/** The first date of a duty after today, or null when it has none in the coming eight years. */
export const nextOccurrence = (
  rows: TeamSnapshot['occurrence'],
  duty: DutyRow,
  { today }: { today: LocalDate },
): Occurrence | null => {
  const from = addDays(today, 1);
  for (const days of lookBacks) {
    const next = deriveOccurrences(rows, duty, { from, until: addDays(today, days), today }).find(
      ({ state }) => state === 'upcoming',
    );
    if (next) return next;
  }
  return null;
};
