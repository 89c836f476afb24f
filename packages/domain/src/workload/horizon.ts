import { addDays, daysBetween } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { holidaysOf, mondayOf } from '../holidays.ts';

/** So many weeks ahead are told, the one of today first. */
export const weeksAhead = 12;
export const daysAhead = 7 * weeksAhead;

/** Inside, a minute has ten thousand parts: shares and seasons are percentages, so that sums stay whole numbers. */
export const partsAMinute = 10_000;
export const inMinutes = (parts: number): number => Math.round(parts / partsAMinute);

export type Closed = 'holiday' | 'ownHoliday';

/**
 * The twelve weeks that a picture is about. Days are counted from its first Monday (0 to 83), so that nothing that is done
 * often reads a date. `months` has the month (0 to 11) of each week's Thursday.
 */
export type Horizon = {
  today: LocalDate;
  mondays: LocalDate[];
  months: number[];
  days: LocalDate[];
  closed: (Closed | null)[];
};

export const horizonOf = (snapshot: Pick<TeamSnapshot, 'team'>, today: LocalDate): Horizon => {
  const monday = mondayOf(today);
  const days = Array.from({ length: daysAhead }, (_, day) => addDays(monday, day));
  const mondays = days.filter((_, day) => day % 7 === 0);
  const own = new Set(Object.values(snapshot.team).flatMap(({ ownHolidays }) => ownHolidays));
  return {
    today,
    mondays,
    months: mondays.map((_, week) => Number(days[7 * week + 3]?.slice(5, 7)) - 1),
    days,
    closed: days.map((day) => {
      if (holidaysOf(Number(day.slice(0, 4))).has(day)) return 'holiday';
      return own.has(day) ? 'ownHoliday' : null;
    }),
  };
};

/** A date as a day of the horizon; below 0 when it lies before it, 84 and more when it lies behind it. */
export const dayOf = ({ mondays: [monday = ''] }: Horizon, date: LocalDate): number => daysBetween(monday, date);

/** The days of a half-open range that lie in the horizon, as [first, end). */
export const stretchOf = (
  horizon: Horizon,
  { from, until }: { from: LocalDate; until: LocalDate | null },
): { first: number; end: number } => ({
  first: Math.max(0, dayOf(horizon, from)),
  end: until === null ? daysAhead : Math.min(daysAhead, dayOf(horizon, until)),
});
