import { useRef } from 'react';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import styles from './form.module.css';

type FormProps = {
  readonly onSubmit: () => void;
  /** Why it did not work, in a sentence. Nothing that was typed is lost. */
  readonly failure?: string | undefined;
  /** Buttons, the primary one (type submit) first. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
};

/** Fields below each other. What is wrong is said by the fields themselves; the first of them gets the focus. */
export function Form({ onSubmit, failure, actions, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // Forms in dialogs stand inside the forms of a page, as far as React is concerned.
        event.stopPropagation();
        onSubmit();
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      {children}
      {failure !== undefined && <ErrorNotice title={failure} />}
      <div className={styles.actions}>{actions}</div>
    </form>
  );
}
