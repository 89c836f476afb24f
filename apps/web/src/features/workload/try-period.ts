import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { MoveTime } from '@roer/domain/workload/what-if';

/** When something that is tried would be so, as the form asks it: for good, or from the Monday of one week to that of another, included. */
export type TryPeriod = { kind: 'forGood' | 'weeks'; first: LocalDate; last: LocalDate };

/** The days of a period. What is for good begins today, and so does a week that has begun. */
export const timeOf = ({ kind, first, last }: TryPeriod, today: LocalDate): MoveTime => {
  if (kind === 'forGood') return { from: today, until: null };
  const until = addDays(last < first ? first : last, 7);
  return { from: first < today ? today : first, until };
};

/** The period that holds the days of something that was found already. */
export const periodOf = ({ from, until }: MoveTime): TryPeriod => ({
  kind: until === null ? 'forGood' : 'weeks',
  first: mondayOf(from),
  last: mondayOf(until === null ? from : addDays(until, -1)),
});
