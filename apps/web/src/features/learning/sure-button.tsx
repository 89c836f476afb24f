import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import styles from './goal.module.css';

type SureButtonProps = {
  readonly label: string;
  /** What goes when it is done. */
  readonly sure: string;
  readonly yes: string;
  readonly busy: boolean;
  readonly onSure: () => void;
};

// Of this module: another function each time would take the focus each time.
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** For what is not undone: asks once, where the button stands. */
export function SureButton({ label, sure, yes, busy, onSure }: SureButtonProps) {
  const t = useTranslations('ui');
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <Button kind="tertiary" dense onClick={() => setAsks(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div className={styles.sure}>
      <p role="status">{sure}</p>
      <div className={styles.buttons}>
        {/* The button that was pressed is gone: whoever works by keyboard goes on from here. */}
        <Button dense ref={takeFocus} busy={busy} onClick={onSure}>
          {yes}
        </Button>
        <Button dense kind="tertiary" onClick={() => setAsks(false)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
