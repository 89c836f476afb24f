/** What the tree needs of an item. All items are of one source: only there is `externalId` a key. */
export type CatalogueNodeItem = { externalId: string; parentExternalId: string | null; name: string };

export type CatalogueNode<Item extends CatalogueNodeItem> = {
  item: Item;
  /** 0 for a root. */
  depth: number;
  children: CatalogueNode<Item>[];
};

export type CatalogueTree<Item extends CatalogueNodeItem> = {
  roots: CatalogueNode<Item>[];
  /** Every node, each after its parent, siblings by name: the order of an indented list. */
  ordered: CatalogueNode<Item>[];
  /** What a team can adopt. `areaName` is the name of the parent; null for an item that stands alone (rule C16). */
  leaves: { item: Item; areaName: string | null }[];
};

const dutch = new Intl.Collator('nl', { numeric: true });

/**
 * The hierarchy of a catalogue, siblings sorted by name as Dutch readers expect, then by id (rule C15). An item whose
 * parent is missing is a root; a circle, which an import never writes, opens at its member with the lowest id.
 */
export const catalogueTree = <Item extends CatalogueNodeItem>(items: readonly Item[]): CatalogueTree<Item> => {
  const sorted = items.toSorted(
    (one, other) => dutch.compare(one.name, other.name) || (one.externalId < other.externalId ? -1 : 1),
  );
  const byId = new Map(sorted.map((item) => [item.externalId, item]));
  const opened = openCircles(byId);
  const isRoot = ({ externalId, parentExternalId }: Item): boolean =>
    parentExternalId === null || !byId.has(parentExternalId) || opened.has(externalId);
  const below = Map.groupBy(
    [...byId.values()].filter((item) => !isRoot(item)),
    (item) => item.parentExternalId,
  );
  const roots = [...byId.values()].filter(isRoot).map((item) => ({ item, depth: 0, children: [] }));
  const ordered: CatalogueNode<Item>[] = [];
  const leaves: CatalogueTree<Item>['leaves'] = [];
  // A stack instead of recursion: a file may chain thousands of rows below each other.
  const waiting: { node: CatalogueNode<Item>; areaName: string | null }[] = roots
    .toReversed()
    .map((node) => ({ node, areaName: null }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, areaName } = next;
    ordered.push(node);
    node.children = (below.get(node.item.externalId) ?? []).map((item) => ({
      item,
      depth: node.depth + 1,
      children: [],
    }));
    if (node.children.length === 0) leaves.push({ item: node.item, areaName });
    for (const child of node.children.toReversed()) waiting.push({ node: child, areaName: node.item.name });
  }
  return { roots, ordered, leaves };
};

/** One item of each circle: the one with the lowest id. */
const openCircles = (byId: ReadonlyMap<string, CatalogueNodeItem>): Set<string> => {
  const opened = new Set<string>();
  const done = new Set<string>();
  for (const start of byId.keys()) {
    const path = new Set<string>();
    let id: string | null = start;
    while (id !== null && !done.has(id) && !path.has(id)) {
      path.add(id);
      id = byId.get(id)?.parentExternalId ?? null;
    }
    if (id !== null && path.has(id)) {
      const steps = [...path];
      const lowest = steps.slice(steps.indexOf(id)).toSorted()[0];
      if (lowest !== undefined) opened.add(lowest);
    }
    for (const seen of path) done.add(seen);
  }
  return opened;
};
