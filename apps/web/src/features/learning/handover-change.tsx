import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import { handoverCommands } from '@roer/domain/learning/handover-commands';
import { candidatesFor } from '@roer/domain/learning/handover-prefill';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import { Receiver } from './handover-start.tsx';
import type { HandoverPart } from './handover-items.tsx';

/** The giver names somebody else, or another day. */
export default function HandoverChange({
  tools,
  handover,
  act,
  onClose,
}: HandoverPart & { readonly onClose: () => void }) {
  const t = useTranslations('handover');
  const [receiver, setReceiver] = useState<string>(handover.receiver ?? '');
  const [before, setBefore] = useState<string>(handover.before ?? '');
  const [tried, setTried] = useState(false);
  const { snapshot, me, today, team } = tools;
  const assignment = snapshot.assignment[handover.assignmentId];
  const isDay = before === '' || before === handover.before || (before >= today && before <= addDays(today, 366));
  if (!assignment) return null;
  const save = (): void => {
    setTried(true);
    if (!isDay) return;
    const chosen = candidatesFor(snapshot, assignment, today).find(({ personId }) => personId === receiver);
    const which = { handoverId: handover.id, responsibilityId: handover.responsibilityId };
    const input = { ...which, receiver: chosen?.personId ?? null, before: before === '' ? null : before };
    onClose();
    void act(
      [{ team, command: teamCommand(handoverCommands.changeHandover, input, { actorId: me, today }) }],
      t('done.change', { title: tools.titleOf(handover.responsibilityId) }),
    );
  };
  return (
    <FormDialog title={t('acts.changeTitle')} onClose={onClose} onSubmit={save} submit={t('acts.save')}>
      <Receiver {...{ tools, assignment }} label={t('acts.changeWho')} value={receiver} onChoose={setReceiver} />
      <p>{t('acts.changeNote')}</p>
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
