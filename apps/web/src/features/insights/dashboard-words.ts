import { useFormatter, useTranslations } from 'use-intl';
import type { DashboardWords } from '@roer/domain/insights/dashboard-lines';
import type { Statement } from '@roer/domain/workload/check-in';
import { useNumberWords } from '../../i18n/number-words.ts';
import { usePeriod } from './period-words.ts';

/** What was heavy three times in a row, which is the one reason to come by and talk (rule P7). */
export const useAlarmSentence = (): ((alarms: readonly Statement[]) => string) => {
  const t = useTranslations('dashboard.row');
  const words = useTranslations('check-in.results.inSentence');
  const format = useFormatter();
  return (alarms) => t('alarm', { count: alarms.length, names: format.list(alarms.map((each) => words(each))) });
};

/** The words for a dashboard in lines, in the language of the reader. */
export const useDashboardWords = (): DashboardWords => {
  const all = useTranslations('dashboard');
  const t = useTranslations('dashboard.lines');
  const bands = useTranslations('check-in.results.bands');
  const { wordAtStart } = useNumberWords();
  const alarm = useAlarmSentence();
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
    stateAt: (state, criticality) => t('stateAt', { state: t(state), level: t(`level.${criticality}`) }),
    band: (band) => bands(band ?? 'none'),
    load: (block) => t('load', { from: 4 * block + 1, until: 4 * block + 4 }),
    summary: (epoch) => t('summary', { period: period(epoch) }),
    learn: (epoch) => t('learn', { period: period(epoch) }),
    notTold: all('row.noLoadOfSeveral'),
    noneYet: all('row.noLoad'),
    absent: all('absent'),
    together: (teams) => all('row.together', { word: wordAtStart(teams) }),
    alarm,
    noResult: all('noResult'),
    outside: all('row.outside'),
    off: all('row.off'),
    gone: all('row.gone'),
  };
};
