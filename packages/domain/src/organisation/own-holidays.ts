import { DomainError } from '../errors.ts';
import type { LocalDate } from '../dates.ts';

/** Rule O18: how many days from this year on, and how many years ahead. */
const ownHolidayLimits = { days: 60, yearsAhead: 3 } as const;

/**
 * The municipality's own free days, each once and in order (rule O18). A new one lies in this year or the three that follow; those of
 * earlier years stay as they are. Null when nothing changes. Throws `badInput` (field `days`).
 */
export const decideOwnHolidays = (
  { before, days }: { before: readonly LocalDate[]; days: readonly LocalDate[] },
  today: LocalDate,
): LocalDate[] | null => {
  const year = Number(today.slice(0, 4));
  const [first, last] = [`${year}-01-01`, `${year + ownHolidayLimits.yearsAhead}-12-31`];
  const passed = before.filter((day) => day < first);
  const wanted = new Set(days.filter((day) => !passed.includes(day)));
  if ([...wanted].some((day) => day < first || day > last) || wanted.size > ownHolidayLimits.days)
    throw new DomainError('badInput', { field: 'days' });
  const after = [...passed, ...wanted].toSorted();
  return after.join() === before.join() ? null : after;
};
