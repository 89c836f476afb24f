import { addDays } from './dates.ts';
import type { LocalDate } from './dates.ts';

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const dateOf = (year: number, month: number, day: number): LocalDate => `${year}-${twoDigits(month)}-${twoDigits(day)}`;

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, Nature 13, 1876, p. 487; Meeus, Astronomical Algorithms, ch. 8). */
const easterSunday = (year: number): LocalDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1);
};

/** Monday is 0, Sunday 6. */
export const weekdayOf = (date: LocalDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

export type Holiday =
  | 'newYear'
  | 'easter'
  | 'kingsDay'
  | 'liberation'
  | 'ascension'
  | 'whitsun'
  | 'christmas'
  | 'secondChristmas';

/**
 * The public holidays on which Dutch municipalities are closed (rule R3.3): those of the Cao Gemeenten, article 6.6, which has
 * 5 May every year since 2024. Good Friday is a working day. King's Day is a day earlier when 27 April is a Sunday.
 */
export const namedHolidaysOf = (year: number): readonly { name: Holiday; date: LocalDate }[] => {
  const easter = easterSunday(year);
  const kingsDay = dateOf(year, 4, 27);
  const days: { name: Holiday; date: LocalDate }[] = [
    { name: 'newYear', date: dateOf(year, 1, 1) },
    { name: 'easter', date: addDays(easter, 1) },
    { name: 'kingsDay', date: weekdayOf(kingsDay) === 6 ? addDays(kingsDay, -1) : kingsDay },
    ...(year >= 2024 ? [{ name: 'liberation' as const, date: dateOf(year, 5, 5) }] : []),
    { name: 'ascension', date: addDays(easter, 39) },
    { name: 'whitsun', date: addDays(easter, 50) },
    { name: 'christmas', date: dateOf(year, 12, 25) },
    { name: 'secondChristmas', date: dateOf(year, 12, 26) },
  ];
  return days.toSorted((one, other) => one.date.localeCompare(other.date));
};

const holidaysByYear = new Map<number, ReadonlySet<LocalDate>>();

/** Their dates. */
export const holidaysOf = (year: number): ReadonlySet<LocalDate> => {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const days = new Set(namedHolidaysOf(year).map(({ date }) => date));
  holidaysByYear.set(year, days);
  return days;
};

/** Monday to Friday, except public holidays. */
export const isWorkday = (date: LocalDate): boolean =>
  weekdayOf(date) < 5 && !holidaysOf(Number(date.slice(0, 4))).has(date);

/** The date itself when it is a working day, else the last working day before it. */
export const workdayUpTo = (date: LocalDate): LocalDate => {
  let day = date;
  while (!isWorkday(day)) day = addDays(day, -1);
  return day;
};

/** The Monday of the week of a date. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, -weekdayOf(date));
