import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './skeleton-rows.module.css';

/** Sunken bars in the shape of rows, only after 300 ms, without shimmer. */
export function SkeletonRows({ rows = 5 }: { readonly rows?: number }) {
  const t = useTranslations('ui');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden>
          <i className={styles.sign} />
          <span>
            <i className={styles.title} />
            <i className={styles.note} />
          </span>
          <i className={styles.person} />
          <i className={styles.person} />
        </div>
      ))}
    </div>
  );
}
