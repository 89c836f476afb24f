import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './organisation.module.css';

/**
 * What became of a link: mailed, or here to be handed over, this once; neither when the mail server refused. `isDoor`: it is the page to sign in, and stays so.
 */
export type LinkSent = { readonly link: string | null; readonly mailed: boolean; readonly isDoor?: true | undefined };

// It may come below the window, and it comes only once.
const show = (box: HTMLElement | null): void => box?.scrollIntoView({ block: 'nearest' });

export function LinkOnce({ sent, name }: { readonly sent: LinkSent; readonly name: string }) {
  const t = useTranslations('organisation.link');
  const [copied, setCopied] = useState<boolean>();
  const shown = useRef<HTMLElement>(null);
  if (sent.link === null) {
    return <p role="status">{t(sent.mailed ? 'mailed' : 'mailFailed', { name })}</p>;
  }
  const { link } = sent;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without a secure address browsers do not let a page copy; by hand it works.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setCopied(false);
    }
  };
  return (
    <div ref={show} className={styles.link}>
      <p>{t(sent.isDoor ? 'handOverDoor' : 'handOver', { name })}</p>
      <code ref={shown}>{link}</code>
      <div className={styles.actions}>
        <Button kind="primary" icon={<Icon of={copied ? Check : Copy} small />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      <p role="status">{copied !== undefined && t(copied ? 'copied' : 'notCopied')}</p>
    </div>
  );
}
