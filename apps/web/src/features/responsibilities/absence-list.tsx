import { useFormatter, useTranslations } from 'use-intl';
import type { AbsenceRow } from '@roer/domain/feed';
import { Button } from '../../ui/button.tsx';
import { dayOf, useLastDay } from './last-day.ts';
import styles from './absence.module.css';

type AbsenceListProps = {
  readonly absences: readonly AbsenceRow[];
  readonly onChange: (absence: AbsenceRow) => void;
  readonly onWithdraw: (absence: AbsenceRow) => void;
};

/** What is planned, each with its days and what can be done about it. */
export function AbsenceList({ absences, onChange, onWithdraw }: AbsenceListProps) {
  const t = useTranslations('offers.absence');
  const format = useFormatter();
  const last = useLastDay();
  if (absences.length === 0) return <p className={styles.nothing}>{t('nothing')}</p>;
  return (
    <ul className={styles.planned} aria-label={t('planned')}>
      {absences.map((absence) => {
        const [first, final] = [dayOf(format, absence.from), last(absence.until)];
        const range = first === final ? first : t('range', { from: first, last: final });
        return (
          <li key={absence.id}>
            <span>{range}</span>
            <span className={styles.acts}>
              <Button kind="tertiary" dense aria-label={t('changeNamed', { range })} onClick={() => onChange(absence)}>
                {t('change')}
              </Button>
              <Button
                kind="tertiary"
                dense
                aria-label={t('withdrawNamed', { range })}
                onClick={() => onWithdraw(absence)}
              >
                {t('withdraw')}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
