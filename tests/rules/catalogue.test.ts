import { describe, expect, it } from 'vitest';
import { readCatalogueFile } from '@roer/domain/organisation/catalogue-file';
import { planCatalogueImport } from '@roer/domain/organisation/catalogue-plan';
import type { CatalogueItemFields, CataloguePlan } from '@roer/domain/organisation/catalogue-plan';
import { catalogueLimits } from '@roer/domain/organisation/catalogue-problem';
import { fileOf, gemmaBytes, gemmaTable, headers, noise, writeTable } from './catalogue-samples.ts';

const item = (externalId: string, parentExternalId: string | null = null, name = externalId): CatalogueItemFields => ({
  source: 'gemma',
  externalId,
  parentExternalId,
  name,
  kind: 'Bedrijfsfunctie',
  description: '',
});

const plan = (
  bytes: Uint8Array,
  { existing = [], skip = false }: { existing?: CatalogueItemFields[]; skip?: boolean } = {},
): CataloguePlan =>
  planCatalogueImport({ ...readCatalogueFile(bytes), existing, source: 'gemma', skipWrongRows: skip });

/** The catalogue after writing, as a database with a key on source and external id keeps it. */
const written = (existing: readonly CatalogueItemFields[], { upserts }: CataloguePlan): CatalogueItemFields[] => [
  ...new Map([...existing, ...upserts].map((each) => [`${each.source} ${each.externalId}`, each])).values(),
];

const problems = ({ problems: listed }: CataloguePlan) =>
  listed.map(({ line, code, value, otherLine }) => [line, code, otherLine ?? value]);
const outcomes = ({ entries }: CataloguePlan) => entries.map(({ outcome }) => outcome).join(' ');
const upserted = ({ upserts }: CataloguePlan) => upserts.map(({ externalId }) => externalId).join(' ');

describe('the GEMMA catalogue', () => {
  const first = plan(gemmaBytes());

  it('C12 C14 goes in whole, and a second time changes nothing', () => {
    expect(first).toMatchObject({ writable: true, problemCount: 0, counts: { new: 304, wrong: 0 } });
    expect(first.upserts).toHaveLength(304);
    const second = plan(gemmaBytes(), { existing: written([], first) });
    expect(second).toMatchObject({ writable: true, counts: { same: 304, new: 0, changed: 0, kept: 0 }, upserts: [] });
  });

  it('C1 C14 changes nothing either as Windows-1252 with CRLF', () => {
    const western = writeTable(gemmaTable(), { encoding: 'windows-1252', lineEnd: '\r\n', delimiter: ',' });
    expect(plan(western).upserts).toEqual(first.upserts);
    expect(plan(western, { existing: written([], first) })).toMatchObject({ counts: { same: 304 }, upserts: [] });
  });

  it.each([
    ['a missing column', (text: string) => text.replace(';naam;', ';x;'), [[1, 'missingColumn', 'name']]],
    [
      'a doubled id',
      (text: string) => `${text}${text.split('\r\n')[1]}\r\n`,
      [
        [2, 'doubledId', 306],
        [306, 'doubledId', 2],
      ],
    ],
    [
      'circular parents',
      (text: string) => `${text}a;c;A;;\r\nb;a;B;;\r\nc;b;C;;\r\nd;c;below the circle;;\r\n`,
      [
        [306, 'circularParents', 'c'],
        [307, 'circularParents', 'a'],
        [308, 'circularParents', 'b'],
      ],
    ],
    ['a row cut short', (text: string) => `${text}a;;A\r\n`, [[306, 'wrongFieldCount', '3/5']]],
    ['an unknown parent', (text: string) => `${text}a;nowhere;A;;\r\n`, [[306, 'unknownParent', 'nowhere']]],
    ['an open quote', (text: string) => `${text}a;;"A;;\r\nb;;B;;\r\n`, [[306, 'unreadable', undefined]]],
  ])('C3 C6 C8 C9 C10 C11 C12 says what is wrong and writes nothing: %s', (_, damage, expected) => {
    const damaged = new TextEncoder().encode(damage(new TextDecoder().decode(gemmaBytes())));
    for (const existing of [[], first.upserts]) {
      const refused = plan(damaged, { existing });
      expect(problems(refused)).toEqual(expected);
      expect(refused).toMatchObject({ writable: false, upserts: [], problemCount: expected.length });
    }
  });

  it('C5 C12 writes nothing of ten megabytes of noise, also when wrong rows are skipped', () => {
    for (const skip of [false, true]) {
      const refused = plan(noise(10 * 1024 * 1024), { skip });
      expect(refused).toMatchObject({ writable: false, entries: [], upserts: [], problemCount: 1 });
      expect(refused.problems[0]?.code).toBe('tooLarge');
    }
  });
});

