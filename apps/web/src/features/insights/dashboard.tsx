import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { DashboardDomain } from './dashboard-domain.tsx';
import { useDashboard } from './use-dashboard.ts';
import styles from './dashboard.module.css';

/** The domains whom somebody leads: how the work is covered, and what was published of its groups. Teams see their own row of it. */
export function Dashboard() {
  const t = useTranslations('dashboard');
  const sentence = useFailureSentence();
  const { data: domains, error, refetch } = useDashboard();
  if (!domains) {
    if (!error) return <SkeletonRows rows={6} />;
    return (
      <ErrorNotice
        title={sentence(failureOf(error))}
        action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
      />
    );
  }
  return (
    <section className={styles.dashboard} aria-label={t('title')}>
      {domains.length === 0 && <p className={styles.quiet}>{t('none')}</p>}
      {domains.map((summary, index) => (
        <DashboardDomain key={summary.id} summary={summary} isFirst={index === 0} />
      ))}
    </section>
  );
}
