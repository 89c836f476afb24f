import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { TransferItem } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { Button } from '../../ui/button.tsx';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import type { KnownTeam, TeamAct } from '../responsibilities/team-act.ts';
import { changedPeople, mostChangedWeek } from './before-after.ts';
import { BeforeAfterTable } from './before-after-table.tsx';
import { useLoadLead } from './load-lead.ts';
import { MoveList } from './move-list.tsx';
import { TryOut } from './try-out.tsx';
import { timeOf } from './try-period.ts';
import type { TryPeriod } from './try-period.ts';
import { usePropose } from './use-propose.ts';
import type { WhatIfOnScreen } from './use-what-if.ts';
import styles from './try-out.module.css';

type TryBlockProps = {
  readonly team: KnownTeam;
  readonly me: PersonId;
  readonly today: LocalDate;
  readonly act: TeamAct['act'];
  readonly now: TeamLoad;
  /** The weeks with what is tried. */
  readonly after: TeamLoad;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
  readonly whatIf: WhatIfOnScreen;
  readonly giver: PersonId | undefined;
  readonly period: TryPeriod;
  readonly onPeriod: (period: TryPeriod) => void;
  readonly onStop: () => void;
};

/** Tries things out above the picture: which things, what they change, and the way to propose them. */
export default function TryBlock(props: TryBlockProps) {
  const { team, me, today, act, now, after, scenario, names, whatIf, period, onPeriod } = props;
  const t = useTranslations('workload.try');
  const lead = useLoadLead();
  const heading = useRef<HTMLHeadingElement>(null);
  const { teamId, snapshot } = team;
  const { propose, notYet } = usePropose(team, { me, today, act });
  const { mine } = whatIf;
  const moves = mine?.moves ?? [];
  useEffect(() => heading.current?.focus(), []);
  const tryMoves = (next: TransferItem[], when = period): void =>
    whatIf.tryThis({ moves: next, ...timeOf(when, today) });
  const monday = mostChangedWeek({ now, after, scenario });
  const rows = changedPeople({ now, after, scenario }, monday);
  return (
    <section className={styles.block} aria-labelledby="try-heading">
      <h3 id="try-heading" ref={heading} tabIndex={-1}>
        {t('title')}
      </h3>
      <p className={styles.words}>{t('words')}</p>
      <TryOut
        {...{ snapshot, today, names, period }}
        giver={props.giver}
        mondays={now.mondays}
        people={now.people.map(({ personId }) => personId)}
        tried={moves}
        onPeriod={(next) => {
          onPeriod(next);
          tryMoves(moves, next);
        }}
        onMove={(move) => tryMoves([...moves, move])}
      />
      <div className={styles.outcome}>
        {moves.length > 0 && (
          <>
            <MoveList
              {...{ teamId, snapshot, names, moves, monday }}
              onRemove={(move) => tryMoves(moves.filter(({ id }) => id !== move.id))}
            />
            {rows.length > 0 && <BeforeAfterTable {...{ monday, rows, names }} />}
            <p role="status" className={styles.words}>
              {t('then', { lead: lead(after, scenario) })}
            </p>
          </>
        )}
        <div className={styles.buttons}>
          {mine && (
            <Button
              kind="primary"
              notYet={notYet(mine)}
              onClick={() => {
                propose(mine);
                props.onStop();
              }}
            >
              {t('propose')}
            </Button>
          )}
          <Button kind="tertiary" onClick={props.onStop}>
            {t('stop')}
          </Button>
        </div>
      </div>
    </section>
  );
}
