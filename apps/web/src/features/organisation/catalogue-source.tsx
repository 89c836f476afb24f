import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { catalogueTree } from '@roer/domain/organisation/catalogue-tree';
import type { CatalogueNode } from '@roer/domain/organisation/catalogue-tree';
import { Icon } from '../../ui/icon.tsx';
import type { CatalogueItem } from './organisation-queries.ts';
import tree from './catalogue.module.css';
import styles from './organisation.module.css';

type CatalogueSourceProps = { readonly source: string; readonly items: readonly CatalogueItem[] };

/** Everything of one source as a tree, closed until it is opened. */
export function CatalogueSource({ source, items }: CatalogueSourceProps) {
  const t = useTranslations('catalogue');
  const { roots, leaves } = catalogueTree(items);
  return (
    <section className={styles.group}>
      <div className={styles.heading}>
        <h2>{source}</h2>
        <span>{t('leaves', { count: leaves.length })}</span>
      </div>
      <ul>
        {roots.map((node) => (
          <Branch key={node.item.id} node={node} />
        ))}
      </ul>
    </section>
  );
}

const countBelow = (node: CatalogueNode<CatalogueItem>): number =>
  node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);

function Branch({ node }: { readonly node: CatalogueNode<CatalogueItem> }) {
  const t = useTranslations('catalogue');
  const { item, children } = node;
  const words = item.description === '' ? undefined : <p className={tree.description}>{item.description}</p>;
  if (children.length === 0) {
    return (
      <li className={tree.leaf}>
        <span>{item.name}</span>
        {words}
      </li>
    );
  }
  return (
    <li>
      <details className={tree.branch}>
        <summary>
          <Icon of={ChevronRight} small />
          <span>{item.name}</span>
          <small>{t('below', { count: countBelow(node) })}</small>
        </summary>
        {words}
        <ul>
          {children.map((child) => (
            <Branch key={child.item.id} node={child} />
          ))}
        </ul>
      </details>
    </li>
  );
}
