import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { catalogueTree } from '@roer/domain/organisation/catalogue-tree';
import type { CatalogueNodeItem } from '@roer/domain/organisation/catalogue-tree';
import { gemmaBytes } from './catalogue-samples.ts';

const item = (externalId: string, parentExternalId: string | null, name = externalId): CatalogueNodeItem => ({
  externalId,
  parentExternalId,
  name,
});
const outline = (items: CatalogueNodeItem[]): string =>
  catalogueTree(items)
    .ordered.map(({ item: { name }, depth }) => `${'-'.repeat(depth)}${name}`)
    .join(' ');

describe('the tree of a catalogue', () => {
  it('C15 C16 keeps the hierarchy of the GEMMA catalogue', () => {
    const { rows } = readCatalogueFile(gemmaBytes());
    const tree = catalogueTree(rows);
    expect(tree.roots).toHaveLength(15);
    expect(tree.ordered).toHaveLength(304);
    expect(Math.max(...tree.ordered.map(({ depth }) => depth))).toBe(4);
    for (const node of tree.ordered) {
      for (const child of node.children) expect(child.item.parentExternalId).toBe(node.item.externalId);
    }
    const nameOf = new Map(rows.map((row) => [row.externalId, row.name]));
    const parents = new Set(rows.map((row) => row.parentExternalId));
    expect(tree.leaves).toHaveLength(rows.filter((row) => !parents.has(row.externalId)).length);
    for (const { item: leaf, areaName } of tree.leaves) {
      expect(areaName).toBe(leaf.parentExternalId === null ? null : nameOf.get(leaf.parentExternalId));
    }
  });

  it('C15 sorts siblings as Dutch readers do: no matter the accents and capitals, numbers by value', () => {
    const names = ['Zorg', 'école', 'Elders', 'afval', 'Wijk 10', 'Wijk 9', 'Afspraak'];
    expect(outline(names.map((name, index) => item(`${index}`, null, name)))).toBe(
      'Afspraak afval école Elders Wijk 9 Wijk 10 Zorg',
    );
    expect(outline([item('b', null, 'same'), item('a', null, 'same'), item('c', 'a'), item('d', 'b')])).toBe(
      'same -c same -d',
    );
  });

  it('C15 shows an item whose parent is missing as a root, and the members of a circle', () => {
    expect(outline([item('b', 'gone'), item('a', 'b')])).toBe('b -a');
    expect(outline([item('c', 'b'), item('b', 'a'), item('a', 'c'), item('d', 'c'), item('e', 'e')])).toBe(
      'a -b --c ---d e',
    );
  });

  it('C16 names the area of a leaf after its parent', () => {
    const tree = catalogueTree([
      item('a', null, 'Afval'),
      item('b', 'a', 'Inzameling'),
      item('c', 'b', 'Containers'),
      item('d', null),
    ]);
    expect(tree.leaves.map(({ item: { name }, areaName }) => [name, areaName])).toEqual([
      ['Containers', 'Inzameling'],
      ['d', null],
    ]);
  });

  it('C15 shows every item once, in any order given, and survives a deep chain', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const items = fc.uniqueArray(fc.tuple(id, fc.option(id)), { selector: ([externalId]) => externalId });
    fc.assert(
      fc.property(items, (pairs) => {
        const given = pairs.map(([externalId, above]) => item(externalId, above));
        const shown = catalogueTree(given).ordered.map((node) => node.item.externalId);
        expect(shown.toSorted()).toEqual(given.map(({ externalId }) => externalId).toSorted());
        expect(catalogueTree(given.toReversed())).toEqual(catalogueTree(given));
      }),
    );
    const chain = Array.from({ length: 20_000 }, (_, index) => item(`${index}`, index === 0 ? null : `${index - 1}`));
    expect(catalogueTree(chain).leaves).toHaveLength(1);
  });
});
