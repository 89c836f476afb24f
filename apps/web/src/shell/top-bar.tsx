import { Link } from 'wouter';
import { useTranslations } from 'use-intl';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import type { Account, NavigationItem, TeamChoice } from './navigation.ts';
import { SearchButton } from './search-button.tsx';
import { TeamSwitcher } from './team-switcher.tsx';
import styles from './top-bar.module.css';

export type TopBarProps = {
  readonly home: string;
  readonly teams: readonly TeamChoice[];
  readonly currentTeamId?: string | undefined;
  readonly navigation: readonly NavigationItem[];
  /** Left out while there is nothing to search. */
  readonly onSearch?: (() => void) | undefined;
  readonly account: Account;
};

/** The bar on top: where am I, where can I go, who am I. On a phone the navigation moves to the bottom bar. */
export function TopBar({ home, teams, currentTeamId, navigation, onSearch, account }: TopBarProps) {
  const t = useTranslations('shell');
  return (
    <div className={styles.bar}>
      <div className={styles.inside}>
        <Logo href={home} />
        <TeamSwitcher teams={teams} currentId={currentTeamId} />
        <nav className={styles.navigation} aria-label={t('mainMenu')}>
          {navigation.map((item) => (
            <Link key={item.id} href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
              {item.label}
            </Link>
          ))}
        </nav>
        <div className={styles.right}>
          {onSearch && <SearchButton onSearch={onSearch} />}
          <LanguageSwitch />
          <AccountMenu account={account} />
        </div>
      </div>
    </div>
  );
}
