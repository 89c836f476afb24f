import { useFormatter, useTranslations } from 'use-intl';
import { addDays, isoWeek, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { MoveTime } from '@roer/domain/workload/what-if';
import { weeksBetween } from './full-weeks.ts';

/** Says when moves are in effect, in the middle of a sentence: "voorgoed", "in week 50", "van week 49 tot en met 52", "tot en met 9 december". */
export const useMoveTimeWords = (): ((time: MoveTime) => string) => {
  const t = useTranslations('workload.time');
  const format = useFormatter();
  return ({ from, until }) => {
    if (until === null) return t('forGood');
    const weeks = weeksBetween({ from, until });
    const [first = from] = weeks;
    const last = weeks.at(-1) ?? first;
    const day = (date: LocalDate): string => format.dateTime(middayOf(date), { day: 'numeric', month: 'long' });
    // A week that has begun is that week, whatever its day.
    if (mondayOf(until) !== until) return t('days', { from: day(from), last: day(addDays(until, -1)) });
    return t('weeks', { count: weeks.length, first: isoWeek(first), last: isoWeek(last) });
  };
};
