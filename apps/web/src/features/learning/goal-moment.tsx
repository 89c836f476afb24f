import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import { today } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './goal.module.css';

type GoalMomentProps = {
  readonly nextMoment: LocalDate | null;
  readonly busy: boolean;
  readonly onSet: (date: LocalDate | null) => void;
};

/** The day on which the owner wants to look at the goal again. Nothing reminds of it. */
export function GoalMoment({ nextMoment, busy, onSet }: GoalMomentProps) {
  const t = useTranslations('goals.moment');
  const [date, setDate] = useState(nextMoment ?? '');
  const [isWrong, setWrong] = useState(false);
  const save = (): void => {
    const isPast = date !== '' && date < today();
    setWrong(isPast);
    if (!isPast) onSet(date === '' ? null : date);
  };
  return (
    <form
      className={styles.moment}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        type="date"
        label={t('label')}
        hint={t('hint')}
        error={isWrong ? t('past') : undefined}
        optional
        value={date}
        onText={setDate}
      />
      {date !== (nextMoment ?? '') && (
        <Button type="submit" busy={busy}>
          {t(date === '' ? 'clear' : 'save')}
        </Button>
      )}
    </form>
  );
}
