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

/** On a phone not all of them fit: the one that is open is in sight. Moves only the bar, never the page. */
const bringIntoSight = (link: HTMLElement | null): void => {
  const bar = link?.closest('ul');
  if (!link || !bar) return;
  const { left, width } = link.getBoundingClientRect();
  bar.scrollLeft += left + width / 2 - bar.getBoundingClientRect().left - bar.clientWidth / 2;
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
                <Link
                  ref={item.isCurrent ? bringIntoSight : undefined}
                  href={item.href}
                  aria-current={item.isCurrent ? 'page' : undefined}
                >
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
