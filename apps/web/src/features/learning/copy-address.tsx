import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './contribution.module.css';

/** The secret address of my page, to copy; only I see it here. */
export function CopyAddress({ address }: { readonly address: string }) {
  const t = useTranslations('contribution.publish');
  const [copied, setCopied] = useState<string>();
  const [byHand, setByHand] = useState(false);
  const shown = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(address);
    } catch {
      // Without a secure address browsers do not let a page copy; by hand it works.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setByHand(true);
    }
  };
  const isCopied = copied === address;
  return (
    <div className={styles.address}>
      <code ref={shown}>{address}</code>
      <Button icon={<Icon of={isCopied ? Check : Copy} small />} onClick={() => void copy()}>
        {t('copy')}
      </Button>
      <p role="status">{isCopied ? t('copied') : byHand ? t('notCopied') : ''}</p>
    </div>
  );
}
