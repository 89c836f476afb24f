import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { catalogueLimits } from '@roer/domain/organisation/catalogue-problem';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { fileOf, gemmaBytes, gemmaTable, noise, writeTable } from '../rules/catalogue-samples.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let anna: TestClient;
const ask = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const refused = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

beforeAll(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
  anna = application.client(await application.signIn(world.water.people.anna));
});
afterAll(() => application.close());
beforeEach(() => ask('DELETE FROM "CatalogueItem"; DELETE FROM "ImportRun"'));

const upload = (bytes: Uint8Array, skipWrongRows = false) => ({
  fileName: 'functies.csv',
  bytes: Buffer.from(bytes).toString('base64'),
  source: 'gemma',
  skipWrongRows,
});
const preview = (bytes: Uint8Array, skip = false) => anna.organisation.previewCatalogue.mutate(upload(bytes, skip));
const importing = (bytes: Uint8Array, { digest, skip = false }: { digest: string; skip?: boolean }) => ({
  ...upload(bytes, skip),
  digest,
  commandId: application.clock.newId(),
});
/** Looks, and then does what was shown. */
const bring = async (bytes: Uint8Array, { skip = false } = {}) => {
  const { digest } = await preview(bytes, skip);
  return anna.organisation.importCatalogue.mutate(importing(bytes, { digest, skip }));
};
const stored = () =>
  ask(
    'SELECT "source", "externalId", "parentExternalId", "name", "kind", "description" FROM "CatalogueItem" ORDER BY 2',
  );
const written = async () => {
  const [row] = await ask<{ items: number; runs: number; changes: number; audits: number }>(
    `SELECT (SELECT count(*) FROM "CatalogueItem")::int AS items, (SELECT count(*) FROM "ImportRun")::int AS runs,
      (SELECT count(*) FROM "Change")::int AS changes, (SELECT count(*) FROM "AuditEntry")::int AS audits`,
  );
  return row;
};

describe('the GEMMA catalogue through the router', () => {
  it('C12 C14 goes in whole, with its hierarchy, and a second time changes nothing at all', async () => {
    const shown = await preview(gemmaBytes());
    expect(shown).toMatchObject({ writable: true, entryCount: 304, counts: { new: 304, wrong: 0 } });
    expect(await bring(gemmaBytes())).toMatchObject({ new: 304 });
    const items = await anna.organisation.catalogue.query({ source: 'gemma' });
    expect(items).toHaveLength(304);
    expect(items.filter((item) => item.parentExternalId === null)).toHaveLength(15);
    const before = await written();
    expect(await bring(gemmaBytes())).toMatchObject({ same: 304, new: 0, changed: 0 });
    expect(await written()).toEqual(before);
    expect(await anna.organisation.catalogueRuns.query()).toEqual([
      expect.objectContaining({ source: 'gemma', by: 'Anna Smit', counts: expect.objectContaining({ new: 304 }) }),
    ]);
  });

  it('C1 gives the same as Windows-1252 with CRLF', async () => {
    await bring(gemmaBytes());
    const items = await stored();
    await ask('DELETE FROM "CatalogueItem"');
    await bring(writeTable(gemmaTable(), { encoding: 'windows-1252', lineEnd: '\r\n' }));
    expect(await stored()).toEqual(items);
  });
});

describe('a catalogue as large as it may be', () => {
  it('C5 C12 goes in whole, and the preview shows as much of it as can be read', async () => {
    const rows = Array.from({ length: catalogueLimits.rows }, (_, index): [string, string, string] => [
      `f-${index}`,
      index === 0 ? '' : `f-${Math.floor((index - 1) / 5)}`,
      index === 19_000 ? '' : `Functie ${index}`,
    ]);
    const shown = await preview(fileOf(...rows));
    expect(shown).toMatchObject({ entryCount: 20_000, counts: { new: 19_999, wrong: 1 }, writable: false });
    expect(shown.entries).toHaveLength(2000);
    expect(shown.entries.at(-1)).toMatchObject({ externalId: 'f-19000', outcome: 'wrong' });
    expect(await bring(fileOf(...rows), { skip: true })).toMatchObject({ new: 19_999, skipped: 1 });
    expect(await written()).toMatchObject({ items: 19_999 });
  });
});

