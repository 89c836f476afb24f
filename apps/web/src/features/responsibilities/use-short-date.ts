import { useFormatter } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import { today } from '../../live/clock.ts';
import { shortDate } from './row-when.ts';

/** Says a date as people do in a list ("wo 25 nov"), with the year when it is another one than now. */
export const useShortDate = (): ((date: LocalDate) => string) => {
  const format = useFormatter();
  const day = today();
  return (date) => shortDate(date, { format, today: day });
};
