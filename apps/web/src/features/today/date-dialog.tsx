import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { lastMove, mayMoveTo } from '@roer/domain/responsibilities/duties';
import { limits, localDate } from '@roer/domain/responsibilities/schema';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type DateForm = 'skip' | 'move';

type DateDialogProps = {
  readonly form: DateForm;
  /** What it is about: the duty, and when it is due in words. */
  readonly about: string;
  /** The day it is due now, and the one that its rule gave. */
  readonly on: LocalDate;
  readonly recurrenceDate: LocalDate;
  readonly today: LocalDate;
  readonly onSkip: (reason: string) => void;
  readonly onMove: (to: LocalDate) => void;
  readonly onClose: () => void;
};

/** One date of a duty does not happen this time, or on another day. */
export default function DateDialog(props: DateDialogProps) {
  return props.form === 'skip' ? <SkipDialog {...props} /> : <MoveDialog {...props} />;
}

function SkipDialog({ about, onSkip, onClose }: DateDialogProps) {
  const t = useTranslations('duties.skip');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isTooLong = reason.trim().length > limits.reason;
  return (
    <FormDialog
      above={about}
      title={t('title')}
      submit={t('save')}
      onClose={onClose}
      holdsWork={reason !== ''}
      onSubmit={() => {
        setTried(true);
        if (isTooLong) return;
        onClose();
        onSkip(reason.trim());
      }}
    >
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        optional
        error={tried && isTooLong ? t('tooLong', { most: limits.reason }) : undefined}
        value={reason}
        onText={setReason}
      />
    </FormDialog>
  );
}

function MoveDialog({ about, on, recurrenceDate, today, onMove, onClose }: DateDialogProps) {
  const t = useTranslations('duties.move');
  const [to, setTo] = useState(addDays(on > today ? on : today, 1));
  const [tried, setTried] = useState(false);
  const isDay = localDate.safeParse(to).success && mayMoveTo(to, { recurrenceDate, today });
  return (
    <FormDialog
      above={about}
      title={t('title')}
      submit={t('save')}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isDay) return;
        onClose();
        onMove(to);
      }}
    >
      <p>{t('words')}</p>
      <TextField
        type="date"
        label={t('to')}
        min={today}
        max={lastMove(recurrenceDate)}
        error={tried && !isDay ? t('wrong') : undefined}
        value={to}
        onText={setTo}
      />
    </FormDialog>
  );
}
