import { useFormatter } from 'use-intl';

/** Minutes as a column is read, and as the sentences about it say it: whole hours, and of less than one its tenths. */
export const useLevelHours = (): ((minutes: number) => string) => {
  const format = useFormatter();
  return (minutes) => format.number(minutes / 60, { maximumFractionDigits: minutes < 60 ? 1 : 0 });
};
