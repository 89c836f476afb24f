import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import { lastMove, mayMoveTo } from '@roer/domain/responsibilities/duties';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import { limits, localDate } from '@roer/domain/responsibilities/schema';
import { today } from '../../live/clock.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

type DateDialogProps = {
  readonly kind: 'skip' | 'move';
  readonly occurrence: Occurrence;
  readonly onSkip: (reason: string) => void;
  readonly onMove: (to: LocalDate) => void;
  readonly onClose: () => void;
};

/** Skips one date of a duty with a reason, or moves it to another day. */
export default function DateDialog({ kind, occurrence, onSkip, onMove, onClose }: DateDialogProps) {
  const t = useTranslations('duties');
  const { recurrenceDate } = occurrence;
  const [text, setText] = useState(kind === 'move' ? occurrence.on : '');
  const [tried, setTried] = useState(false);
  const isRight =
    kind === 'move'
      ? localDate.safeParse(text).success && mayMoveTo(text, { recurrenceDate, today: today() })
      : text.trim().length <= limits.reason;
  const save = (): void => {
    setTried(true);
    if (!isRight) return;
    onClose();
    if (kind === 'skip') onSkip(text.trim());
    else if (text !== occurrence.on) onMove(text);
  };
  const field = { value: text, onText: setText };
  const isWrong = tried && !isRight;
  return (
    <FormDialog
      above={occurrence.duty.title}
      title={t(`${kind}.title`)}
      onClose={onClose}
      onSubmit={save}
      submit={t(`${kind}.save`)}
    >
      {kind === 'skip' ? (
        <TextField
          {...field}
          label={t('skip.reason')}
          hint={t('skip.reasonHint')}
          optional
          error={isWrong ? t('skip.tooLong', { most: limits.reason }) : undefined}
          autoComplete="off"
        />
      ) : (
        <TextField
          {...field}
          label={t('move.to')}
          hint={t('move.words')}
          error={isWrong ? t('move.wrong') : undefined}
          type="date"
          min={today()}
          max={lastMove(recurrenceDate)}
        />
      )}
    </FormDialog>
  );
}
