import { catalogueTree } from '@roer/domain/organisation/catalogue-tree';
import type { CatalogueItem } from './organisation-queries.ts';

/** `path`: the names above it, the highest first. */
export type CatalogueHit = { item: CatalogueItem; path: string[] };

/** Without capitals and accents, as people type when they search. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** What matches every word of a search: by name first, then by description, both in the order of the tree. */
export const searchCatalogue = (items: readonly CatalogueItem[], text: string): CatalogueHit[] => {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const hasAll = (words: string): boolean => wanted.every((word) => words.includes(word));
  const byName: CatalogueHit[] = [];
  const byDescription: CatalogueHit[] = [];
  for (const ofSource of Map.groupBy(items, ({ source }) => source).values()) {
    const above: string[] = [];
    for (const { item, depth } of catalogueTree(ofSource).ordered) {
      above.length = depth;
      const name = plain(item.name);
      if (hasAll(name)) byName.push({ item, path: [...above] });
      else if (hasAll(`${name} ${plain(item.description)}`)) byDescription.push({ item, path: [...above] });
      above.push(item.name);
    }
  }
  return [...byName, ...byDescription];
};
