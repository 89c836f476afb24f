import { useTranslations } from 'use-intl';
import { useNumberWords } from '../../i18n/number-words.ts';
import type { CoverLine } from './cover-lines.ts';

type Picture = { readonly leaning: readonly CoverLine[]; readonly shared: readonly CoverLine[] };

/** Whether somebody is on the way who cannot do it alone yet. */
const isLearned = ({ cells, independent }: CoverLine): boolean =>
  cells.some(({ personId, level }) => level !== null && !independent.includes(personId));

/** The sentence that answers the page's question: what leans on one person, and whether somebody learns it already. */
export const useCoverLead = (): ((picture: Picture) => { words: string; quiet: string }) => {
  const t = useTranslations('learning.lead');
  const { word, wordAtStart } = useNumberWords();
  return ({ leaning, shared }) => {
    if (leaning.length + shared.length === 0) return { words: t('empty'), quiet: t('emptyQuiet') };
    if (leaning.length === 0) return { words: t('well'), quiet: t('wellQuiet') };
    const count = leaning.length;
    const learned = leaning.filter(isLearned).length;
    return {
      words: t('leaning', { count, start: wordAtStart(count) }),
      quiet: t('learned', { count, learned, word: word(learned) }),
    };
  };
};
