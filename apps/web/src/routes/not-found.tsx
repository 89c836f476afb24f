import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import { buttonLook } from '../ui/button.tsx';
import { PageLead } from '../ui/page-lead.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import styles from './not-found.module.css';

/**
 * An address that is nothing, or nothing for this person: it looks the same. Only who was in a team when the page came,
 * and was taken out since, hears that: they knew the team.
 */
export function NotFound({ leftTeam }: { readonly leftTeam?: string | undefined }) {
  const t = useTranslations('shell.notFound');
  const title = leftTeam === undefined ? t('title') : t('leftTitle', { team: leftTeam });
  usePageTitle(title);
  return (
    <>
      <PageLead>{title}</PageLead>
      <p className={styles.words}>{t(leftTeam === undefined ? 'words' : 'leftWords')}</p>
      <Link href="/" className={buttonLook({ kind: 'secondary' })}>
        {t('back')}
      </Link>
    </>
  );
}
