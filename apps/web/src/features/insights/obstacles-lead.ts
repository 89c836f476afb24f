import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { ObstacleRow } from '@roer/domain/feed';
import { isOverdue } from '@roer/domain/insights/obstacle-order';
import { useNumberWords } from '../../i18n/number-words.ts';
import { useLongDate } from './obstacle-when.ts';

type Given = { open: readonly ObstacleRow[]; answered: readonly ObstacleRow[]; today: LocalDate };
type Sentences = { sentence: string; quiet: string | undefined };

/** The sentence of Team › Belemmeringen: how many questions wait, and when the next answer would be there. */
export const useObstaclesLead = (): ((given: Given) => Sentences) => {
  const t = useTranslations('insights.team.lead');
  const { word, wordAtStart } = useNumberWords();
  const longDate = useLongDate();
  return ({ open, answered, today }) => {
    const [next] = open;
    if (!next) {
      if (answered.length > 0) return { sentence: t('answered'), quiet: undefined };
      return { sentence: t('none'), quiet: t('noneQuiet') };
    }
    const late = open.filter((obstacle) => isOverdue(obstacle, today)).length;
    const quiet =
      late > 0
        ? t('late', { count: late, word: word(late) })
        : t(open.length === 1 ? 'one' : 'next', { date: longDate(next.dueOn) });
    return { sentence: t('open', { count: open.length, start: wordAtStart(open.length) }), quiet };
  };
};
