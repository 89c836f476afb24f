import { useCallback } from 'react';
import { useFormatter } from 'use-intl';
import { addDays, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';

/** Says the last day of a range that is open at its end: until 5 January is "tot en met 4 januari". */
export const useLastDay = (): ((until: LocalDate) => string) => {
  const format = useFormatter();
  return useCallback((until) => dayOf(format, addDays(until, -1)), [format]);
};

/** A day without its year, as people say it. */
export const dayOf = (format: ReturnType<typeof useFormatter>, date: LocalDate): string =>
  format.dateTime(middayOf(date), { day: 'numeric', month: 'long' });
