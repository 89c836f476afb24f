import { useTranslations } from 'use-intl';
import type { DashboardWords } from '@roer/domain/insights/dashboard-lines';
import { useNumberWords } from '../../i18n/number-words.ts';
import { usePeriod } from './period-words.ts';

/** The words for a dashboard in lines, in the language of the reader. */
export const useDashboardWords = (): DashboardWords => {
  const all = useTranslations('dashboard');
  const t = useTranslations('dashboard.lines');
  const bands = useTranslations('check-in.results.bands');
  const { wordAtStart } = useNumberWords();
  // A year of periods begins and ends in the same month: without its year nobody knows which it is.
  const period = usePeriod({ year: 'numeric' });
  return {
    column: {
      team: t('team'),
      people: t('people'),
      total: t('total'),
      critical: t('critical'),
      waiting: t('waiting'),
      late: t('late'),
      note: t('note'),
    },
    state: { covered: t('covered'), fragile: t('fragile'), unclear: t('unclear'), gap: t('gap') },
    band: (band) => bands(band ?? 'none'),
    load: (block) => t('load', { from: 4 * block + 1, until: 4 * block + 4 }),
    summary: (epoch) => t('summary', { period: period(epoch) }),
    learn: (epoch) => t('learn', { period: period(epoch) }),
    notTold: all('row.noLoadOfSeveral'),
    noneYet: all('row.noLoad'),
    together: (teams) => all('row.together', { word: wordAtStart(teams) }),
    noResult: all('noResult'),
    outside: all('row.outside'),
    gone: all('row.gone'),
  };
};
