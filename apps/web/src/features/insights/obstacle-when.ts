import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { ObstacleRow } from '@roer/domain/feed';
import { daysWaiting, isOverdue } from '@roer/domain/insights/obstacle-order';
import { today } from '../../live/clock.ts';

/** "4 december"; with the year when it is another one than now. */
export const useLongDate = (): ((date: LocalDate) => string) => {
  const format = useFormatter();
  const year = today().slice(0, 4);
  return (date) =>
    format.dateTime(middayOf(date), {
      day: 'numeric',
      month: 'long',
      ...(date.startsWith(year) ? {} : { year: 'numeric' }),
    });
};

type Waiting = Pick<ObstacleRow, 'raisedOn' | 'dueOn'> & { answer: object | null };

/**
 * Since when it waits, and by when an answer was asked, said calmly when that day has passed. The same words for the team and
 * for who leads it.
 */
export const useObstacleWhen = (): ((obstacle: Waiting) => string) => {
  const t = useTranslations('insights.team.when');
  const longDate = useLongDate();
  const day = today();
  return (obstacle) => {
    const since = t('since', { days: daysWaiting(obstacle, day), date: longDate(obstacle.raisedOn) });
    if (obstacle.dueOn === day) return `${since} ${t('today')}`;
    return `${since} ${t(isOverdue(obstacle, day) ? 'late' : 'due', { date: longDate(obstacle.dueOn) })}`;
  };
};
