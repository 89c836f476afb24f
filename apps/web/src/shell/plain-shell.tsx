import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { classNames } from '../ui/class-names.ts';
import styles from './app-shell.module.css';

type PlainShellProps = {
  readonly children: ReactNode;
  /** Room for a sheet of paper. */
  readonly isWide?: boolean;
};

/** Around pages before sign-in: logo, language, one narrow column. */
export function PlainShell({ children, isWide = false }: PlainShellProps) {
  return (
    <div className={styles.frame}>
      <header className={styles.plainTop}>
        <Logo />
        <LanguageSwitch />
      </header>
      <main id="content" className={classNames(styles.narrow, isWide && styles.sheet)} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
