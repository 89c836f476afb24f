import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportKind } from '@roer/domain/organisation/import-fields';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { BulkImportSteps } from './bulk-import-steps.tsx';
import { followedImport } from './followed-import.ts';
import own from './bulk-import.module.css';
import styles from './organisation.module.css';

/** Organisatie › Importeren: people with their teams and hours, or responsibilities with who carries them, from a file. */
export default function BulkImportPage() {
  const t = useTranslations('imports');
  usePageTitle(t('title'));
  const [kind, setKind] = useState<ImportKind>(() => followedImport()?.kind ?? 'people');
  return (
    <div className={styles.narrow}>
      <PageLead quiet={t('quiet')}>{t('lead')}</PageLead>
      <div className={own.kind}>
        <RadioGroup
          label={t('what')}
          value={kind}
          onChoose={(chosen) => setKind(chosen === 'responsibilities' ? 'responsibilities' : 'people')}
          options={(['people', 'responsibilities'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      <BulkImportSteps key={kind} kind={kind} />
    </div>
  );
}
