import { useTranslations } from 'use-intl';
import type { CoverageState } from '@roer/domain/responsibilities/coverage';
import { useNumberWords } from '../../i18n/number-words.ts';

/** The sentence that answers the page's question: how much is covered, and what is not. Only what somebody can act on is told. */
export const useLeadSentence = (): ((counts: Record<CoverageState, number>) => string) => {
  const t = useTranslations('responsibilities.lead');
  const { word, wordAtStart } = useNumberWords();
  return (counts) => {
    const total = counts.covered + counts.fragile + counts.gap + counts.unclear + counts.asleep;
    if (total === 0) return t('empty');
    if (counts.covered === total) return t('allCovered');
    const rest = (['fragile', 'unclear', 'gap', 'asleep'] as const)
      .filter((state) => counts[state] > 0)
      .map((state) => t(state, { count: counts[state], word: word(counts[state]), start: wordAtStart(counts[state]) }));
    const first = t('covered', { count: counts.covered, start: wordAtStart(counts.covered), total: word(total) });
    return [first, ...rest].join(' ');
  };
};
