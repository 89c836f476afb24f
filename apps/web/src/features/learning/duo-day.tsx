import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { duoCommands } from '@roer/domain/learning/duo-commands';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { teamCommand } from '../responsibilities/commands.ts';
import type { SessionPart } from './duo-session.tsx';

/** On which day the two sit together. */
export default function DuoDay({
  tools,
  duo,
  session,
  number,
  act,
  onClose,
}: SessionPart & { readonly onClose: () => void }) {
  const t = useTranslations('handover.duo');
  const [text, setText] = useState<string>(session.plannedOn ?? '');
  const [tried, setTried] = useState(false);
  const { today, me, team } = tools;
  const isDay = text >= today && text <= addDays(today, 366);
  const plan = (plannedOn: LocalDate | null): void => {
    const input = { duoId: duo.id, responsibilityId: duo.responsibilityId, number, plannedOn };
    onClose();
    void act(
      [{ team, command: teamCommand(duoCommands.planDuoSession, input, { actorId: me, today }) }],
      t(plannedOn === null ? 'done.unplan' : 'done.plan'),
    );
  };
  return (
    <FormDialog
      above={t('session', { number, name: t(`prompts.s${number}.name`) })}
      title={t('plan')}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (isDay) plan(text);
      }}
      submit={t('planSave')}
      otherAction={session.plannedOn !== null && <Button onClick={() => plan(null)}>{t('unplan')}</Button>}
    >
      <TextField
        type="date"
        label={t('planLabel')}
        min={today}
        value={text}
        onText={setText}
        error={tried && !isDay ? t('planWrong') : undefined}
      />
    </FormDialog>
  );
}