describe('damaged files', () => {
  const [header = [], ...rows] = gemmaTable();
  const changed = (change: (row: string[], index: number) => string[]) => writeTable([header, ...rows.map(change)]);
  const [first = '', second = ''] = rows.map(([id = '']) => id);
  it.each([
    ['a missing column', () => writeTable([header, ...rows].map((row) => row.slice(0, 4))), 'missingColumn', null],
    ['a doubled id', () => changed((row, index) => (index === 1 ? [first, ...row.slice(1)] : row)), 'doubledId', 2],
    [
      'circular parents',
      () =>
        changed((row, index) =>
          index === 0 ? [first, second, ...row.slice(2)] : index === 1 ? [second, first, ...row.slice(2)] : row,
        ),
      'circularParents',
      2,
    ],
    ['noise', () => noise(1_000_000), 'unreadable', null],
    ['a file that is a little too large', () => new Uint8Array(catalogueLimits.bytes + 1), 'tooLarge', null],
  ])('C12 %s: the reason is named, and nothing is written', async (_, damaged, code, line) => {
    const bytes = damaged();
    const before = await written();
    const shown = await preview(bytes);
    expect(shown.writable).toBe(false);
    expect(shown.problems[0]).toMatchObject(line === null ? { code } : { code, line });
    await expect(anna.organisation.importCatalogue.mutate(importing(bytes, { digest: shown.digest }))).rejects.toEqual(
      refused('fileRefused'),
    );
    expect(await written()).toEqual(before);
  });

  it('C5 10 MB of noise is refused before it is read', async () => {
    await expect(preview(noise(10_000_000))).rejects.toEqual(refused('fileRefused'));
    expect(await written()).toMatchObject({ items: 0, runs: 0 });
  });

  it('C13 goes in without its wrong rows when somebody chooses that', async () => {
    const bytes = fileOf(['a', '', 'A'], ['b', 'nowhere', 'B'], ['c', 'a', 'C']);
    expect(await preview(bytes)).toMatchObject({ writable: false, counts: { wrong: 1 } });
    expect(await bring(bytes, { skip: true })).toMatchObject({ new: 2, skipped: 1 });
    expect(await stored()).toMatchObject([{ externalId: 'a' }, { externalId: 'c', parentExternalId: 'a' }]);
  });
});

describe('what was shown is what happens', () => {
  const one = fileOf(['a', '', 'A']);

  it('C17 refuses a plan that is not the one of the preview any more', async () => {
    const { digest } = await preview(one);
    await bring(fileOf(['a', '', 'Anders']));
    const before = await written();
    await expect(anna.organisation.importCatalogue.mutate(importing(one, { digest }))).rejects.toEqual(
      refused('importChanged'),
    );
    const other = importing(fileOf(['z', '', 'Z']), { digest: (await preview(one)).digest });
    await expect(anna.organisation.importCatalogue.mutate(other)).rejects.toEqual(refused('importChanged'));
    expect(await written()).toEqual(before);
  });

  it('O16 answers a retry as the first time, and two at once write once', async () => {
    const { digest } = await preview(one);
    const command = importing(one, { digest });
    const answers = await Promise.all([1, 2].map(() => anna.organisation.importCatalogue.mutate(command)));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ new: 1 });
    expect(await written()).toMatchObject({ items: 1, runs: 1 });
  });

  it('C14 keeps the ids of what changed, so that what a team adopted stays with it', async () => {
    await bring(one);
    const [before] = await anna.organisation.catalogue.query({});
    expect(await bring(fileOf(['a', '', 'Nieuwe naam']))).toMatchObject({ changed: 1 });
    expect(await anna.organisation.catalogue.query({})).toEqual([{ ...before, name: 'Nieuwe naam' }]);
  });
});

describe('who may', () => {
  it('A3 shows the catalogue to whoever is in a team, and imports for administrators only', async () => {
    await bring(fileOf(['a', '', 'A']));
    const ada = application.client(await application.signIn(world.water.people.ada));
    const mira = application.client(await application.signIn(world.water.people.mira));
    const odile = application.client(await application.signIn(world.hill.people.odile));
    expect(await ada.organisation.catalogue.query({})).toHaveLength(1);
    expect(await odile.organisation.catalogue.query({})).toEqual([]);
    await expect(mira.organisation.catalogue.query({})).rejects.toEqual(refused('notFound'));
    for (const client of [ada, mira]) {
      await expect(client.organisation.previewCatalogue.mutate(upload(gemmaBytes()))).rejects.toEqual(
        refused('notFound'),
      );
      await expect(client.organisation.catalogueRuns.query()).rejects.toEqual(refused('notFound'));
    }
  });

  it('refuses a large request of a stranger, to another procedure, or of unknown length', async () => {
    const large = upload(noise(2_000_000));
    await expect(application.client().organisation.previewCatalogue.mutate(large)).rejects.toEqual(
      refused('signInNeeded'),
    );
    await expect(anna.organisation.searchPeople.query({ text: 'a' })).resolves.toBeDefined();
    const body = JSON.stringify({ text: 'a'.repeat(2_000_000) });
    const headers = { origin: application.url, 'content-type': 'application/json' };
    const post = (init: RequestInit) =>
      fetch(`${application.url}/trpc/organisation.createDomain`, { method: 'POST', ...init });
    expect((await post({ headers, body })).status).toBe(413);
    const stream = new Blob([body]).stream();
    const chunked = { headers, body: stream, duplex: 'half' } as RequestInit;
    expect((await post(chunked)).status).toBe(411);
  });
});
