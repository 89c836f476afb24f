import { useTranslations } from 'use-intl';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { useActs } from './acts.tsx';
import { daysBetween } from '@roer/domain/dates';
import styles from './panel.module.css';

/** Why a responsibility sleeps, and what wakes it; nothing when it is awake. */
export function AsleepNotice({ coverage }: Pick<CoveredResponsibility, 'coverage'>) {
  const t = useTranslations('duties.asleep');
  const { context } = useActs();
  if (coverage.state !== 'asleep') return null;
  return (
    <p className={styles.closed}>
      {coverage.because === 'duties' ? t('duties') : t('quiet', { days: daysBetween(coverage.since, context.today) })}
    </p>
  );
}
