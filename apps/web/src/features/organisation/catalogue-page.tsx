import { Suspense, lazy, useState } from 'react';
import { useTranslations } from 'use-intl';
import { mayInOrganisation } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { CatalogueSource } from './catalogue-source.tsx';
import { useCatalogue } from './organisation-queries.ts';
import type { CatalogueItem } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import styles from './organisation.module.css';

const ImportPanel = lazy(() => import('./import-panel.tsx'));

/** Organisatie › Catalogus: what teams can choose their responsibilities from. Administrators import it. */
export default function CataloguePage({ actor }: { readonly actor: Actor }) {
  const t = useTranslations('catalogue');
  const query = useCatalogue();
  usePageTitle(t('title'));
  return <Loaded query={query}>{(items) => <CatalogueView items={items} actor={actor} />}</Loaded>;
}

function CatalogueView({ items, actor }: { readonly items: readonly CatalogueItem[]; readonly actor: Actor }) {
  const t = useTranslations('catalogue');
  const [importing, setImporting] = useState(false);
  const mayImport = mayInOrganisation(actor, 'catalogue.import');
  const bySource = Map.groupBy(items, ({ source }) => source);
  const sources = [...bySource].toSorted(([one], [other]) => one.localeCompare(other, 'nl'));
  const isEmpty = items.length === 0;
  return (
    <div className={styles.narrow}>
      <div className={styles.top}>
        <PageLead quiet={isEmpty ? undefined : t('quiet')}>
          {isEmpty ? t('leadEmpty') : t('lead', { count: items.length })}
        </PageLead>
        {mayImport && !importing && (
          <Button kind={isEmpty ? 'primary' : 'secondary'} onClick={() => setImporting(true)}>
            {t('importFile')}
          </Button>
        )}
      </div>
      {importing && (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <ImportPanel knownSources={sources.map(([source]) => source)} onClose={() => setImporting(false)} />
        </Suspense>
      )}
      {isEmpty && !importing && (
        <EmptyState sign="asleep" title={t('empty')}>
          {t(mayImport ? 'emptyAdministrator' : 'emptyReader')}
        </EmptyState>
      )}
      {sources.map(([source, itemsOfSource]) => (
        <CatalogueSource key={source} source={source} items={itemsOfSource} />
      ))}
    </div>
  );
}
