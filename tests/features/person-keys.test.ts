import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keyRingFrom, openKeyRingFile } from '@roer/api/platform/key-ring';
import type { KeyRing } from '@roer/api/platform/key-ring';
import { openPersonKeys, rewrapping } from '@roer/api/platform/person-keys';
import type { PersonKeys, Whose } from '@roer/api/platform/person-keys';
import { enterOrganisation } from '@roer/db/first-run';
import type { PoolClient } from '@roer/db/pool';
import { inTransaction } from '@roer/db/pool-transaction';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';

let database: TestDatabase;
let ada: Whose;
let ben: Whose;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const { water } = await createWorld(database);
  ada = { organisationId: water.id, personId: water.people.ada };
  ben = { organisationId: water.id, personId: water.people.ben };
  folder = await mkdtemp(join(tmpdir(), 'roer-person-keys-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

const encoded = (): string => randomBytes(32).toString('base64');
const ringOf = (...lines: string[]): KeyRing => keyRingFrom(lines.join('\n'), 'The ring');
const within = <Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> =>
  inTransaction(database.pool, async (client) => {
    await enterOrganisation(client, ada.organisationId);
    return work(client);
  });
const sealed = (keys: PersonKeys, whose: Whose, text: string, about: string): Promise<Buffer> =>
  within(async (client) => (await keys.of(client, whose)).seal(text, about));
const opened = (keys: PersonKeys, whose: Whose, bytes: Buffer, about: string): Promise<string | null> =>
  within(async (client) => (await keys.known(client, whose))?.open(bytes, about).toString('utf8') ?? null);

it('E1 what is somebody’s own text opens with their key, for what it was sealed for, and for nobody else', async () => {
  const keys = openPersonKeys(ringOf(`one ${encoded()}`));
  const bytes = await sealed(keys, ada, 'Ik durf nee te zeggen', 'goal 1 wish');
  expect(bytes.includes('nee te zeggen')).toBe(false);
  expect(await opened(keys, ada, bytes, 'goal 1 wish')).toBe('Ik durf nee te zeggen');
  await expect(opened(keys, ada, bytes, 'goal 2 wish')).rejects.toThrow();
  await sealed(keys, ben, 'Van Ben', 'goal 1 wish');
  await expect(opened(keys, ben, bytes, 'goal 1 wish')).rejects.toThrow();
  bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
  await expect(opened(keys, ada, bytes, 'goal 1 wish')).rejects.toThrow();
  // The same text twice is not the same bytes.
  expect(await sealed(keys, ada, 'x', 'a')).not.toEqual(await sealed(keys, ada, 'x', 'a'));
});

it('E2 another key-encryption key takes over while Roer runs, and the earlier one is no longer needed', async () => {
  await runQuery(database.ownerUrl, 'DELETE FROM "PersonKey"');
  const [first, second] = [`first ${encoded()}`, `second ${encoded()}`];
  const before = openPersonKeys(ringOf(first));
  const bytes = await sealed(before, ada, 'Blijft leesbaar', 'reflection 1');
  // Without the key that locked it nothing opens, and nothing is lost.
  await expect(opened(openPersonKeys(ringOf(second)), ada, bytes, 'reflection 1')).rejects.toThrow('first');
  const both = ringOf(second, first);
  expect(await opened(openPersonKeys(both), ada, bytes, 'reflection 1')).toBe('Blijft leesbaar');
  await rewrapping({ pool: database.pool, ring: both }).runDue(new AbortController().signal);
  expect(await runQuery(database.ownerUrl, 'SELECT DISTINCT "kekId" FROM "PersonKey"')).toEqual([{ kekId: 'second' }]);
  expect(await opened(openPersonKeys(ringOf(second)), ada, bytes, 'reflection 1')).toBe('Blijft leesbaar');
  await expect(opened(before, ada, bytes, 'reflection 1')).rejects.toThrow('second');
});

it('E3 what was sealed cannot be read after the key was destroyed; a new key is another one', async () => {
  const keys = openPersonKeys(ringOf(`one ${encoded()}`));
  await runQuery(database.ownerUrl, 'DELETE FROM "PersonKey"');
  const bytes = await sealed(keys, ada, 'Weg', 'reflection 1');
  await within((client) => keys.destroy(client, ada));
  expect(await opened(keys, ada, bytes, 'reflection 1')).toBeNull();
  await sealed(keys, ada, 'Nieuw', 'reflection 2');
  await expect(opened(keys, ada, bytes, 'reflection 1')).rejects.toThrow();
});

it('E2 two that make a key at once get the same', async () => {
  const keys = openPersonKeys(ringOf(`one ${encoded()}`));
  await runQuery(database.ownerUrl, 'DELETE FROM "PersonKey"');
  const made = await Promise.all(Array.from({ length: 5 }, (_, index) => sealed(keys, ada, `${index}`, 'x')));
  const read = await Promise.all(made.map((bytes) => opened(keys, ada, bytes, 'x')));
  expect(read).toEqual(['0', '1', '2', '3', '4']);
});

it('E2 the ring is made at the first start, for its owner alone, and read again', async () => {
  const path = join(folder, 'new', 'person-keys');
  const [made, same] = await Promise.all([openKeyRingFile(path), openKeyRingFile(path)]);
  expect(same).toEqual(made);
  expect(await openKeyRingFile(path)).toEqual(made);
  expect((await stat(path)).mode & 0o077).toBe(0);
  await writeFile(path, `later ${encoded()}\n${await readFile(path, 'utf8')}`);
  const later = await openKeyRingFile(path);
  expect([...later.keys.keys()]).toEqual(['later', made.current]);
  expect(later.current).toBe('later');
});

it('E2 a ring that is damaged says where, and never repeats a key', () => {
  const key = encoded();
  const wrong = {
    '': 'holds no key',
    [`one ${key.slice(4)}`]: 'line 1',
    [`one ${key}\none ${key}`]: 'one stands there twice',
  };
  for (const [text, told] of Object.entries(wrong)) {
    const read = (): KeyRing => keyRingFrom(text, 'PERSON_KEYS');
    expect(read).toThrow(told);
    expect(read).not.toThrow(key.slice(8));
  }
  expect(keyRingFrom(`b ${key},a ${encoded()}`, 'PERSON_KEYS').current).toBe('b');
});
