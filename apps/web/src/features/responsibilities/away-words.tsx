import { useFormatter, useTranslations } from 'use-intl';
import { addDays, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { classNames } from '../../ui/class-names.ts';
import styles from './board.module.css';

type UntilWordsProps = {
  readonly until: LocalDate | undefined;
  /** On a coloured strand, which has its own ink. */
  readonly isOnStrand?: boolean;
};

/** At a name: that somebody is not there, and until when. Nothing for who is. */
export function AwayWords({ until, isOnStrand = false }: UntilWordsProps) {
  const t = useTranslations('responsibilities');
  const last = useShortLastDay();
  if (until === undefined) return null;
  return (
    <small className={classNames(styles.away, isOnStrand && styles.onStrand)}>{t('away', { last: last(until) })}</small>
  );
}

/** At a name: that somebody carries it for a while, and until when. */
export function WhileWords({ until }: Pick<UntilWordsProps, 'until'>) {
  const t = useTranslations('responsibilities');
  const last = useShortLastDay();
  return until === undefined ? null : <small className={styles.away}>{t('forAWhile', { last: last(until) })}</small>;
}

/** "4 jan", kept on one line. */
const useShortLastDay = () => {
  const format = useFormatter();
  return (until: LocalDate): string =>
    format.dateTime(middayOf(addDays(until, -1)), { day: 'numeric', month: 'short' }).replaceAll(' ', '\u00A0');
};
