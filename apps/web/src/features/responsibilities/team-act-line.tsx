import Undo2 from 'lucide-react/icons/undo-2';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { TeamAct } from './team-act.ts';
import styles from './help.module.css';

/** What I just did in a section or a dialog, with a way back, or why it did not work. */
export function TeamActLine({ lastDone, undo, failure }: Omit<TeamAct, 'act'>) {
  const t = useTranslations('ui');
  const words = useTranslations('offers.help');
  return (
    <>
      {failure !== null && <ErrorNotice title={words('failed')}>{failure}</ErrorNotice>}
      <div role="status" className={styles.done}>
        {lastDone !== undefined && (
          <>
            <span>{lastDone}</span>
            <Button kind="tertiary" dense icon={<Icon of={Undo2} small />} onClick={() => void undo()}>
              {t('undo')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
