import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { holdsOn } from '@roer/domain/dates';
import type { AssignmentRow, TeamSnapshot, TransferItem } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import type { PlannedAbsence } from '@roer/domain/workload/stands-still';
import { transferCommands } from '@roer/domain/workload/transfer-commands';
import { newId, today } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { teamCommand } from './commands.ts';
import { useLastDay } from './last-day.ts';
import { namesIn } from './people-names.ts';
import { refusalTo } from './refusal.ts';
import type { ToArrange } from './still-actions.tsx';
import type { KnownTeam, TeamAct } from './team-act.ts';
import { useShortDate } from './use-short-date.ts';

type MoveDialogProps = {
  readonly team: KnownTeam;
  readonly planned: PlannedAbsence;
  readonly about: ToArrange;
  /** My own of it; null when I only have a part of a work with a date. */
  readonly assignment: AssignmentRow | null;
  readonly act: TeamAct['act'];
  readonly onClose: () => void;
};

/** Proposes that a colleague has it in the days of an absence, or a part of a work for good. It moves when they say yes. */
export default function MoveDialog({ team, planned, about, assignment, act, onClose }: MoveDialogProps) {
  const t = useTranslations('planning.still.moveForm');
  const date = useShortDate();
  const last = useLastDay();
  const [receiver, setReceiver] = useState<string>();
  const [tried, setTried] = useState(false);
  const { personId: me, from, until } = planned;
  const { responsibility, work, percent = 100 } = about;
  const day = today();
  const first = from < day ? day : from;
  const title = work?.title ?? responsibility?.title ?? '';
  const names = namesIn(team.snapshot);
  const proposal = (to: PersonId) => {
    if (!responsibility) return null;
    const item: TransferItem = {
      id: newId<'transferItem'>(),
      responsibilityId: responsibility.id,
      assignmentId: work ? null : (assignment?.id ?? null),
      workId: work?.id ?? null,
      sharePercent: work ? percent : (assignment?.sharePercent ?? 100),
      giver: me,
      receiver: to,
    };
    // A part of a work goes for good: there is no time in which it comes back.
    const time = work ? { from: day, until: null } : { from: first, until };
    const input = { transferId: newId<'transfer'>(), items: [item], ...time };
    const command = teamCommand(transferCommands.proposeTransfer, input, { actorId: me, today: day });
    return refusalTo(team.snapshot, command) ? null : command;
  };
  const people = colleagues(team.snapshot, me).flatMap(({ personId, name }) => {
    const command = proposal(personId);
    return command ? [{ personId, name, command }] : [];
  });
  const chosen = people.find(({ personId }) => personId === receiver);
  const save = (): void => {
    setTried(true);
    if (!chosen) return;
    onClose();
    void act(
      [{ team, command: chosen.command }],
      t('done', { title, name: names.short(chosen.personId) ?? chosen.name }),
    );
  };
  const hintOf = (personId: PersonId): string | undefined => {
    const isAway = Object.values(team.snapshot.absence).some(
      (absence) => absence.personId === personId && absence.from < until && absence.until > first,
    );
    if (isAway) return t('away');
    const role = Object.values(team.snapshot.assignment).find(
      (row) => row.personId === personId && row.responsibilityId === responsibility?.id && holdsOn(row, first),
    )?.role;
    return role && t(`role.${role}`);
  };
  return (
    <FormDialog above={title} title={t('title')} onClose={onClose} onSubmit={save} submit={t('submit')}>
      <p>{work ? t('wordsWork') : t('words', { from: date(first), last: last(until) })}</p>
      {people.length === 0 ? (
        <p>{t('nobody')}</p>
      ) : (
        <RadioGroup
          label={t('who')}
          error={tried && !chosen ? t('needed') : undefined}
          value={receiver}
          onChoose={setReceiver}
          options={people.map(({ personId, name }) => {
            const hint = hintOf(personId);
            return { value: personId, label: name, ...(hint !== undefined && { hint }) };
          })}
        />
      )}
    </FormDialog>
  );
}

const colleagues = (snapshot: TeamSnapshot, me: PersonId): { personId: PersonId; name: string }[] =>
  Object.values(snapshot.member)
    .filter(({ personId }) => personId !== me)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
