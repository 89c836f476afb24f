import type { MemberRow, TeamSnapshot } from '../feed.ts';
import type { PersonId } from '../ids.ts';
import { daysAhead, stretchOf, weeksAhead } from './horizon.ts';
import type { Horizon } from './horizon.ts';

/**
 * One person of a team on the days of the horizon. `capacity`: minutes that they have for this team (rule W1.2).
 * `there`: a member and not absent. `weights`: how the work of a week lies over its days, by their own weekdays without free
 * days; all of a week are 0 when every day that they work is a free day (rule W1.6). `wholeWeek`: there on all days of a week that
 * have a weight.
 */
export type Attendance = {
  personId: PersonId;
  contract: number[];
  capacity: number[];
  there: boolean[];
  weights: number[];
  wholeWeek: boolean[];
};

/** Who has no hours, or is no member any more, has the working days that everybody has. */
const anyWorkday = [1, 1, 1, 1, 1, 0, 0];

export const attendanceOf = (
  horizon: Horizon,
  personId: PersonId,
  { member, absence }: { member: readonly MemberRow[]; absence: readonly { from: string; until: string }[] },
): Attendance => {
  const zeros = (): number[] => Array.from({ length: daysAhead }, () => 0);
  const [hours, there, weights] = [zeros(), zeros(), zeros()];
  for (const row of member) {
    const { first, end } = stretchOf(horizon, row);
    for (let day = first; day < end; day += 1) {
      hours[day] = row.minutesByWeekday[day % 7] ?? 0;
      there[day] = 1;
    }
    for (let day = 0; day < daysAhead; day += 1) weights[day] = row.minutesByWeekday[day % 7] ?? 0;
  }
  for (const range of absence) {
    const { first, end } = stretchOf(horizon, range);
    for (let day = first; day < end; day += 1) there[day] = 0;
  }
  const hasHours = weights.some((minutes) => minutes > 0);
  for (let day = 0; day < daysAhead; day += 1) {
    if (!hasHours) weights[day] = anyWorkday[day % 7] ?? 0;
    if (horizon.closed[day]) weights[day] = 0;
  }
  const weeks = Array.from({ length: weeksAhead }, (_, week) => week);
  const daysOf = (week: number): number[] => [0, 1, 2, 3, 4, 5, 6].map((weekday) => 7 * week + weekday);
  return {
    personId,
    contract: weeks.map((week) => daysOf(week).reduce((sum, day) => sum + (hours[day] ?? 0), 0)),
    capacity: hours.map((minutes, day) => (there[day] && !horizon.closed[day] ? minutes : 0)),
    there: there.map((is) => is === 1),
    weights,
    wholeWeek: weeks.map((week) => daysOf(week).every((day) => weights[day] === 0 || there[day] === 1)),
  };
};

/** Everybody who carries something of the team or is in it, by person. */
export const attendancesOf = (
  snapshot: Pick<TeamSnapshot, 'member' | 'absence' | 'assignment' | 'delegation'>,
  horizon: Horizon,
): Map<PersonId, Attendance> => {
  const members = Map.groupBy(Object.values(snapshot.member), ({ personId }) => personId);
  const absences = Map.groupBy(Object.values(snapshot.absence), ({ personId }) => personId);
  const people = new Set([
    ...members.keys(),
    ...Object.values(snapshot.assignment).map(({ personId }) => personId),
    ...Object.values(snapshot.delegation).map(({ toPersonId }) => toPersonId),
  ]);
  return new Map(
    [...people].map((personId) => [
      personId,
      attendanceOf(horizon, personId, { member: members.get(personId) ?? [], absence: absences.get(personId) ?? [] }),
    ]),
  );
};
