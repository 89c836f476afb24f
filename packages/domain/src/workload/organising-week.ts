import { z } from 'zod';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import { mondayOf } from '../holidays.ts';
import { localDate } from '../responsibilities/schema.ts';

/** So many weeks before and after this one can be written about (rule W1.16). */
const weeks = 12;

/** Minutes of one's own organising in the week of a Monday; null takes away what was written. */
export const organisingWeekInput = z.object({
  monday: localDate,
  minutes: z
    .int()
    .min(0)
    .max(7 * 24 * 60)
    .nullable(),
});

/** The first Monday that is kept in sight at `today`. */
export const organisingSince = (today: LocalDate): LocalDate => addDays(mondayOf(today), -7 * weeks);

/** Throws `badInput` (field `monday`) for another day of the week, and for a week too far away. */
export const organisingMonday = (monday: LocalDate, today: LocalDate): LocalDate => {
  const last = addDays(mondayOf(today), 7 * weeks);
  if (mondayOf(monday) !== monday || monday < organisingSince(today) || monday > last)
    throw new DomainError('badInput', { field: 'monday' });
  return monday;
};
