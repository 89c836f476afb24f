import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { ResultColumn } from './result-columns.ts';
import styles from './results.module.css';

type ResultNotesProps = {
  readonly columns: readonly ResultColumn[];
  readonly hasNone: boolean;
  readonly isMember: boolean;
};

/** The one sentence for every cause of no result, and where the group became another one. */
export function ResultNotes({ columns, hasNone, isMember }: ResultNotesProps) {
  const t = useTranslations('check-in.results');
  const format = useFormatter();
  const broken = columns
    .filter(({ breaks }) => breaks)
    .map(({ startsOn }) => format.dateTime(middayOf(startsOn), { day: 'numeric', month: 'long' }));
  return (
    <>
      {hasNone && (
        <p className={styles.note}>
          {t('noResult')} {!isMember && t('goAndAsk')}
        </p>
      )}
      {broken.length > 0 && (
        <p className={styles.note}>{t('broken', { count: broken.length, dates: format.list(broken) })}</p>
      )}
    </>
  );
}
