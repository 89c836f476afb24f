import { importLimits, weekdayFields } from './import-fields.ts';
import type { RowReading } from './import-rows.ts';
import { readMinutes } from './import-values.ts';

/** Contract hours as a file says them; `minutesFor` gives the weekdays, Monday first, for somebody who has these now. */
export type ReadHours = { minutesFor: (current: readonly number[] | null) => number[] };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** A week without a pattern: as much on each of five days, what cannot be divided on the first. */
const evenly = (minutes: number): number[] =>
  Array.from({ length: 7 }, (_, day) => (day < 5 ? Math.floor(minutes / 5) + (day < minutes % 5 ? 1 : 0) : 0));

/**
 * The hours of a row (rule IM13): of the days, or of the week. A week as it is now keeps its days. Null when the row says
 * nothing of hours or something wrong, which is then told.
 */
export const readHours = (row: RowReading): ReadHours | null => {
  const before = row.problems.length;
  const week = row.value('hours', readMinutes, 'badHours');
  const days = weekdayFields.map((field) => row.value(field, readMinutes, 'badHours'));
  const dayTooLong = weekdayFields.find((_, day) => (days[day] ?? 0) > importLimits.minutesADay);
  if (dayTooLong) row.wrong(dayTooLong, 'hoursAboveWeek', { value: row.text(dayTooLong) });
  const byDay = days.some((minutes) => minutes !== null) ? days.map((minutes) => minutes ?? 0) : null;
  const total = byDay ? sum(byDay) : week;
  if (!dayTooLong && Math.max(total ?? 0, week ?? 0) > importLimits.minutesAWeek)
    row.wrong('hours', 'hoursAboveWeek', { value: row.text('hours') || String((total ?? 0) / 60) });
  // Minutes that were rounded may differ a little.
  if (byDay && week !== null && Math.abs(sum(byDay) - week) > 7)
    row.wrong('hours', 'hoursDisagree', { value: row.text('hours') });
  if (total === null || row.problems.length > before) return null;
  return {
    minutesFor: (current) => byDay ?? (current && sum(current) === total ? [...current] : evenly(total)),
  };
};
