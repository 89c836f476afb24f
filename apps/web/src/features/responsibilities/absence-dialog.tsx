import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { AbsenceRow } from '@roer/domain/feed';
import type { AbsenceId, PersonId } from '@roer/domain/ids';
import { absenceCommands } from '@roer/domain/responsibilities/absence-commands';
import { newId, today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AbsenceList } from './absence-list.tsx';
import { teamCommand } from './commands.ts';
import { StandsStill } from './stands-still.tsx';
import { TeamActLine } from './team-act-line.tsx';
import { useTeamAct } from './team-act.ts';
import type { KnownTeam } from './team-act.ts';
import styles from './absence.module.css';

type AbsenceDialogProps = { readonly teams: readonly KnownTeam[]; readonly me: PersonId; readonly onClose: () => void };

type Draft = { id: AbsenceId | null; from: string; last: string };
const empty: Draft = { id: null, from: '', last: '' };

/** What I planned of not being there, in all my teams, with a form to plan, change and take back. Never a reason. */
export default function AbsenceDialog({ teams, me, onClose }: AbsenceDialogProps) {
  const t = useTranslations('offers.absence');
  const { act, ...acted } = useTeamAct(me);
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const context = { actorId: me, today: today() };
  const planned = plannedBy(teams, me, context.today);
  const problem = problemOf(draft, context.today);
  const { id, from, last } = draft;
  // As soon as the days can be, also before anything is saved.
  const planning = problem ? null : { personId: me, from, until: addDays(last, 1), ...(id && { replaces: id }) };
  const show = (shown: Draft): void => {
    setDraft(shown);
    setTried(false);
  };

  const save = (): void => {
    setTried(true);
    if (problem) return;
    const absenceId = draft.id ?? newId<'absence'>();
    const days = { absenceId, from: draft.from, until: addDays(draft.last, 1) };
    void act(
      teams.map((team) => ({ team, command: teamCommand(absenceCommands.planAbsence, days, context) })),
      t('done.plan'),
    );
    show(empty);
  };
  const withdraw = ({ id }: AbsenceRow): void => {
    const told = teams.filter(({ snapshot }) => snapshot.absence[id]);
    void act(
      told.map((team) => ({ team, command: teamCommand(absenceCommands.withdrawAbsence, { absenceId: id }, context) })),
      t('done.withdraw'),
    );
    if (draft.id === id) show(empty);
  };
  return (
    <Dialog isOpen title={t('title')} onClose={onClose}>
      <p>{t('words')}</p>
      <AbsenceList
        absences={planned}
        onChange={({ id, from, until }) => show({ id, from, last: addDays(until, -1) })}
        onWithdraw={withdraw}
      />
      <Form
        onSubmit={save}
        actions={
          <>
            <Button kind="primary" type="submit">
              {t(draft.id === null ? 'plan' : 'save')}
            </Button>
            {draft.id !== null && (
              <Button kind="tertiary" onClick={() => show(empty)}>
                {t('stop')}
              </Button>
            )}
          </>
        }
      >
        <div className={styles.days}>
          <TextField
            type="date"
            label={t('from')}
            error={tried && problem === 'from' ? t('fromNeeded') : undefined}
            value={draft.from}
            onText={(from) => setDraft({ ...draft, from, last: draft.last < from ? from : draft.last })}
          />
          <TextField
            type="date"
            label={t('last')}
            error={tried && problem === 'last' ? t('lastWrong') : undefined}
            min={draft.from === '' ? context.today : draft.from}
            value={draft.last}
            onText={(last) => setDraft({ ...draft, last })}
          />
        </div>
      </Form>
      {planning && <StandsStill {...{ teams, act }} planned={planning} />}
      <TeamActLine {...acted} />
    </Dialog>
  );
}

/** What of the form cannot be; null when it can be planned (rule R4.16). */
const problemOf = ({ from, last }: Draft, day: string): 'from' | 'last' | null => {
  if (from === '' || from > addDays(day, 700)) return 'from';
  return last === '' || last < from || last < day || last > addDays(from, 365) ? 'last' : null;
};

/** My own of all teams, each once, what has not passed, in order of day. */
const plannedBy = (teams: readonly KnownTeam[], me: PersonId, day: string): AbsenceRow[] => {
  const rows = teams.flatMap(({ snapshot }) => Object.values(snapshot.absence));
  const mine = rows.filter(({ personId, until }) => personId === me && until > day);
  return [...new Map(mine.map((row) => [row.id, row])).values()].toSorted((one, other) =>
    one.from.localeCompare(other.from),
  );
};
