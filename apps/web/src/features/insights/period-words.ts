import { useFormatter } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';

/** The days of a period as short as they can be told: "9 – 22 nov", with the year where one is asked. */
export const usePeriod = ({ year }: { year?: 'numeric' } = {}): ((period: {
  startsOn: LocalDate;
  endsOn: LocalDate;
}) => string) => {
  const format = useFormatter();
  return ({ startsOn, endsOn }) =>
    format.dateTimeRange(middayOf(startsOn), middayOf(endsOn), {
      day: 'numeric',
      month: 'short',
      ...(year && { year }),
    });
};
