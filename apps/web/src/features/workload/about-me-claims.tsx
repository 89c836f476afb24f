import { useTranslations } from 'use-intl';
import styles from './check-in.module.css';

const claims = ['never', 'together', 'tookPart', 'heavy', 'invented', 'server'] as const;

/** What a check-in promises and what it does not: complete, in the same words everywhere. */
export function AboutMeClaims() {
  const t = useTranslations('check-in.aboutMe');
  return (
    <>
      <p>
        <b>{t('little')}</b>
      </p>
      <ul className={styles.dots}>
        {claims.map((claim) => (
          <li key={claim}>{t(`claims.${claim}`)}</li>
        ))}
      </ul>
    </>
  );
}
