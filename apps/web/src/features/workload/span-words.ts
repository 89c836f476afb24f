import { useFormatter, useTranslations } from 'use-intl';
import { addDays, isoWeek, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import { weeksBetween } from './full-weeks.ts';

/** More weeks than this are told by the first and the last. */
const mostNamed = 3;

/**
 * Says a stretch of days [from, until) as people do: whole weeks by their numbers ("Week 49 en 50 samen"), other days by their dates ("Van 3 tot
 * en met 9 december"). Begins with a capital.
 */
export const useSpan = (): ((days: { from: LocalDate; until: LocalDate }) => string) => {
  const t = useTranslations('workload.span');
  const format = useFormatter();
  return (days) => {
    const weeks = weeksBetween(days);
    const isWhole = mondayOf(days.from) === days.from && mondayOf(days.until) === days.until;
    if (isWhole && weeks.length > mostNamed)
      return t('manyWeeks', { first: isoWeek(days.from), last: isoWeek(addDays(days.until, -1)) });
    if (isWhole)
      return t('weeks', {
        count: weeks.length,
        weeks: format.list(weeks.map((monday) => String(isoWeek(monday)))),
      });
    const day = (date: LocalDate): string => format.dateTime(middayOf(date), { day: 'numeric', month: 'long' });
    return t('days', { from: day(days.from), last: day(addDays(days.until, -1)) });
  };
};
