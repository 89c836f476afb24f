import { useFormatter } from 'use-intl';
import { addDays, dateAt, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { EpochView } from '@roer/domain/workload/check-in';

/** Of the days of an epoch, counted from none: the first that takes answers, and the last. */
const firstAnswerDay = 10;
const lastDay = 13;

export type AnswerDays = { from: string; until: string };

/** From which day to which day an epoch takes answers, in words: "donderdag 26" and "zondag 29 november". */
export const useAnswerDays = (): {
  daysOf: (epoch: EpochView) => AnswerDays;
  /** Of the epoch that begins on a day. */
  daysAfter: (startsOn: LocalDate) => AnswerDays;
} => {
  const format = useFormatter();
  const words = (from: LocalDate, until: LocalDate): AnswerDays => ({
    from: format.dateTime(middayOf(from), {
      weekday: 'long',
      day: 'numeric',
      ...(from.slice(0, 7) !== until.slice(0, 7) && { month: 'long' }),
    }),
    until: format.dateTime(middayOf(until), { weekday: 'long', day: 'numeric', month: 'long' }),
  });
  return {
    daysOf: ({ answersFrom, endsOn }) => words(dateAt(answersFrom), endsOn),
    daysAfter: (startsOn) => words(addDays(startsOn, firstAnswerDay), addDays(startsOn, lastDay)),
  };
};

/** The day of a result in words: "dinsdag 1 december". Its time is always nine o'clock. */
export const useResultDay = (): ((publishesAt: number) => string) => {
  const format = useFormatter();
  return (publishesAt) => format.dateTime(publishesAt, { weekday: 'long', day: 'numeric', month: 'long' });
};
