import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './person-link.module.css';

/** A name that leads to the page of who it is; only the name for who left the team. */
export function PersonLink({ page, children }: { readonly page: string | undefined; readonly children: ReactNode }) {
  if (page === undefined) return children;
  return (
    <Link href={page} className={styles.link}>
      {children}
    </Link>
  );
}
