import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import { planCatalogueImport } from '@roer/domain/organisation/catalogue-plan';
import type { CatalogueItemFields, CataloguePlan } from '@roer/domain/organisation/catalogue-plan';
import type { CatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { writeTable } from './catalogue-samples.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const parent = fc.constantFrom('', '', ...ids, 'nowhere');
const row = fc.tuple(fc.constantFrom(...ids, ''), parent, fc.constantFrom('A', 'B', 'B', ''), fc.constant('K'));
const table = fc.array(row, { minLength: 1, maxLength: 10 });

/** A catalogue without circles: every parent comes earlier in the alphabet. */
const catalogue: fc.Arbitrary<CatalogueItemFields[]> = fc
  .tuple(fc.shuffledSubarray(ids), fc.array(fc.nat(), { minLength: ids.length, maxLength: ids.length }))
  .map(([present, choices]) =>
    present.map((externalId, index) => ({
      source: 'x',
      externalId,
      parentExternalId: [null, ...present.slice(0, index)][(choices[index] ?? 0) % (index + 1)] ?? null,
      name: 'A',
      kind: 'K',
      description: '',
    })),
  );

const fileFrom = (rows: readonly (readonly string[])[]): CatalogueFile =>
  readCatalogueFile(
    writeTable([['id', 'parent', 'name', 'type', 'description'], ...rows.map((cells) => [...cells, ''])]),
  );

const written = (existing: readonly CatalogueItemFields[], { upserts }: CataloguePlan): CatalogueItemFields[] => [
  ...new Map([...existing, ...upserts].map((item) => [item.externalId, item])).values(),
];

/** Written another way than the code under test: climb as many steps as there are items. */
const isOwnAncestor = (id: string, parents: ReadonlyMap<string, string | null>): boolean => {
  let above = parents.get(id) ?? null;
  for (let step = 0; step < parents.size && above !== null; step += 1) {
    if (above === id) return true;
    above = parents.get(above) ?? null;
  }
  return false;
};

const parentsOf = (items: readonly { externalId: string; parentExternalId: string | null }[]) =>
  new Map(items.map((item) => [item.externalId, item.parentExternalId]));

it('C12 C13 C14 a plan that was written and is planned again changes nothing and skips the same', () => {
  fc.assert(
    fc.property(table, catalogue, fc.boolean(), (rows, existing, skipWrongRows) => {
      const input = { ...fileFrom(rows), source: 'x', skipWrongRows };
      const first = planCatalogueImport({ ...input, existing });
      const again = planCatalogueImport({ ...input, existing: written(existing, first) });
      expect(again.upserts).toEqual([]);
      expect(again.entries).toEqual(
        first.entries.map((entry) =>
          first.writable && entry.outcome !== 'skipped' ? { ...entry, outcome: 'same' } : entry,
        ),
      );
      expect(planCatalogueImport({ ...input, existing })).toEqual(first);
    }),
    { numRuns: 2000 },
  );
});

it('C10 C11 C13 what is written never makes a circle, and every parent is there', () => {
  fc.assert(
    fc.property(table, catalogue, fc.boolean(), (rows, existing, skipWrongRows) => {
      const plan = planCatalogueImport({ ...fileFrom(rows), existing, source: 'x', skipWrongRows });
      const parents = parentsOf(written(existing, plan));
      for (const [id, above] of parents) {
        expect(isOwnAncestor(id, parents)).toBe(false);
        expect(above === null || parents.has(above)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

it('C11 names exactly the members of circles when every id is there once', () => {
  const once = fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ([id]) => id });
  fc.assert(
    fc.property(once, catalogue, (rows, existing) => {
      const file = fileFrom(rows);
      const plan = planCatalogueImport({ ...file, existing, source: 'x', skipWrongRows: false });
      const parents = parentsOf([...existing, ...file.rows.filter(({ externalId }) => externalId !== '')]);
      const named = plan.problems.filter(({ code }) => code === 'circularParents').map(({ line }) => line);
      const circular = file.rows.filter(({ externalId }) => isOwnAncestor(externalId, parents)).map(({ line }) => line);
      expect(named).toEqual(circular);
    }),
    { numRuns: 2000 },
  );
});

it('C12 C13 a right row is skipped only for a reason, and nothing wrong is written', () => {
  fc.assert(
    fc.property(table, catalogue, fc.boolean(), (rows, existing, skipWrongRows) => {
      const plan = planCatalogueImport({ ...fileFrom(rows), existing, source: 'x', skipWrongRows });
      for (const { outcome, problems } of plan.entries) {
        expect(outcome === 'wrong' || outcome === 'skipped').toBe(problems.length > 0);
      }
      expect(plan.upserts).toHaveLength(plan.writable ? plan.counts.new + plan.counts.changed : 0);
      expect(plan.problemCount).toBe(
        plan.entries.flatMap(({ problems }) => problems).length + (plan.entries.length === 0 ? 1 : 0),
      );
    }),
    { numRuns: 1000 },
  );
});
