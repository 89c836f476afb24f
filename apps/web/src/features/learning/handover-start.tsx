import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { addDays } from '@roer/domain/dates';
import type { AssignmentRow } from '@roer/domain/feed';
import type { AssignmentId, PersonId, ResponsibilityId } from '@roer/domain/ids';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { candidatesFor, prefilledItems } from '@roer/domain/learning/handover-prefill';
import { newId } from '../../live/clock.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { handoverAddress } from '../responsibilities/board-address.ts';
import { teamCommand } from '../responsibilities/commands.ts';
import type { TeamAct } from '../responsibilities/team-act.ts';
import { namesIn } from '../responsibilities/people-names.ts';
import { toHandOver } from './to-hand-over.ts';
import type { HandoverTools } from './handover-words.ts';
import styles from './handover.module.css';

type HandoverStartProps = {
  readonly tools: HandoverTools;
  readonly act: TeamAct['act'];
  /** Everything that I carry is chosen to begin with. */
  readonly isLeaving: boolean;
  /** What the reader came from, chosen to begin with. */
  readonly first: ResponsibilityId | undefined;
  readonly onClose: () => void;
};

/** Chooses what I hand over, to whom and by when. The list of what belongs to it is made of what the team keeps. */
export default function HandoverStart({ tools, act, isLeaving, first, onClose }: HandoverStartProps) {
  const t = useTranslations('handover');
  const [, navigate] = useLocation();
  const { snapshot, me, today, titleOf, team } = tools;
  const all = toHandOver(snapshot, me);
  const only = all.filter(({ responsibilityId }) => responsibilityId === first);
  const [chosen, setChosen] = useState<ReadonlySet<AssignmentId>>(
    () => new Set((isLeaving ? all : only).map(({ id }) => id)),
  );
  const [receivers, setReceivers] = useState<ReadonlyMap<AssignmentId, string>>(new Map());
  const [before, setBefore] = useState('');
  const [tried, setTried] = useState(false);
  const isDay = before === '' || (before >= today && before <= addDays(today, 366));
  const rows = all.filter(({ id }) => chosen.has(id));

  const choose = (id: AssignmentId, ticked: boolean): void =>
    setChosen((now) => new Set(ticked ? [...now, id] : [...now].filter((other) => other !== id)));
  const receiverOf = (assignment: AssignmentRow): PersonId | null =>
    candidatesFor(snapshot, assignment, today).find(({ personId }) => personId === receivers.get(assignment.id))
      ?.personId ?? null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (rows.length === 0 || !isDay) return;
    const handovers = rows.map((assignment) => ({
      handoverId: newId<'handover'>(),
      responsibilityId: assignment.responsibilityId,
      assignmentId: assignment.id,
      receiver: receiverOf(assignment),
      items: prefilledItems(snapshot, assignment.responsibilityId).map((line) => ({
        ...line,
        id: newId<'handoverItem'>(),
      })),
    }));
    const input = { before: before === '' ? null : before, handovers };
    const command = teamCommand(handoverCommands.startHandovers, input, { actorId: me, today });
    const title = titleOf(rows[0]?.responsibilityId ?? '');
    onClose();
    const isDone = await act([{ team, command }], t('done.start', { count: rows.length, title }));
    const [one, ...more] = handovers;
    if (isDone && one && more.length === 0)
      navigate(handoverAddress(tools.teamId, { id: one.handoverId, responsibilityId: one.responsibilityId }));
  };
  return (
    <FormDialog
      shape="sheet"
      title={t(isLeaving ? 'form.titleLeave' : 'form.title')}
      onClose={onClose}
      onSubmit={() => void save()}
      submit={t('form.submit')}
    >
      <p>{t(isLeaving ? 'form.wordsLeave' : 'form.words')}</p>
      {all.length === 0 && <p>{t('allMine')}</p>}
      <fieldset className={styles.choose}>
        <legend>{t('form.which')}</legend>
        {tried && rows.length === 0 && (
          <p role="alert" className={styles.wrong}>
            {t('form.needed')}
          </p>
        )}
        {all.map((assignment) => (
          <div key={assignment.id} className={styles.choice}>
            <Checkbox checked={chosen.has(assignment.id)} onTick={(ticked) => choose(assignment.id, ticked)}>
              {titleOf(assignment.responsibilityId)}
            </Checkbox>
            {chosen.has(assignment.id) && (
              <Receiver
                {...{ tools, assignment }}
                label={t('form.who', { title: titleOf(assignment.responsibilityId) })}
                value={receivers.get(assignment.id) ?? ''}
                onChoose={(value) => setReceivers((now) => new Map([...now, [assignment.id, value]]))}
              />
            )}
          </div>
        ))}
      </fieldset>
      <TextField
        type="date"
        label={t('form.before')}
        optional
        min={today}
        value={before}
        onText={setBefore}
        error={tried && !isDay ? t('form.beforeWrong') : undefined}
      />
    </FormDialog>
  );
}

type ReceiverProps = {
  readonly tools: HandoverTools;
  readonly assignment: AssignmentRow;
  readonly label: string;
  readonly value: string;
  readonly onChoose: (personId: string) => void;
};

/** Who of the team can receive it: who can do it alone first; or nobody yet. */
export function Receiver({ tools, assignment, ...field }: ReceiverProps) {
  const t = useTranslations('handover.form');
  const { snapshot, today } = tools;
  const names = namesIn(snapshot);
  return (
    <SelectField
      {...field}
      options={[
        { value: '', label: t('nobody') },
        ...candidatesFor(snapshot, assignment, today).map(({ personId, standsIn, canAlone }) => {
          const name = names.full(personId) ?? '';
          return {
            value: personId,
            label: standsIn ? t('standsIn', { name }) : canAlone ? t('canAlone', { name }) : name,
          };
        }),
      ]}
    />
  );
}
