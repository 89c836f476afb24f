import type { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { RowDate } from './row-dates.ts';

type Format = ReturnType<typeof useFormatter>;

/** A date as people say it in a list ("wo 25 nov"); with the year when it is another one. */
export const shortDate = (date: LocalDate, { format, today }: { format: Format; today: LocalDate }): string =>
  format.dateTime(middayOf(date), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  });

/** When a row of the board asks something, in a few words. What waits says so without blame. */
export const rowWhen = (
  { occurrence, isEveryWorkday }: RowDate,
  tools: { t: ReturnType<typeof useTranslations<'responsibilities'>>; format: Format; today: LocalDate },
): string => {
  const { t } = tools;
  const { state, on, dueTime } = occurrence;
  if (state === 'overdue') return t('when.overdue', { date: shortDate(on, tools) });
  if (state === 'today' && dueTime !== null) return t('when.todayBefore', { time: dueTime });
  if (isEveryWorkday) return t('when.everyWorkday');
  return state === 'today' ? t('when.today') : shortDate(on, tools);
};
