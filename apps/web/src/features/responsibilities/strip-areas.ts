import type { useTranslations } from 'use-intl';
import type { deriveBoard } from '@roer/domain/responsibilities/coverage';
import type { PersonId } from '@roer/domain/ids';
import type { StripArea } from '../../ui/coverage-strip.tsx';
import { strandOf } from './board-view.ts';
import { stripLabel } from './coverage-words.tsx';
import type { PeopleNames } from './people-names.ts';

type Translator = ReturnType<typeof useTranslations<'responsibilities'>>;

type StripInput = {
  board: ReturnType<typeof deriveBoard>;
  me: PersonId;
  /** Only my strands are told in words. */
  mine: boolean;
  names: PeopleNames;
  t: Translator;
};

/** The board as the strip draws it. */
export const stripAreas = ({ board, me, mine, names, t }: StripInput): StripArea[] =>
  board.map(({ area, responsibilities }) => ({
    id: area.id,
    name: area.name,
    count: t('areaCount', {
      covered: responsibilities.filter(({ coverage }) => coverage.state === 'covered').length,
      total: responsibilities.length,
    }),
    columns: responsibilities.map((responsibility) => {
      const strand = strandOf(responsibility, me);
      return {
        id: responsibility.id,
        title: responsibility.title,
        coverage: responsibility.coverage.state,
        minutes: responsibility.minutesAWeek,
        shares: responsibility.holders.map(({ id, sharePercent, personId }) => ({
          id,
          percent: sharePercent,
          mine: personId === me,
        })),
        mine: strand,
        label: mine ? strand && t(`label.mine.${strand}`) : stripLabel(responsibility, { t, names }),
      };
    }),
  }));
