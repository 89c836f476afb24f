import { useFormatter, useTranslations } from 'use-intl';
import { countCritical, countOf, openStates } from '@roer/domain/insights/coverage-counts';
import type { CoverageCounts } from '@roer/domain/insights/coverage-counts';
import type { DomainSummary } from '@roer/domain/insights/dashboard';

/** What is not covered, each state with how many; none where all is. */
export const useOpenWords = (): ((counts: CoverageCounts) => string[]) => {
  const t = useTranslations('dashboard.coverage');
  return (counts) =>
    openStates.flatMap((state) => {
      const count = countOf(counts, { state });
      return count > 0 ? t(state, { count }) : [];
    });
};

/** A domain as one line (rule I1.3): the sum of what its teams have, and how many obstacles wait. */
export const useDomainLine = (): ((summary: DomainSummary) => string) => {
  const t = useTranslations('dashboard.line');
  const coverage = useTranslations('dashboard.coverage');
  const open = useOpenWords();
  const format = useFormatter();
  return ({ teams, counts, waiting }) => {
    const total = countOf(counts);
    const critical = countCritical(counts);
    const covered = t('covered', { covered: countOf(counts, { state: 'covered' }), total });
    const all = [t('teams', { count: teams }), ...(total > 0 ? [covered, ...open(counts)] : [])];
    return [
      t('coverage', { all: format.list(all, { type: 'unit' }) }),
      ...(critical > 0 ? [coverage('critical', { count: critical })] : []),
      t('waiting', { count: waiting }),
    ].join(' ');
  };
};
