import { useMemo, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { mayInTeam } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { Panel } from '../../ui/panel.tsx';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { LooksHere } from '../presence/looks-here.tsx';
import { dayOf } from './last-day.ts';
import { useActs } from './acts.tsx';
import { ActsFailure, ActsUndoBar } from './acts-feedback.tsx';
import { AsleepNotice } from './asleep-notice.tsx';
import { CarryActions } from './carry-actions.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { DutySection } from './duty-section.tsx';
import { HandoverLinks } from './handover-links.tsx';
import { NotesSection } from './notes-section.tsx';
import { OpenOffers } from './open-offers.tsx';
import type { PeopleNames } from './people-names.ts';
import { ResponsibilityHistory } from './responsibility-history.tsx';
import { SeasonBars } from './season-bars.tsx';
import { TidyActions } from './tidy-actions.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useRecurrence } from './use-recurrence.ts';
import styles from './panel.module.css';

type ResponsibilityPanelProps = {
  readonly teamId: TeamId;
  readonly actor: Actor;
  readonly snapshot: TeamSnapshot;
  readonly names: PeopleNames;
  readonly responsibilityId: ResponsibilityId;
  readonly onClose: () => void;
  readonly onEdit: () => void;
};

/** Everything about one responsibility, and what can be done with it. */
export default function ResponsibilityPanel(props: ResponsibilityPanelProps) {
  const { teamId, actor, snapshot, names, responsibilityId } = props;
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  const narrow = useMediaQuery(NARROW);
  const body = useRef<HTMLDivElement>(null);
  const { context } = useActs();
  const { today } = context;
  const recurrence = useRecurrence();
  const keepFocus = useKeptFocus(body);
  const responsibility = useMemo(() => {
    const isClosed = snapshot.responsibility[responsibilityId]?.closedOn !== null;
    return deriveBoard(snapshot, { today, closed: isClosed, ...(recurrence && { asleep: recurrence.deriveAsleep }) })
      .flatMap(({ responsibilities }) => responsibilities)
      .find(({ id }) => id === responsibilityId);
  }, [snapshot, responsibilityId, today, recurrence]);
  if (!responsibility) return null;
  const { purpose, closedOn } = responsibility;
  const tools = { snapshot, actor, teamId, names, responsibility };
  return (
    <Panel
      subject={responsibilityId}
      above={snapshot.area[responsibility.areaId]?.name ?? ''}
      title={responsibility.title}
      onClose={props.onClose}
    >
      <div ref={body} className={styles.body} tabIndex={-1} {...keepFocus}>
        <ActsFailure about={responsibilityId} names={names} />
        <LooksHere responsibilityId={responsibilityId} names={names} />
        <AsleepNotice coverage={responsibility.coverage} />
        {closedOn !== null && (
          <p className={styles.closed}>
            {t('note.closed', {
              on: dayOf(format, closedOn),
            })}
          </p>
        )}
        {mayInTeam(actor, 'responsibility.carry', teamId) && closedOn === null && <CarryActions {...tools} />}
        <OpenOffers {...tools} />
        <h3>{t('panel.purpose')}</h3>
        <p className={styles.purpose}>{purpose === '' ? t('panel.noPurpose') : purpose}</p>
        <h3>{t('panel.criticality')}</h3>
        <p>{t(`criticality.${responsibility.criticality}.words`)}</p>
        <SeasonBars minutesAWeek={responsibility.minutesAWeek} season={responsibility.season} />
        <DutySection {...tools} />
        <DeadlineSection {...tools} />
        <NotesSection {...tools} />
        {closedOn === null && <HandoverLinks {...tools} />}
        <ResponsibilityHistory {...{ teamId, responsibilityId }} />
        {mayInTeam(actor, 'responsibility.write', teamId) && <TidyActions {...tools} onEdit={props.onEdit} />}
      </div>
      {narrow && <ActsUndoBar />}
    </Panel>
  );
}
