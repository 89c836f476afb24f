import { useTranslations } from 'use-intl';
import styles from './skip-link.module.css';

/** First thing in the tab order: over the navigation, to the content with this id. */
export function SkipLink({ to }: { readonly to: string }) {
  const t = useTranslations('ui');
  return (
    <a className={styles.skip} href={`#${to}`}>
      {t('skip')}
    </a>
  );
}
