import type { AssignmentRow, DelegationRow, ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { carriedOn } from '../responsibilities/delegation.ts';
import type { Attendance } from './attendance.ts';
import { dayOf, daysAhead, stretchOf } from './horizon.ts';
import type { Horizon } from './horizon.ts';

/**
 * What one person does of one responsibility in one week. `parts` are ten-thousandths of a minute. `carrier` is null for what
 * stands still because who holds it is away and nobody who stands in is there.
 */
export type Piece = { week: number; row: AssignmentRow; carrier: PersonId | null; parts: number };

/** Who carries a responsibility: its rows, and what of them is with somebody else for a while. */
export type Carrying = { assignments: readonly AssignmentRow[]; delegations: readonly DelegationRow[] };

/** The rows of every open responsibility, by responsibility. */
export const carryingOf = (
  snapshot: Pick<TeamSnapshot, 'assignment' | 'delegation'>,
): ((id: ResponsibilityId) => Carrying) => {
  const assignments = Map.groupBy(Object.values(snapshot.assignment), ({ responsibilityId }) => responsibilityId);
  const delegations = Map.groupBy(Object.values(snapshot.delegation), ({ responsibilityId }) => responsibilityId);
  return (id) => ({ assignments: assignments.get(id) ?? [], delegations: delegations.get(id) ?? [] });
};

type Context = { horizon: Horizon; attendances: ReadonlyMap<PersonId, Attendance> };

/**
 * The recurring work of one responsibility over twelve weeks (rules W1.1, W1.5): each holder's share of its hours, times the season
 * of the month of the week's Thursday. A day's part of the week goes by the holder's own weekdays. What falls on days that they are
 * away goes to who stands in and is there, in equal parts.
 */
export const recurringPieces = (
  responsibility: ResponsibilityRow,
  carrying: Carrying,
  { horizon, attendances }: Context,
  emit: (piece: Piece) => void,
): void => {
  if (responsibility.closedOn !== null || responsibility.minutesAWeek === 0) return;
  for (const { first, end, rows } of stretchesOf(carrying, horizon)) {
    const standIns = standInsOf(rows, { horizon, attendances });
    for (const row of rows) {
      const holder = attendances.get(row.personId);
      if (row.role !== 'holder' || !holder) continue;
      const held = stretchOf(horizon, row);
      const [from, until] = [Math.max(first, held.first), Math.min(end, held.end)];
      for (let week = Math.floor(from / 7); 7 * week < until; week += 1) {
        const aPercent = responsibility.minutesAWeek * (responsibility.season[horizon.months[week] ?? 0] ?? 100);
        if (aPercent === 0) continue;
        const [begin, stop] = [Math.max(from, 7 * week), Math.min(until, 7 * week + 7)];
        if (stop - begin === 7 && holder.wholeWeek[week]) {
          // The whole week, unless every day that they work is a free one.
          if (worksIn(holder, week)) emit({ week, row, carrier: row.personId, parts: row.sharePercent * aPercent });
        } else dayByDay({ row, holder, standIns, aPercent, week, begin, stop }, emit);
      }
    }
  }
};

const inOrderOfStart = (one: AssignmentRow, other: AssignmentRow): number =>
  one.from.localeCompare(other.from) || one.id.localeCompare(other.id);

const worksIn = ({ weights }: Attendance, week: number): boolean => {
  for (let day = 7 * week; day < 7 * week + 7; day += 1) if (weights[day]) return true;
  return false;
};

/** Stretches of days on which the same rows carry, delegations applied as `carriedOn` does. */
const stretchesOf = (
  { assignments, delegations }: Carrying,
  horizon: Horizon,
): { first: number; end: number; rows: readonly AssignmentRow[] }[] => {
  const near = delegations.filter(({ from, until }) => dayOf(horizon, from) < daysAhead && dayOf(horizon, until) > 0);
  if (near.length === 0) return [{ first: 0, end: daysAhead, rows: assignments }];
  const ends = near.map((range) => stretchOf(horizon, range)).flatMap(({ first, end }) => [first, end]);
  const bounds = [...new Set([0, ...ends, daysAhead])].toSorted((one, other) => one - other);
  const assignment = Object.fromEntries(assignments.map((row) => [row.id, row]));
  const delegation = Object.fromEntries(near.map((row) => [row.id, row]));
  return bounds.slice(0, -1).map((first, index) => ({
    first,
    end: bounds[index + 1] ?? daysAhead,
    rows: carriedOn({ assignment, delegation }, horizon.days[first] ?? horizon.today),
  }));
};

type StandIn = { attendance: Attendance; first: number; end: number };

/** Who stands in, in the order in which they began to. */
const standInsOf = (rows: readonly AssignmentRow[], { horizon, attendances }: Context): StandIn[] =>
  rows
    .filter(({ role }) => role === 'substitute')
    .toSorted(inOrderOfStart)
    .flatMap((row) => {
      const attendance = attendances.get(row.personId);
      return attendance ? [{ attendance, ...stretchOf(horizon, row) }] : [];
    });

type Days = {
  row: AssignmentRow;
  holder: Attendance;
  standIns: readonly StandIn[];
  /** What one percent of it asks in a whole week. */
  aPercent: number;
  week: number;
  begin: number;
  stop: number;
};

/** The days [begin, stop) of one week of one holder. Parts of days are rounded so that the seven of a week make up the week. */
const dayByDay = ({ row, holder, standIns, aPercent, week, begin, stop }: Days, emit: (piece: Piece) => void): void => {
  let total = 0;
  for (let day = 7 * week; day < 7 * week + 7; day += 1) total += holder.weights[day] ?? 0;
  if (total === 0) return;
  const sums = new Map<PersonId | null, number>();
  const add = (carrier: PersonId | null, parts: number): void => {
    if (parts > 0) sums.set(carrier, (sums.get(carrier) ?? 0) + parts);
  };
  let before = 0;
  let weight = 0;
  for (let day = 7 * week; day < stop; day += 1) {
    weight += holder.weights[day] ?? 0;
    const upTo = Math.round((aPercent * weight) / total);
    const ofDay = upTo - before;
    before = upTo;
    if (day < begin || ofDay === 0) continue;
    if (holder.there[day]) {
      add(row.personId, ofDay);
      continue;
    }
    const present = standIns.filter(({ attendance, first, end }) => first <= day && day < end && attendance.there[day]);
    if (present.length === 0) add(null, ofDay);
    const each = Math.floor(ofDay / present.length);
    present.forEach(({ attendance }, index) =>
      add(attendance.personId, each + (index < ofDay % present.length ? 1 : 0)),
    );
  }
  for (const [carrier, parts] of sums) emit({ week, row, carrier, parts: row.sharePercent * parts });
};
