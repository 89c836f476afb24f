import { useMemo } from 'react';
import Info from 'lucide-react/icons/info';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { withMoves } from '@roer/domain/workload/what-if';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { KnownTeam, TeamAct } from '../responsibilities/team-act.ts';
import { changedPeople, mostChangedWeek } from './before-after.ts';
import { BeforeAfterTable } from './before-after-table.tsx';
import { AheadWords, ExcessWords } from './excess-words.tsx';
import { MoveList } from './move-list.tsx';
import { OtherMove } from './other-move.tsx';
import type { MoveFound } from './smallest-move-ahead.ts';
import type { Refused } from './smallest-move-question.ts';
import { useMoveTimeWords } from './time-words.ts';
import { usePropose } from './use-propose.ts';
import styles from './move-sheet.module.css';

type Found = Extract<MoveFound, { kind: 'move' }>;

export type MoveSheetProps = {
  readonly team: KnownTeam;
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly act: TeamAct['act'];
  readonly now: TeamLoad;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
  readonly found: Found;
  readonly refused: readonly Refused[];
  readonly onRefuse: (refused: readonly Refused[]) => void;
  readonly onShow: (found: Found) => void;
};

/** The fewest things to hand over so that everything fits: from whom to whom, what it changes, and the way to propose it. */
export default function MoveSheet(props: MoveSheetProps) {
  const { team, me, today, act, now, scenario, names, found, refused, onRefuse } = props;
  const t = useTranslations('workload.sheet');
  const { teamId, snapshot } = team;
  const { propose, notYet } = usePropose(team, { me, today, act });
  const when = useMoveTimeWords();
  const after = useMemo(
    () => deriveTeamLoad(withMoves(snapshot, found.moves, { ...found, today }), today),
    [snapshot, found, today],
  );
  const monday = mostChangedWeek({ now, after, scenario });
  const rows = changedPeople({ now, after, scenario }, monday);
  return (
    <section className={styles.sheet} aria-labelledby="move-heading">
      <h2 id="move-heading">{t('title', { when: when(found) })}</h2>
      <ExcessWords {...{ now, scenario, names, monday }} />
      {found.ahead && <AheadWords today={today} />}
      <MoveList {...{ teamId, snapshot, names, monday }} moves={found.moves} />
      {rows.length > 0 && <BeforeAfterTable {...{ monday, rows, names }} />}
      <div className={styles.buttons}>
        <Button kind="primary" notYet={notYet(found)} onClick={() => propose(found)}>
          {t('propose')}
        </Button>
        <Button onClick={() => props.onShow(found)}>{t('show')}</Button>
      </div>
      <OtherMove {...{ snapshot, names, refused, onRefuse }} moves={found.moves} />
      <p className={styles.note}>
        <Icon of={Info} small />
        <span>
          {t('decide')} {!found.proven && t('notProven')}
        </span>
      </p>
    </section>
  );
}
