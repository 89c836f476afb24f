import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import styles from './logo.module.css';

/** The covered sign and the name. With `href` it is the way home. */
export function Logo({ href }: { readonly href?: string }) {
  const t = useTranslations('shell');
  const drawing = (
    <>
      <svg className={styles.sign} viewBox="0 0 28 20" aria-hidden>
        <rect className={styles.carry} x="0" y="1" width="24" height="10" rx="2" />
        <rect className={styles.backup} x="6" y="13" width="22" height="6" rx="2" />
      </svg>
      <span>Roer</span>
    </>
  );
  if (href === undefined) return <span className={styles.logo}>{drawing}</span>;
  return (
    <Link href={href} className={styles.logo} aria-label={t('home')}>
      {drawing}
    </Link>
  );
}
