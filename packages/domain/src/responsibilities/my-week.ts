import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { mondayOf } from '../holidays.ts';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { awayOn } from './away.ts';
import { carriedOn } from './delegation.ts';
import { stillRecurs } from './duty-end.ts';
import { deriveMyDates, rolesOf } from './my-dates.ts';
import type { MyDate } from './my-dates.ts';
import { inOrderOfDay, lastOccurrences, nextOccurrence } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';

/** One date of somebody's week. `away` are those who carry it and are not available on that day (empty for one's own). */
export type WeekDate = MyDate & { away: PersonId[] };

/**
 * What asks something of one person in one team this ISO week (rule R3.11): every date of the week that is theirs on its day,
 * settled ones too, and what was due before today and still waits, when it is theirs today. In order of the day it is due.
 */
export const deriveMyWeek = (
  snapshot: TeamSnapshot,
  { personId, today }: { personId: PersonId; today: LocalDate },
): WeekDate[] => {
  const monday = mondayOf(today);
  const week = deriveMyDates(snapshot, { personId, from: monday, until: addDays(monday, 7), today });
  const known = new Set(week.map(({ occurrence }) => occurrence.id));
  const roleOf = rolesOf(snapshot, personId);
  const waiting = Object.values(snapshot.duty).flatMap((duty): MyDate[] => {
    const responsibility = snapshot.responsibility[duty.responsibilityId];
    // What was not done goes with the responsibility; recurrence is counted only for what is somebody's today.
    const as = roleOf(duty.responsibilityId, today);
    if (!responsibility || responsibility.closedOn !== null || !as) return [];
    const [last] = lastOccurrences(snapshot.occurrence, duty, { today, count: 1 });
    return last?.state === 'overdue' && !known.has(last.id) ? [{ occurrence: last, responsibility, as }] : [];
  });
  const withAway = (date: MyDate, day: LocalDate): WeekDate => ({
    ...date,
    away: date.as === 'standsIn' ? carriersAwayOn(snapshot, date.responsibility.id, day) : [],
  });
  return [
    ...waiting.map((date) => withAway(date, today)),
    ...week.map((date) => withAway(date, date.occurrence.on)),
  ].toSorted((one, other) => inOrderOfDay(one.occurrence, other.occurrence));
};

const carriersAwayOn = (snapshot: TeamSnapshot, responsibilityId: ResponsibilityId, date: LocalDate): PersonId[] => {
  const away = awayOn(snapshot, date);
  return carriedOn(snapshot, date)
    .filter((row) => row.responsibilityId === responsibilityId && row.role === 'holder' && away.has(row.personId))
    .map((row) => row.personId);
};

/** How a week stands, for the sentence on top: what still waits this week, and how much of it today or before. */
export const countWeek = (
  dates: readonly WeekDate[],
): { open: number; today: number; overdue: number; settled: number } => {
  const of = (...states: Occurrence['state'][]): number =>
    dates.filter(({ occurrence }) => states.includes(occurrence.state)).length;
  return {
    open: of('upcoming', 'today', 'overdue'),
    today: of('today'),
    overdue: of('overdue'),
    settled: of('done', 'skipped'),
  };
};

/** The first date after this week of a responsibility's duties, for "Volgende keer: …"; null when there is none. */
export const nextAfterWeek = (
  snapshot: TeamSnapshot,
  responsibilityId: string,
  today: LocalDate,
): Occurrence | null => {
  const sunday = addDays(mondayOf(today), 6);
  return Object.values(snapshot.duty)
    .filter((duty) => duty.responsibilityId === responsibilityId && stillRecurs(duty, today))
    .flatMap((duty) => nextOccurrence(snapshot.occurrence, duty, { today: sunday }) ?? [])
    .reduce<Occurrence | null>((first, each) => (first === null || each.on < first.on ? each : first), null);
};
