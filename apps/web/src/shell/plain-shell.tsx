import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import styles from './app-shell.module.css';

/** Around pages before sign-in: logo, language, one narrow column. */
export function PlainShell({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.plainTop}>
        <Logo />
        <LanguageSwitch />
      </header>
      <main id="content" className={styles.narrow} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
