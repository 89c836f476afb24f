/** A date in Europe/Amsterdam, written `YYYY-MM-DD`; such strings sort and compare as dates do. */
export type LocalDate = string;

const amsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
export const dayInMilliseconds = 86_400_000;

/** The date it is in Amsterdam at `now` (epoch milliseconds). */
export const dateAt = (now: number): LocalDate => amsterdam.format(now);

/** The date `days` after `date`. Calendar days, so daylight saving does not matter. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMilliseconds).toISOString().slice(0, 10);

/** Whole days from one date to another; below 0 when that is earlier. */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / dayInMilliseconds);

/** A moment of a date to show it by: at noon it is the same day in every time zone of Europe. */
export const middayOf = (date: LocalDate): Date => new Date(`${date}T12:00:00Z`);

/** Whether the half-open range [from, until) holds `date`; no `until` means without end. */
export const holdsOn = (range: { from: LocalDate; until: LocalDate | null }, date: LocalDate): boolean =>
  range.from <= date && (range.until === null || date < range.until);

/** The later of two dates. */
export const later = (date: LocalDate, other: LocalDate): LocalDate => (date > other ? date : other);

/** ISO 8601 week number of a date: the week of the year of its Thursday. */
export const isoWeek = (date: LocalDate): number => {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(date, 3 - weekday);
  const days =
    (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)) / dayInMilliseconds;
  return Math.floor(days / 7) + 1;
};
