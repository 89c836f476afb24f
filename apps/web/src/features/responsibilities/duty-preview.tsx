import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow } from '@roer/domain/feed';
import type { DutyText } from '@roer/domain/responsibilities/duties';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import { newId } from '../../live/clock.ts';
import { scheduleWords } from './rule-words.ts';
import { useShortDate } from './use-short-date.ts';
import { useRecurrence } from './use-recurrence.ts';
import type { Recurrence } from './use-recurrence.ts';
import styles from './duty.module.css';

const howMany = 5;
/** Days that are looked ahead, until enough dates are found: most recur often. */
const lookAheads = [70, 800, 8 * 366];

type DutyPreviewProps = {
  /** Undefined while something in the form is not right. */
  readonly schedule: DutyText['schedule'] | undefined;
  readonly today: LocalDate;
};

/** The first dates that a rule gives, while it is being chosen. */
export function DutyPreview({ schedule, today }: DutyPreviewProps) {
  const t = useTranslations('duties');
  const format = useFormatter();
  const recurrence = useRecurrence();
  const dates = useMemo(
    () => (recurrence && schedule ? firstDates(recurrence, { schedule, today }) : []),
    [recurrence, schedule, today],
  );
  const day = useShortDate();
  return (
    <div className={styles.preview}>
      <p className={styles.previewTitle}>{t('preview.next')}</p>
      <p className={styles.previewRule}>{schedule ? scheduleWords(schedule, { t, format }) : t('preview.unknown')}</p>
      <ol>
        {dates.map(({ id, on, recurrenceDate }) => (
          <li key={id}>
            {on === recurrenceDate ? day(on) : t('preview.shifted', { date: day(on), from: day(recurrenceDate) })}
          </li>
        ))}
      </ol>
    </div>
  );
}

const firstDates = (
  { deriveOccurrences }: Recurrence,
  { schedule, today }: { schedule: DutyText['schedule']; today: LocalDate },
): Occurrence[] => {
  const duty: DutyRow = {
    id: newId<'duty'>(),
    responsibilityId: newId<'responsibility'>(),
    title: '',
    schedules: [{ ...schedule, from: today }],
    endedOn: null,
    version: 1,
  };
  const first = schedule.start > today ? schedule.start : today;
  let dates: Occurrence[] = [];
  for (const days of lookAheads) {
    // A date may be moved to a working day before its own.
    const range = { from: addDays(first, -14), until: addDays(first, days), today };
    dates = deriveOccurrences({}, duty, range).slice(0, howMany);
    if (dates.length === howMany) break;
  }
  return dates;
};
