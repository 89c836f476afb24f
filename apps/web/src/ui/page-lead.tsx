import type { ReactNode } from 'react';
import styles from './headings.module.css';

type PageLeadProps = {
  /** The sentence that answers the question of the page; computed, never a page title. */
  readonly children: ReactNode;
  /** What is fine, in grey after it. */
  readonly quiet?: string | undefined;
  /** A small line above, like the date. */
  readonly above?: string | undefined;
};

/** The h1 of a page. Gets focus after a change of page, so it can be focused by script. */
export function PageLead({ children, quiet, above }: PageLeadProps) {
  return (
    <div>
      {above !== undefined && <p className={styles.above}>{above}</p>}
      <h1 className={styles.lead} tabIndex={-1}>
        {children}
        {quiet !== undefined && <span> {quiet}</span>}
      </h1>
    </div>
  );
}
