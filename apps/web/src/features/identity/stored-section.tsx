import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import styles from './identity.module.css';

/** The way to the page that tells what is kept about me. */
export function StoredSection() {
  const t = useTranslations('account.stored');
  return (
    <section className={styles.section}>
      <SectionHeading>{t('title')}</SectionHeading>
      <p>{t('linkWords')}</p>
      <p>
        <Link href="/account/privacy" className={buttonLook({ kind: 'secondary' })}>
          {t('link')}
        </Link>
      </p>
    </section>
  );
}
