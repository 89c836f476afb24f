import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import type { SubNavigationItem } from './navigation.ts';
import styles from './sub-bar.module.css';

type SubBarProps = {
  /** The page these belong to, for the name of the landmark. */
  readonly page: string;
  readonly items: readonly SubNavigationItem[];
  /** At the end: who else is here. */
  readonly here?: ReactNode;
};

/** The pages inside a page. */
export function SubBar({ page, items, here }: SubBarProps) {
  const t = useTranslations('shell');
  return (
    <div className={styles.bar}>
      <div className={styles.inside}>
        <nav aria-label={t('subMenu', { page })}>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <Link href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                  {item.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {here}
      </div>
    </div>
  );
}
