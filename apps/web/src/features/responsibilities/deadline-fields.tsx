import { useTranslations } from 'use-intl';
import { deadlineWorkLimits } from '@roer/domain/workload/deadline-work';
import { HoursField } from '../../ui/hours-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DeadlineDraft, DeadlineField, DeadlineProblems } from './deadline-draft.ts';
import styles from './deadline.module.css';

type DeadlineFieldsProps = {
  readonly draft: DeadlineDraft;
  readonly change: (part: Partial<DeadlineDraft>) => void;
  readonly wrong: DeadlineProblems;
};

/** The fields of a work with a date: what it is, between which days, and about how many hours it still takes. */
export function DeadlineFields({ draft, change, wrong }: DeadlineFieldsProps) {
  const t = useTranslations('planning.deadline.form');
  const errorOf = (field: DeadlineField): string | undefined => {
    const problem = wrong[field];
    return problem && t(`wrong.${problem}`, { most: deadlineWorkLimits.title, hours: deadlineWorkLimits.minutes / 60 });
  };
  const hours = (field: 'least' | 'likely' | 'most') => ({
    label: t(field),
    hint: t(`${field}Hint`),
    error: errorOf(field),
    optional: field !== 'likely',
    minutes: typeof draft[field] === 'number' ? draft[field] : undefined,
    most: deadlineWorkLimits.minutes,
    onMinutes: (minutes: number | undefined, typed: string) =>
      change({ [field]: minutes ?? (typed.trim() === '' ? undefined : 'unreadable') }),
  });
  return (
    <>
      <TextField
        label={t('title')}
        hint={t('titleHint')}
        error={errorOf('title')}
        value={draft.title}
        onText={(title) => change({ title })}
        autoComplete="off"
      />
      <div className={styles.pair}>
        <TextField
          type="date"
          label={t('earliestStart')}
          error={errorOf('earliestStart')}
          value={draft.earliestStart}
          onText={(earliestStart) => change({ earliestStart })}
        />
        <TextField
          type="date"
          label={t('due')}
          error={errorOf('due')}
          min={draft.earliestStart}
          value={draft.due}
          onText={(due) => change({ due })}
        />
      </div>
      <HoursField {...hours('likely')} />
      <div className={styles.pair}>
        <HoursField {...hours('least')} />
        <HoursField {...hours('most')} />
      </div>
    </>
  );
}
