import { useTranslations } from 'use-intl';
import { useNumberWords } from '../../i18n/number-words.ts';
import type { MoveSearch } from './use-smallest-move.ts';

/** What follows the lead sentence: whether moving things is enough. Undefined when all fits or while it is looked for. */
export const useMoveLead = (): ((search: MoveSearch) => string | undefined) => {
  const t = useTranslations('workload.lead');
  const { word } = useNumberWords();
  return (search) => {
    if (search.state !== 'done' || search.found.kind === 'fits') return undefined;
    if (search.found.kind === 'stop') return t('notEnough');
    const { length: count } = search.found.moves;
    return t(search.found.ahead ? 'withMovesAhead' : 'withMoves', { count, word: word(count) });
  };
};
