import { addDays, holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { holidaysOf, mondayOf } from '../holidays.ts';
import type { PersonId } from '../ids.ts';
import { carriedOn } from '../responsibilities/delegation.ts';

/** Minutes a week that somebody carries, and that they have, in one membership or over several. */
export type Load = { carried: number; available: number };

type Carried = Pick<TeamSnapshot, 'assignment' | 'delegation' | 'responsibility'>;
type Available = Pick<TeamSnapshot, 'member' | 'absence'>;

/**
 * The minutes that somebody carries in one team in the week of `date`, as they carry it on that day (rule W1.1): of every
 * responsibility they hold, their share of its hours in the month of the week's Thursday. Standing in is no load of itself.
 */
export const carriedMinutes = (snapshot: Carried, personId: PersonId, date: LocalDate): number => {
  const month = Number(addDays(mondayOf(date), 3).slice(5, 7)) - 1;
  const minutes = carriedOn(snapshot, date).reduce((sum, { personId: carrier, role, responsibilityId, ...row }) => {
    const responsibility = snapshot.responsibility[responsibilityId];
    if (carrier !== personId || role !== 'holder' || !responsibility || responsibility.closedOn !== null) return sum;
    return sum + (row.sharePercent * responsibility.minutesAWeek * (responsibility.season[month] ?? 100)) / 10_000;
  }, 0);
  return Math.round(minutes);
};

/** The minutes of somebody's contract in one team, in a week without absence or holidays (rule W1.2). */
export const contractMinutes = (snapshot: Pick<TeamSnapshot, 'member'>, personId: PersonId): number =>
  Object.values(snapshot.member)
    .filter((member) => member.personId === personId)
    .reduce((sum, { minutesByWeekday }) => sum + minutesByWeekday.reduce((day, minutes) => day + minutes, 0), 0);

/**
 * The minutes that somebody has for one team in the week of `date` (rule W1.2): by weekday what their membership says,
 * on days that they are a member, are not absent, and that are no public holiday.
 */
export const availableMinutes = (snapshot: Available, personId: PersonId, date: LocalDate): number => {
  const monday = mondayOf(date);
  const absences = Object.values(snapshot.absence).filter((absence) => absence.personId === personId);
  return Object.values(snapshot.member)
    .filter((member) => member.personId === personId)
    .flatMap((member) => member.minutesByWeekday.map((minutes, weekday) => ({ member, minutes, weekday })))
    .reduce((sum, { member, minutes, weekday }) => {
      const day = addDays(monday, weekday);
      const isThere =
        holdsOn(member, day) &&
        !holidaysOf(Number(day.slice(0, 4))).has(day) &&
        !absences.some((absence) => holdsOn(absence, day));
      return isThere ? sum + minutes : sum;
    }, 0);
};

/** One membership's load in the week of `date`, which the team may know (rule W1.3). */
export const deriveLoad = (snapshot: Carried & Available, personId: PersonId, date: LocalDate): Load => ({
  carried: carriedMinutes(snapshot, personId, date),
  available: availableMinutes(snapshot, personId, date),
});

/** The sum over somebody's teams; for that person's own eyes only (rule W1.3). */
export const sumOfLoads = (loads: readonly Load[]): Load => ({
  carried: loads.reduce((sum, { carried }) => sum + carried, 0),
  available: loads.reduce((sum, { available }) => sum + available, 0),
});
