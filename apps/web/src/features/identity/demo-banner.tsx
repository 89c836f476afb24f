import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button.tsx';
import styles from './identity.module.css';

/** A quiet reminder that this is the example, with the ways out of it. */
export function DemoBanner({ name }: { readonly name: string }) {
  const t = useTranslations('identity.banner');
  return (
    <aside className={styles.banner} aria-label={t('label')}>
      <div>
        <p>{t('words', { name })}</p>
        <Link href="/start" className={buttonLook({ kind: 'tertiary', dense: true })}>
          {t('switch')}
        </Link>
        <Link href="/start/own" className={buttonLook({ kind: 'tertiary', dense: true })}>
          {t('own')}
        </Link>
      </div>
    </aside>
  );
}
