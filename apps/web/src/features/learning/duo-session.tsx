import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SessionNumber } from '@roer/domain/learning/duo';
import { duoCommands } from '@roer/domain/learning/duo-commands';
import type { DuoRow, DuoSession } from '@roer/domain/learning/handover-rows';
import { Button } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import { NoteBody } from '../responsibilities/notes-text.tsx';
import type { TeamAct } from '../responsibilities/team-act.ts';
import { DuoNotes } from './duo-notes.tsx';
import type { HandoverTools } from './handover-words.ts';
import { lazily } from '../../i18n/lazily.ts';
import styles from './handover.module.css';

const DuoDay = lazily(() => import('./duo-day.tsx'));

export type SessionPart = {
  readonly tools: HandoverTools;
  readonly duo: DuoRow;
  readonly session: DuoSession;
  readonly number: SessionNumber;
  readonly act: TeamAct['act'];
};

const prompts = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;

/** One of the five: its questions, a day, what was heard, and whether it was held. The one that comes next is open. */
export function DuoSessionSheet({ isNext, ...part }: SessionPart & { readonly isNext: boolean }) {
  const t = useTranslations('handover.duo');
  const { tools, duo, session, number, act } = part;
  const [shown, setShown] = useState<boolean>();
  const [planning, setPlanning] = useState(false);
  const { me, today, day, team } = tools;
  const isMine = duo.giver === me || duo.receiver === me;
  const isRunning = duo.state === 'running';
  const isOpen = shown ?? isNext;
  const name = t(`prompts.s${number}.name`);
  const which = { duoId: duo.id, responsibilityId: duo.responsibilityId, number };
  const context = { actorId: me, today };
  const note = session.noteId ? tools.snapshot.note[session.noteId] : undefined;
  const when =
    session.heldOn !== null
      ? t('heldOn', { day: day(session.heldOn) })
      : session.plannedOn !== null
        ? t('planned', { day: day(session.plannedOn) })
        : t('notPlanned');
  const hold = (held: boolean): void => {
    // It stays open under the pointer, also when another one comes next now.
    setShown(true);
    void act(
      [{ team, command: teamCommand(duoCommands.holdDuoSession, { ...which, held }, context) }],
      t('done.held', { held: held ? 'yes' : 'no' }),
    );
  };
  const mayHold = isMine && (isRunning || (session.heldOn !== null && duo.sessions.every(({ heldOn }) => heldOn)));
  return (
    <section className={classNames(styles.session, isNext && styles.now)} aria-labelledby={`session-${number}`}>
      <h3 id={`session-${number}`}>{t('session', { number, name })}</h3>
      <p className={styles.quiet}>{when}</p>
      <div className={rows.row}>
        {isMine && isRunning && session.heldOn === null && (
          <Button dense onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        )}
        <Button kind="tertiary" dense aria-expanded={isOpen} onClick={() => setShown(!isOpen)}>
          {t(isOpen ? 'hide' : 'show')}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.open}>
          <h4>{t('ask')}</h4>
          <ul className={styles.prompts}>
            {prompts.map((prompt) => (
              <li key={prompt}>{t(`prompts.s${number}.${prompt}`)}</li>
            ))}
          </ul>
          {isMine && (isRunning || duo.state === 'ended') ? (
            <DuoNotes key={number} {...part} note={note ?? null} title={t('noteTitle', { number, name })} />
          ) : (
            note && <NoteBody text={note.body} />
          )}
          {mayHold && (
            <Checkbox checked={session.heldOn !== null} onTick={hold}>
              {t('held')}
            </Checkbox>
          )}
        </div>
      )}
      {planning && (
        <Suspense>
          <DuoDay {...part} onClose={() => setPlanning(false)} />
        </Suspense>
      )}
    </section>
  );
}
