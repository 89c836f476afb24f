import { useFormatter, useTranslations } from 'use-intl';
import type { MonthDates, ResponsibilityMonths } from './coming-months.ts';

/** More dates than this in a month are told as how often. */
const mostDays = 3;

/** Whether it comes back week after week: then a month says nothing about it. The first month may have begun halfway. */
export const isRegular = ({ months }: ResponsibilityMonths): boolean =>
  months.slice(1).every(({ dates }) => dates.length > mostDays);

/** What a month of a year asks, in a few words: the days, or how often. Empty when nothing. */
export const useMonthWords = (): ((month: MonthDates) => string) => {
  const t = useTranslations('duties.yearPage');
  const format = useFormatter();
  return ({ dates }) => {
    const days = [...new Set(dates.map(({ on }) => Number(on.slice(8, 10))))];
    if (dates.length > mostDays) return t('times', { count: dates.length });
    return format.list(
      days.map((day) => String(day)),
      { type: 'unit', style: 'short' },
    );
  };
};
