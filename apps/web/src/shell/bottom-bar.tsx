import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import type { NavigationItem } from './navigation.ts';
import styles from './bottom-bar.module.css';

/** The navigation of a phone; hidden on wide screens. Four pages at most. */
export function BottomBar({ navigation }: { readonly navigation: readonly NavigationItem[] }) {
  const t = useTranslations('shell');
  return (
    <nav className={styles.bar} aria-label={t('mainMenu')}>
      {navigation.map((item) => (
        <Link key={item.id} href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
          <Icon of={item.icon} />
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
