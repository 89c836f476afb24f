import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import styles from './results.module.css';

/** Who can see the results, said where they are. */
export function WhoSees({ isMember }: { readonly isMember: boolean }) {
  const t = useTranslations('check-in.results');
  return (
    <div className={styles.who}>
      <p>{t('whoSame')}</p>
      <p>{t('whoNever')}</p>
      {isMember && (
        <p>
          <Link href="/check-in/about-me">{t('whoMore')}</Link>
        </p>
      )}
    </div>
  );
}
