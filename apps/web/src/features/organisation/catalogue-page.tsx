import { Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { mayInOrganisation } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CatalogueHits } from './catalogue-hits.tsx';
import { searchCatalogue } from './catalogue-search.ts';
import { CatalogueSource } from './catalogue-source.tsx';
import { useCatalogue } from './organisation-queries.ts';
import type { CatalogueItem } from './organisation-queries.ts';
import { Loaded } from './page-states.tsx';
import { lazily } from '../../i18n/lazily.ts';
import styles from './organisation.module.css';

const ImportPanel = lazily(() => import('./import-panel.tsx'));

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
      {!isEmpty && <CatalogueContent items={items} sources={sources} />}
    </div>
  );
}

type CatalogueContentProps = {
  readonly items: readonly CatalogueItem[];
  readonly sources: readonly (readonly [string, readonly CatalogueItem[]])[];
};

/** The trees to open step by step, or, while somebody searches, what was found. */
function CatalogueContent({ items, sources }: CatalogueContentProps) {
  const t = useTranslations('catalogue');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const hits = useMemo(() => searchCatalogue(items, wanted), [items, wanted]);
  return (
    <>
      <div className={styles.filters}>
        <TextField label={t('search')} type="search" autoComplete="off" value={typed} onText={setTyped} />
        <p role="status" className={styles.note}>
          {wanted !== '' && t('found', { count: hits.length })}
        </p>
      </div>
      {wanted === '' ? (
        sources.map(([source, itemsOfSource]) => <CatalogueSource key={source} source={source} items={itemsOfSource} />)
      ) : (
        <CatalogueHits key={wanted} hits={hits} />
      )}
    </>
  );
}
