import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import type { CatalogueHit } from './catalogue-search.ts';
import tree from './catalogue.module.css';
import styles from './organisation.module.css';

const PAGE = 50;

/** What a search found, each with where it stands in the tree. */
export function CatalogueHits({ hits }: { readonly hits: readonly CatalogueHit[] }) {
  const t = useTranslations('catalogue');
  const [limit, setLimit] = useState(PAGE);
  if (hits.length === 0) return <p className={styles.empty}>{t('nothingFound')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {hits.slice(0, limit).map(({ item, path }) => (
          <li key={item.id} className={tree.hit}>
            <span>{item.name}</span>
            <p className={tree.path}>{[item.source, ...path].join(' / ')}</p>
            {item.description !== '' && <p className={tree.description}>{item.description}</p>}
          </li>
        ))}
      </ul>
      {hits.length > limit && (
        <div className={styles.add}>
          <Button kind="tertiary" onClick={() => setLimit((before) => before + PAGE)}>
            {t('import.more', { count: hits.length - limit })}
          </Button>
        </div>
      )}
    </>
  );
}