describe('planning an import', () => {
  it('C9 names another line for every row with the same id', () => {
    const bytes = fileOf(['a', '', 'A'], ['b', '', 'B'], ['a', '', 'A'], ['a', 'b', 'C']);
    expect(problems(plan(bytes))).toEqual([
      [2, 'doubledId', 4],
      [4, 'doubledId', 2],
      [5, 'doubledId', 2],
    ]);
    expect(plan(bytes, { skip: true })).toMatchObject({ counts: { skipped: 3, new: 1 } });
  });

  it('C7 C9 takes ids as text', () => {
    expect(plan(fileOf(['1', '', 'A'], ['01', '1', 'B'], ['1.0', '01', 'C']))).toMatchObject({ problemCount: 0 });
  });

  it('C10 finds a parent later in the file or in the catalogue, but not in another source', () => {
    const bytes = fileOf(['b', 'a', 'B'], ['a', 'old', 'A']);
    expect(problems(plan(bytes))).toEqual([[3, 'unknownParent', 'old']]);
    expect(problems(plan(bytes, { existing: [{ ...item('old'), source: 'other' }] }))).toHaveLength(1);
    expect(plan(bytes, { existing: [item('old')] })).toMatchObject({ writable: true, counts: { new: 2, kept: 1 } });
  });

  it('C11 finds a row that is its own parent, and a circle by way of the catalogue', () => {
    expect(problems(plan(fileOf(['a', 'a', 'A'])))).toEqual([[2, 'circularParents', 'a']]);
    const existing = [item('a'), item('b', 'a'), item('c', 'b')];
    expect(problems(plan(fileOf(['a', 'c', 'A'], ['x', 'a', 'X']), { existing }))).toEqual([
      [2, 'circularParents', 'c'],
    ]);
    expect(plan(fileOf(['c', '', 'C'], ['a', 'c', 'A']), { existing })).toMatchObject({ problemCount: 0 });
  });

  it('C12 tells what each row will do, and writes nothing while a row is wrong', () => {
    const existing = [item('a'), item('b', 'a'), item('gone')];
    const bytes = fileOf(['a', '', 'a'], ['b', '', 'b'], ['c', 'b', 'c'], ['d', '', '']);
    const refused = plan(bytes, { existing });
    expect(outcomes(refused)).toBe('same changed new wrong');
    expect(refused).toMatchObject({
      writable: false,
      upserts: [],
      counts: { same: 1, changed: 1, new: 1, wrong: 1, kept: 1 },
    });
    const skipped = plan(bytes, { existing, skip: true });
    expect(outcomes(skipped)).toBe('same changed new skipped');
    expect(skipped.writable).toBe(true);
    expect(skipped.upserts).toEqual([item('b'), item('c', 'b')]);
  });

  it.each([{ parentExternalId: 'b' }, { name: 'x' }, { kind: 'x' }, { description: 'x' }])(
    'C12 calls a row changed when the catalogue has %j',
    (difference) => {
      const existing = [{ ...item('a'), ...difference }, item('b')];
      expect(plan(fileOf(['a', '', 'a']), { existing })).toMatchObject({
        counts: { changed: 1 },
        upserts: [item('a')],
      });
    },
  );

  it('C6 says nothing more about a row with a cell too few', () => {
    const rows = ['a;;A;;', 'a;nowhere;', 'b;b;;'].join('\n');
    const refused = plan(new TextEncoder().encode(`${headers.join(';')}\n${rows}`));
    expect(problems(refused)).toEqual([
      [2, 'doubledId', 3],
      [3, 'wrongFieldCount', '3/5'],
      [4, 'wrongFieldCount', '4/5'],
    ]);
  });

  it('C12 does not let the person skip what concerns the whole file', () => {
    const bytes = writeTable([headers.with(1, 'x'), ['a', '', 'A', '', '']]);
    expect(plan(bytes, { skip: true })).toMatchObject({ writable: false, upserts: [] });
  });

  it('C13 skips what hangs below a skipped row, unless the catalogue has it', () => {
    const bytes = fileOf(['a', '', ''], ['b', 'a', 'B'], ['c', 'b', 'C'], ['d', '', 'D']);
    const skipped = plan(bytes, { skip: true });
    expect(problems(skipped)).toEqual([
      [2, 'emptyName', undefined],
      [3, 'parentSkipped', 'a'],
      [4, 'parentSkipped', 'b'],
    ]);
    expect(upserted(skipped)).toBe('d');
    expect(upserted(plan(bytes, { skip: true, existing: [item('a')] }))).toBe('b c d');
  });

  it('C13 skips a row that would make a circle with the parent that a skipped row keeps', () => {
    const existing = [item('a', 'b'), item('b', 'c'), item('c')];
    const turned = fileOf(['a', '', ''], ['b', 'a', 'B'], ['c', 'b', 'C'], ['d', 'c', 'D']);
    expect(problems(plan(turned, { existing }))).toEqual([[2, 'emptyName', undefined]]);
    const skipped = plan(turned, { existing, skip: true });
    expect(problems(skipped)).toEqual([
      [2, 'emptyName', undefined],
      [3, 'circularParents', 'a'],
      [4, 'circularParents', 'b'],
    ]);
    expect(upserted(skipped)).toBe('d');
  });

  it('C14 leaves other sources alone', () => {
    const other = { ...item('a'), source: 'other' };
    const result = plan(fileOf(['a', '', 'a']), { existing: [other] });
    expect(result).toMatchObject({ counts: { new: 1, kept: 0 } });
    expect(written([other], result)).toEqual([other, item('a')]);
  });

  it('C17 lists 500 problems by line and tells how many there are', () => {
    const rows = Array.from({ length: 700 }, (_, index): [string, string, string] => [`${index}`, 'nowhere', '']);
    const refused = plan(fileOf(...rows));
    expect(refused.problemCount).toBe(1400);
    expect(refused.problems).toHaveLength(catalogueLimits.listedProblems);
    expect(refused.problems.slice(0, 3).map(({ line, code }) => [line, code])).toEqual([
      [2, 'emptyName'],
      [2, 'unknownParent'],
      [3, 'emptyName'],
    ]);
    expect(refused.problems.at(-1)?.line).toBe(251);
    expect(refused.entries.every(({ outcome }) => outcome === 'wrong')).toBe(true);
  });
});
