import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import { PlainShell } from '../shell/plain-shell.tsx';
import { buttonLook } from '../ui/button.tsx';
import { PageLead } from '../ui/page-lead.tsx';
import styles from './not-found-page.module.css';

/** An address that is nothing, or nothing for this person: it looks the same. */
export default function NotFoundPage() {
  const t = useTranslations('shell.notFound');
  return (
    <PlainShell>
      <PageLead>{t('title')}</PageLead>
      <p className={styles.words}>{t('words')}</p>
      <Link href="/" className={buttonLook({ kind: 'secondary' })}>
        {t('back')}
      </Link>
    </PlainShell>
  );
}
