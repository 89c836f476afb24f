import Download from 'lucide-react/icons/download';
import { useTranslations } from 'use-intl';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './bulk-import.module.css';

/** What a file looks like, with one to begin from; before a file is chosen. */
export function BulkImportExample({ kind }: { readonly kind: ImportKind }) {
  const t = useTranslations('imports');
  const download = (): void => {
    // With a byte order mark, so that Excel reads it as UTF-8.
    const file = new Blob([`\ufeff${t(`example.${kind}.text`).replaceAll(' | ', ';').replaceAll(' / ', '\r\n')}\r\n`], {
      type: 'text/csv;charset=utf-8',
    });
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = t(`example.${kind}.name`);
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className={styles.example}>
      <p>{t(`example.${kind}.words`)}</p>
      <Button dense icon={<Icon of={Download} small />} onClick={download}>
        {t('example.download')}
      </Button>
    </div>
  );
}
