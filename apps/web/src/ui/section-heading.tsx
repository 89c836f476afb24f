import type { ReactNode } from 'react';
import styles from './headings.module.css';

type SectionHeadingProps = {
  readonly children: ReactNode;
  /** Small quiet words beside it. */
  readonly aside?: ReactNode;
  /** A link or button at the end of the line. */
  readonly more?: ReactNode;
  readonly id?: string;
};

/** The h2 of a section. */
export function SectionHeading({ children, aside, more, id }: SectionHeadingProps) {
  return (
    <div className={styles.section}>
      <h2 {...(id !== undefined && { id })}>{children}</h2>
      {aside !== undefined && <small>{aside}</small>}
      {more !== undefined && <span className={styles.more}>{more}</span>}
    </div>
  );
}

/** The h3 of a group inside a section: name, quiet count, a strong line below. */
export function GroupHeading({ children, aside }: Pick<SectionHeadingProps, 'children' | 'aside'>) {
  return (
    <div className={styles.group}>
      <h3>{children}</h3>
      {aside !== undefined && <span>{aside}</span>}
    </div>
  );
}
