import { useTranslations } from 'use-intl';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './undo-bar.module.css';

type UndoBarProps = {
  /** What was just done, in words; undefined hides the bar but keeps its status region, so that the next one is read out. */
  readonly done: string | undefined;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
};

/** What I just did, with a way back. Stays until closed or until the next act: it never runs out while someone reads. */
export function UndoBar({ done, onUndo, onClose, busy = false }: UndoBarProps) {
  const t = useTranslations('ui');
  return (
    <div role="status" className={styles.place}>
      {done !== undefined && (
        <div className={styles.bar}>
          <span className={styles.words}>{done}</span>
          <Button kind="tertiary" dense busy={busy} icon={<Icon of={Undo2} small />} onClick={onUndo}>
            {t('undo')}
          </Button>
          <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
            <Icon of={X} small />
          </button>
        </div>
      )}
    </div>
  );
}
