import { useFormatter, useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import styles from './board.module.css';

/** At a name: that somebody is not there, and until when. Nothing for who is. */
export function AwayWords({ until }: { readonly until: LocalDate | undefined }) {
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  if (until === undefined) return null;
  const last = format.dateTime(new Date(`${addDays(until, -1)}T12:00:00Z`), { day: 'numeric', month: 'short' });
  return <small className={styles.away}>{t('away', { last })}</small>;
}
