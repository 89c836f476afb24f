import { useState } from 'react';
import { useTranslations } from 'use-intl';
import CircleAlert from 'lucide-react/icons/circle-alert';
import type { RefusedCommand } from '@roer/domain/offline-queue';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RefusedItem } from './refused-item.tsx';
import styles from './refused.module.css';

/** What somebody did without a connection and could no longer be done: nothing of it is lost until they say so. */
export default function RefusedList({ refused }: { readonly refused: readonly RefusedCommand[] }) {
  const t = useTranslations('waiting');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div role="status">
        <Notice
          sign={<Icon of={CircleAlert} />}
          title={t('count', { count: refused.length })}
          action={<Button onClick={() => setOpen(true)}>{t('look')}</Button>}
        >
          {t('safe')}
        </Notice>
      </div>
      <Dialog isOpen={isOpen} shape="sheet" title={t('title')} onClose={() => setOpen(false)}>
        <p className={styles.words}>{t('words')}</p>
        <ul>
          {refused.map((command) => (
            <RefusedItem key={command.commandId} command={command} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}
