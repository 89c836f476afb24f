import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonLook } from '../../ui/button.tsx';
import rows from '../../ui/button-row.module.css';
import { Icon } from '../../ui/icon.tsx';
import styles from './account.module.css';

/** The address of a calendar, which is here this once: to copy, or to open in the calendar program of this device. */
export function SecretAddress({ address }: { readonly address: string }) {
  const t = useTranslations('account.calendar');
  const [copied, setCopied] = useState<boolean>();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that made it is gone or says something else now.
    box.current?.focus();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      // Without a secure address browsers do not let a page copy; by hand it works.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setCopied(false);
    }
  };
  return (
    <div ref={box} className={styles.address} tabIndex={-1} role="group" aria-label={t('once')}>
      <p>{t('once')}</p>
      <code ref={shown}>{address}</code>
      <div className={rows.row}>
        <Button icon={<Icon of={copied ? Check : Copy} small />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <a className={buttonLook({ kind: 'tertiary' })} href={address.replace(/^https?:/, 'webcal:')}>
          {t('open')}
        </a>
        <p role="status">{copied !== undefined && t(copied ? 'copied' : 'notCopied')}</p>
      </div>
    </div>
  );
}
