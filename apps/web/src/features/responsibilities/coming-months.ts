import type { LocalDate } from '@roer/domain/dates';
import type { ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import type { Recurrence } from './use-recurrence.ts';

/** A month of a year and the dates of one responsibility that are due in it. `month` is 1–12. */
export type MonthDates = { year: number; month: number; dates: Occurrence[] };
export type ResponsibilityMonths = { responsibility: ResponsibilityRow; months: MonthDates[] };

type Asked = {
  responsibilities: readonly ResponsibilityRow[];
  /** The first of the twelve months. */
  first: { year: number; month: number };
  today: LocalDate;
};

/** The dates of some responsibilities in twelve months from any month on, in the order of the given ones. */
export const twelveMonths = (
  { deriveYear }: Recurrence,
  snapshot: TeamSnapshot,
  { responsibilities, first, today }: Asked,
): ResponsibilityMonths[] => {
  const ofYear = (year: number) => deriveYear(snapshot, { year, today, responsibilities });
  const years = [ofYear(first.year), ...(first.month === 1 ? [] : [ofYear(first.year + 1)])];
  return responsibilities.map((responsibility, row) => ({
    responsibility,
    months: Array.from({ length: 12 }, (_, index) => {
      const later = first.month - 1 + index >= 12 ? 1 : 0;
      const month = ((first.month - 1 + index) % 12) + 1;
      return { year: first.year + later, month, dates: years[later]?.[row]?.months[month - 1] ?? [] };
    }),
  }));
};
