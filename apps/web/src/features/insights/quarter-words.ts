import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import { isSameQuarter, quarterOn } from '@roer/domain/insights/quarter';
import type { Quarter } from '@roer/domain/insights/quarter';
import type { QuarterWords } from '@roer/domain/insights/quarter-lines';
import type { NotCompared } from '@roer/domain/insights/quarter-rows';
import { today } from '../../live/clock.ts';
import { useDashboardWords } from './dashboard-words.ts';
import { usePeriod } from './period-words.ts';

/** "het vierde kwartaal van 2026", inside a sentence. */
export const useQuarterName = (): ((quarter: Quarter) => string) => {
  const t = useTranslations('dashboard.quarter');
  // A year is no number to put dots into.
  return ({ year, part }) => t('name', { part: String(part), year: String(year) });
};

/** What a page of a quarter says above it: how it was, or how it goes while it runs. */
export const useQuarterTitle = (): ((quarter: Quarter) => string) => {
  const t = useTranslations('dashboard.quarter');
  const name = useQuarterName();
  return (quarter) =>
    t(isSameQuarter(quarter, quarterOn(today())) ? 'titleSoFar' : 'title', { quarter: name(quarter) });
};

/** Why an earlier quarter does not stand beside this one. */
export const useNotCompared = (): ((why: NotCompared) => string) => {
  const t = useTranslations('dashboard.quarter');
  const format = useFormatter();
  return (why) =>
    why.because === 'nothing'
      ? t('nothing')
      : t('broken', {
          date: format.dateTime(middayOf(why.on), { day: 'numeric', month: 'long', year: 'numeric' }),
        });
};

/** The words for quarters in lines, in the language of the reader. */
export const useQuarterWords = (): QuarterWords => {
  const t = useTranslations('dashboard.quarter');
  const words = useDashboardWords();
  return {
    ...words,
    head: {
      quarter: t('head.quarter'),
      period: t('head.period'),
      summary: t('head.summary'),
      learn: t('head.learn'),
      load: t('head.load'),
    },
    quarter: ({ year, part }) => t('short', { part: String(part), year: String(year) }),
    period: usePeriod(),
    coming: t('coming'),
    notCompared: useNotCompared(),
  };
};
