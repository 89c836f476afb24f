import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import { Avatar } from '../ui/avatar.tsx';
import type { PageCompany, SubNavigationItem } from './navigation.ts';
import styles from './sub-bar.module.css';

type SubBarProps = {
  /** The page these belong to, for the name of the landmark. */
  readonly page: string;
  readonly items: readonly SubNavigationItem[];
  readonly company?: PageCompany | undefined;
};

/** The pages inside a page, and who else is here now. */
export function SubBar({ page, items, company }: SubBarProps) {
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
        {company && (
          <div className={styles.company}>
            <span className={styles.faces}>
              {company.names.map((name) => (
                <Avatar key={name} name={name} />
              ))}
            </span>
            {company.words}
          </div>
        )}
      </div>
    </div>
  );
}
