import { Suspense, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DeadlineWorkRow, ResponsibilityRow } from '@roer/domain/feed';
import { longestHelpText } from '@roer/domain/responsibilities/help';
import { helpCommands } from '@roer/domain/responsibilities/help-commands';
import type { PlannedAbsence } from '@roer/domain/workload/stands-still';
import { openTransfersOf } from '@roer/domain/workload/open-transfers';
import { newId, today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { makeOffer } from './carrying.ts';
import { teamCommand } from './commands.ts';
import { useLastDay } from './last-day.ts';
import { namesIn } from './people-names.ts';
import { refusalTo } from './refusal.ts';
import type { KnownTeam, TeamAct } from './team-act.ts';
import { useShortDate } from './use-short-date.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './stands-still.module.css';

const MoveDialog = lazily(() => import('./move-dialog.tsx'));

/** What is arranged: a responsibility, or my part (percent) of a work with a date. */
export type ToArrange = {
  readonly responsibility: ResponsibilityRow | undefined;
  readonly work: DeadlineWorkRow | null;
  readonly percent?: number;
};

type StillActionsProps = {
  readonly team: KnownTeam;
  readonly planned: PlannedAbsence;
  readonly about: ToArrange;
  readonly act: TeamAct['act'];
};

/** One press to ask for help, to offer it until I am back, or to propose that a colleague has it in those days. */
export function StillActions({ team, planned, about, act }: StillActionsProps) {
  const t = useTranslations('planning.still');
  const format = useFormatter();
  const date = useShortDate();
  const last = useLastDay();
  const [isMoving, setMoving] = useState(false);
  const { responsibility, work } = about;
  if (!responsibility) return null;
  const { personId: me, from, until } = planned;
  const day = today();
  const context = { actorId: me, today: day };
  const responsibilityId = responsibility.id;
  const title = work?.title ?? responsibility.title;
  const first = from < day ? day : from;
  const ask = (): void => {
    const text = t('askText', { title, from: date(first), last: last(until) }).slice(0, longestHelpText);
    const help = { helpId: newId<'help'>(), kind: 'ask', text, on: first, minutes: null, responsibilityId } as const;
    void act([{ team, command: teamCommand(helpCommands.makeHelp, help, context) }], t('asked', { title }));
  };
  const mine = Object.values(team.snapshot.assignment).find(
    (row) => row.responsibilityId === responsibilityId && row.personId === me,
  );
  const offer =
    work === null && mine
      ? makeOffer(
          {
            responsibilityId,
            assignmentId: mine.id,
            kind: 'give',
            toPersonId: null,
            sharePercent: mine.sharePercent,
            temporaryUntil: until,
          },
          context,
        )
      : null;
  const asked = openTransfersOf(team.snapshot, day)
    .flatMap(({ items }) => items)
    .filter(
      (item) => item.giver === me && item.responsibilityId === responsibilityId && item.workId === (work?.id ?? null),
    );
  const names = namesIn(team.snapshot);
  const named = <VisuallyHidden>{`: ${title}`}</VisuallyHidden>;
  return (
    <div className={styles.acts}>
      {asked.length > 0 && (
        <p role="status" className={styles.waiting}>
          {t('waiting', { names: format.list(asked.flatMap(({ receiver }) => names.short(receiver) ?? [])) })}
        </p>
      )}
      <Button kind="tertiary" dense onClick={ask}>
        {t('ask')}
        {named}
      </Button>
      {offer && !refusalTo(team.snapshot, offer) && (
        <Button
          kind="tertiary"
          dense
          onClick={() => void act([{ team, command: offer }], t('offered', { title, last: last(until) }))}
        >
          {t('offer')}
          {named}
        </Button>
      )}
      {(work !== null || mine) && (
        <Button kind="tertiary" dense onClick={() => setMoving(true)}>
          {t('move')}
          {named}
        </Button>
      )}
      {isMoving && (
        <Suspense>
          <MoveDialog {...{ team, planned, about, act }} assignment={mine ?? null} onClose={() => setMoving(false)} />
        </Suspense>
      )}
    </div>
  );
}
