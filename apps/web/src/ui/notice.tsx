import type { ReactNode } from 'react';
import styles from './notice.module.css';

type NoticeProps = {
  readonly sign: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Sign, one bold sentence, one quieter, at most one way on. The shape of everything that is empty, wrong or waiting. */
export function Notice({ sign, title, children, action }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <span className={styles.sign}>{sign}</span>
      <div>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.words}>{children}</div>}
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
