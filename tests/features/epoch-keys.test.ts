import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '@roer/api/env';
import { openEpochKeyFolder } from '@roer/api/features/workload/epoch-keys';
import { newEpochKey } from '@roer/api/features/workload/seal';
import { run } from '@roer/api/main';
import type { EpochKeys } from '@roer/api/platform/epoch-keys';
import { openEpochKeyTable } from '@roer/db/epoch-key-table';
import type { OrganisationId } from '@roer/domain/ids';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';

// The brands exist only for the compiler.
const town = '019ac1d2-0000-7000-8000-000000000001' as OrganisationId;
const hill = '019ac1d2-0000-7000-8000-000000000002' as OrganisationId;

let folder: string;
let database: TestDatabase;
let table: ReturnType<typeof openEpochKeyTable>;
let another: ReturnType<typeof openEpochKeyTable>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roer-keys-'));
  database = await createTestDatabase();
  [table, another] = [openEpochKeyTable(database.ownerUrl), openEpochKeyTable(database.ownerUrl)];
});
afterAll(async () => {
  await Promise.all([table.close(), another.close()]);
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['a folder', (): [EpochKeys, EpochKeys] => [openEpochKeyFolder(folder), openEpochKeyFolder(folder)]],
  ['a PostgreSQL of its own', (): [EpochKeys, EpochKeys] => [table, another]],
] as const)('%s', (_name, open) => {
  it('P12 keeps one key for an epoch, also when several processes ask at once, and none when it was destroyed', async () => {
    const [here, there] = open();
    const got = await Promise.all([here, there, here, there].map((keys) => keys.obtain(town, 24, newEpochKey)));
    expect(new Set(got.map((key) => key?.toString('hex'))).size).toBe(1);
    expect(got[0]).toHaveLength(32);
    expect(await there.read(town, 24)).toEqual(got[0]);
    await here.obtain(hill, 24, newEpochKey);
    expect(await there.list()).toEqual(
      expect.arrayContaining([
        { organisationId: town, epoch: 24 },
        { organisationId: hill, epoch: 24 },
      ]),
    );
    await Promise.all([here.destroy(town, 24), there.destroy(town, 24)]);
    for (const keys of [here, there]) {
      expect(await keys.read(town, 24)).toBe('destroyed');
      expect(await keys.obtain(town, 24, newEpochKey)).toBeNull();
      expect(await keys.list()).toEqual([{ organisationId: hill, epoch: 24 }]);
    }
  });

  it('P12 remembers that an epoch is over whose key was lost', async () => {
    const [here, there] = open();
    expect(await here.read(town, 7)).toBe('absent');
    await here.destroy(town, 7);
    expect(await there.obtain(town, 7, newEpochKey)).toBeNull();
  });
});

it('P12 a destroyed key is written over where it was, and files are for their owner alone', async () => {
  const keys = openEpochKeyFolder(folder);
  const key = (await keys.obtain(town, 30, newEpochKey)) ?? Buffer.alloc(0);
  const path = join(folder, `${town}.30`);
  const { ino, mode } = await stat(path);
  expect(mode & 0o777).toBe(0o600);
  await keys.destroy(town, 30);
  expect((await stat(path)).ino).toBe(ino);
  for (const name of await readdir(folder))
    expect((await readFile(join(folder, name))).includes(key), name).toBe(false);
  // What a crash in the middle of that leaves opens nothing either.
  await writeFile(path, Buffer.concat([Buffer.alloc(16, '-'), key.subarray(16, 20)]));
  expect(await keys.read(town, 30)).toBe('destroyed');
});

it('P12 a destroyed key stands nowhere in its table', async () => {
  await table.obtain(hill, 31, newEpochKey);
  await table.destroy(hill, 31);
  expect(await runQuery(database.ownerUrl, 'SELECT key FROM epoch_key WHERE epoch = 31')).toEqual([]);
  // Nor in what the server writes ahead and sends to its replicas.
  const [kept] = await runQuery(database.ownerUrl, `SELECT relpersistence FROM pg_class WHERE relname = 'epoch_key'`);
  expect(kept).toEqual({ relpersistence: 'u' });
});

it('P12 Roer does not start with the keys in the database of the answers', async () => {
  const url = 'postgres://owner@localhost:1/roer';
  const environment = readEnvironment({ PORT: '0', DATA_DIR: folder, DATABASE_URL: url, EPOCH_KEYS_DATABASE_URL: url });
  await expect(run(environment, () => undefined)).rejects.toThrow('another database');
});
