import { useEffect } from 'react';
import Search from 'lucide-react/icons/search';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import styles from './top-bar.module.css';

/** Opens search and jump; so does Ctrl K (⌘ K), from anywhere. */
export function SearchButton({ onSearch }: { readonly onSearch: () => void }) {
  const t = useTranslations('shell');
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      onSearch();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [onSearch]);
  return (
    <button type="button" className={styles.search} aria-keyshortcuts="Control+K" onClick={onSearch}>
      <Icon of={Search} small />
      <span>{t('search')}</span>
      <kbd aria-hidden>{t('searchKeys')}</kbd>
    </button>
  );
}
