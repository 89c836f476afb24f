import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { CoverageStrip } from '../../ui/coverage-strip.tsx';
import { boardAddress } from '../responsibilities/board-address.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { stripAreas } from '../responsibilities/strip-areas.ts';
import type { MyBoard, MyTeam } from './my-responsibilities.ts';
import styles from './today.module.css';

type MyStripProps = {
  readonly team: MyTeam;
  readonly board: MyBoard;
  readonly me: PersonId;
  readonly isNamed: boolean;
};

/** My place in one team: everything quiet except my strands. */
export function MyStrip({ team, board, me, isNamed }: MyStripProps) {
  const t = useTranslations('today');
  const words = useTranslations('responsibilities');
  const [, navigate] = useLocation();
  const areas = useMemo(
    () => stripAreas({ board, me, mine: true, names: namesIn(team.snapshot), t: words }),
    [team, board, me, words],
  );
  if (areas.every((area) => area.columns.length === 0)) return null;
  return (
    <div className={styles.strip}>
      {isNamed && <h2 className={styles.teamName}>{team.teamName}</h2>}
      <CoverageStrip
        mine
        areas={areas}
        sentence={t('stripSentence', { team: team.teamName })}
        // Ids in the strip are those of the responsibilities that were put in.
        onSelect={(id) => navigate(boardAddress(team.teamId, id as ResponsibilityId))}
      />
    </div>
  );
}
