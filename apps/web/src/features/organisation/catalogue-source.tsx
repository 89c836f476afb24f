import { useMemo, useState } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useTranslations } from 'use-intl';
import { catalogueTree } from '@roer/domain/organisation/catalogue-tree';
import type { CatalogueNode } from '@roer/domain/organisation/catalogue-tree';
import { Icon } from '../../ui/icon.tsx';
import type { CatalogueItem } from './organisation-queries.ts';
import tree from './catalogue.module.css';
import styles from './organisation.module.css';

type Node = CatalogueNode<CatalogueItem>;
type CatalogueSourceProps = { readonly source: string; readonly items: readonly CatalogueItem[] };

/** Everything of one source as a tree, closed until it is opened. */
export function CatalogueSource({ source, items }: CatalogueSourceProps) {
  const t = useTranslations('catalogue');
  const { roots, leaves, below } = useMemo(() => {
    const made = catalogueTree(items);
    return { ...made, below: countBelow(made.ordered) };
  }, [items]);
  return (
    <section className={styles.group}>
      <div className={styles.heading}>
        <h2>{source}</h2>
        <span>{t('leaves', { count: leaves.length })}</span>
      </div>
      <ul>
        {roots.map((node) => (
          <Branch key={node.item.id} node={node} below={below} />
        ))}
      </ul>
    </section>
  );
}

/** How many nodes hang under each. From the last to the first, for a node stands before what is under it. */
const countBelow = (ordered: readonly Node[]): Map<Node, number> => {
  const below = new Map<Node, number>();
  for (const node of ordered.toReversed()) {
    below.set(
      node,
      node.children.reduce((sum, child) => sum + 1 + (below.get(child) ?? 0), 0),
    );
  }
  return below;
};

function Branch({ node, below }: { readonly node: Node; readonly below: ReadonlyMap<Node, number> }) {
  const t = useTranslations('catalogue');
  // What is under it is drawn once it was opened: a catalogue may hold thousands of rows.
  const [opened, setOpened] = useState(false);
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
      <details className={tree.branch} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
        <summary>
          <Icon of={ChevronRight} small />
          <span>{item.name}</span>
          <small>{t('below', { count: below.get(node) ?? 0 })}</small>
        </summary>
        {opened && (
          <>
            {words}
            <ul>
              {children.map((child) => (
                <Branch key={child.item.id} node={child} below={below} />
              ))}
            </ul>
          </>
        )}
      </details>
    </li>
  );
}
