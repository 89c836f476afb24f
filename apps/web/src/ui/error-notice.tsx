import type { ReactNode } from 'react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import styles from './notice.module.css';

type ErrorNoticeProps = {
  /** What happened. */
  readonly title: string;
  /** What is safe. */
  readonly children?: ReactNode;
  /** One way on. */
  readonly action?: ReactNode;
};

/** An error where it happened; read out at once. Never a toast. */
export function ErrorNotice(props: ErrorNoticeProps) {
  return (
    <div role="alert" className={styles.error}>
      <Notice {...props} sign={<Icon of={CircleAlert} />} />
    </div>
  );
}
