import type { ReactNode } from 'react';
import { SkipLink } from '../ui/skip-link.tsx';
import { BottomBar } from './bottom-bar.tsx';
import type { SubNavigationItem } from './navigation.ts';
import { SubBar } from './sub-bar.tsx';
import { TopBar } from './top-bar.tsx';
import type { TopBarProps } from './top-bar.tsx';
import styles from './app-shell.module.css';

type AppShellProps = TopBarProps & {
  readonly subNavigation?: readonly SubNavigationItem[];
  /** Who else is on the pages of the sub navigation. */
  readonly here?: ReactNode;
  /** A quiet line under the bars that goes for every page. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
};

/** Everything around a signed-in page. The page itself is the `main` landmark. */
export function AppShell({ subNavigation, here, above, children, ...top }: AppShellProps) {
  const page = top.navigation.find((item) => item.isCurrent)?.label ?? '';
  return (
    <div className={styles.frame}>
      <SkipLink to="content" />
      <header>
        <TopBar {...top} />
        {subNavigation !== undefined && subNavigation.length > 0 && (
          <SubBar page={page} items={subNavigation} here={here} />
        )}
      </header>
      {above}
      <main id="content" className={styles.page} tabIndex={-1}>
        {children}
      </main>
      {top.navigation.length > 1 && <BottomBar navigation={top.navigation} />}
    </div>
  );
}
