import { useFormatter, useTranslations } from 'use-intl';
import { totalMinutes } from './week-hours.ts';

/** "32 uur per week", of one membership or of several together. */
export const useHoursAWeek = (): ((weeks: readonly (readonly number[])[]) => string) => {
  const t = useTranslations('organisation.week');
  const format = useFormatter();
  return (weeks) =>
    t('aWeek', {
      hours: format.number(weeks.reduce((sum, week) => sum + totalMinutes(week), 0) / 60, { maximumFractionDigits: 1 }),
    });
};
