import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../ui/button.tsx';
import { PageLead } from '../ui/page-lead.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import styles from './not-found.module.css';

/** An address that is nothing, or nothing for this person: it looks the same. */
export function NotFound() {
  const t = useTranslations('shell.notFound');
  usePageTitle(t('title'));
  return (
    <>
      <PageLead>{t('title')}</PageLead>
      <p className={styles.words}>{t('words')}</p>
      <Link href="/" className={buttonLook({ kind: 'secondary' })}>
        {t('back')}
      </Link>
    </>
  );
}
