import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { isoWeek, middayOf, addDays } from '@roer/domain/dates';
import type { OwnLoad } from '@roer/domain/workload/own-load';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { askedIn } from './week-figures.ts';

const bold = (words: ReactNode) => <b>{words}</b>;

/** My weeks in one or two sentences: this one, and the first after it that does not fit. */
export function OwnLoadLead({ load }: { readonly load: OwnLoad }) {
  const t = useTranslations('planning.own.lead');
  const format = useFormatter();
  const hours = useLevelHours();
  const { weeks, misfit } = load;
  const [now, ...later] = weeks;
  if (!now) return null;
  const values = {
    b: bold,
    planned: hours(askedIn(now, 'likely')),
    available: hours(now.available),
    over: hours(now.over.likely),
  };
  const first = now.available === 0 && askedIn(now, 'likely') === 0 ? 'away' : now.over.likely > 0 ? 'over' : 'fits';
  const full = later.filter(({ over }) => over.likely > 0);
  const [next] = full;
  const day = (date: string): string => format.dateTime(middayOf(date), { day: 'numeric', month: 'long' });
  const [still, more] = [first === 'over' ? 'alsoOver' : 'overLater', full.length - 1] as const;
  return (
    <>
      {t.rich(first, values)}{' '}
      {next
        ? t(still, { week: isoWeek(next.monday), over: hours(next.over.likely), more })
        : misfit.likely && first !== 'over'
          ? t('days', {
              from: day(misfit.likely.from),
              last: day(addDays(misfit.likely.until, -1)),
              over: hours(misfit.likely.excess),
            })
          : t(first === 'over' ? 'thenFits' : 'allFits')}
    </>
  );
}
