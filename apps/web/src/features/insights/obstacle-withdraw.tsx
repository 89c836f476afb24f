import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import styles from './obstacles.module.css';

type ObstacleWithdrawProps = {
  /** The id of the words that say what it is about. */
  readonly about: string;
  readonly onWithdraw: () => void;
};

// Of this module: another function each time would take the focus each time.
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** Takes an obstacle back, after asking once: it is not undone. */
export function ObstacleWithdraw({ about, onWithdraw }: ObstacleWithdrawProps) {
  const t = useTranslations('insights.team');
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <Button kind="tertiary" dense aria-describedby={about} onClick={() => setAsks(true)}>
        {t('withdraw')}
      </Button>
    );
  }
  return (
    <div className={styles.sure}>
      <p role="status">{t('withdrawSure')}</p>
      <div className={styles.choices}>
        {/* The button that was pressed is gone: whoever works by keyboard goes on from here. */}
        <Button dense ref={takeFocus} aria-describedby={about} onClick={onWithdraw}>
          {t('withdrawYes')}
        </Button>
        <Button dense kind="tertiary" onClick={() => setAsks(false)}>
          {t('withdrawNo')}
        </Button>
      </div>
    </div>
  );
}
