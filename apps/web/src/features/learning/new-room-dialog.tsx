import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import { minuteLimits, phases, usualMinutes } from '@roer/domain/learning/intervisie-clock';
import type { Phase } from '@roer/domain/learning/intervisie-clock';
import { api } from '../../live/api.ts';
import { newTimelessId } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useIntervisieAct } from './intervisie.ts';
import styles from './intervisie.module.css';

type NewRoomDialogProps = { readonly teamId: TeamId; readonly onClose: () => void };

/** Whole minutes within the limits; null for anything else. */
const minutesIn = (text: string): number | null => {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return minutes >= minuteLimits.least && minutes <= minuteLimits.most ? minutes : null;
};

/** Opens a room: how long each phase takes, and nothing of what it is about. */
export default function NewRoomDialog({ teamId, onClose }: NewRoomDialogProps) {
  const t = useTranslations('intervisie');
  const [, navigate] = useLocation();
  const { busy, act, failure } = useIntervisieAct();
  const [roomId] = useState(() => newTimelessId<'intervisie'>());
  const [typed, setTyped] = useState<Partial<Record<Phase, string>>>({});
  const texts = phases.map((phase) => typed[phase] ?? String(usualMinutes[phase]));
  const minutes = texts.flatMap((text) => minutesIn(text) ?? []);
  const open = async (): Promise<void> => {
    if (minutes.length < phases.length) return;
    const made = await act(() => api.learning.openIntervisie.mutate({ teamId, roomId, minutes }), t('open.done'));
    if (made) navigate(`/team/${teamId}/intervisie/${roomId}`);
  };
  return (
    <FormDialog
      shape="sheet"
      title={t('open.title')}
      onClose={onClose}
      onSubmit={() => void open()}
      submit={t('open.submit')}
      busy={busy}
      failure={failure}
    >
      <p>{t('open.words')}</p>
      <fieldset className={styles.minutes}>
        <legend>{t('open.minutes')}</legend>
        {phases.map((phase, index) => (
          <TextField
            key={phase}
            label={t(`phase.${phase}`)}
            error={minutesIn(texts[index] ?? '') === null ? t('open.wrong', minuteLimits) : undefined}
            inputMode="numeric"
            autoComplete="off"
            value={texts[index] ?? ''}
            onText={(text) => setTyped({ ...typed, [phase]: text })}
          />
        ))}
      </fieldset>
      {minutes.length === phases.length && (
        <p>{t('open.total', { minutes: minutes.reduce((sum, each) => sum + each, 0) })}</p>
      )}
    </FormDialog>
  );
}
