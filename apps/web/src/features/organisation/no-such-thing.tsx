import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import styles from './organisation.module.css';

/** A team or person that is not there, or no longer. */
export function NoSuchThing() {
  const t = useTranslations('shell.notFound');
  return (
    <>
      <div className={styles.top}>
        <PageLead quiet={t('words')}>{t('title')}</PageLead>
      </div>
      <Link href="/organisation" className={buttonLook({ kind: 'secondary' })}>
        {t('back')}
      </Link>
    </>
  );
}
