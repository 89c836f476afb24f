import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { epochKeyFrom, open } from '@roer/api/features/workload/seal';
import type { SealedFor } from '@roer/api/features/workload/seal';
import { epochTimes } from '@roer/domain/workload/epoch';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import {
  answer,
  anyMailer,
  ask,
  checkInWorld,
  clientOf,
  goTo,
  largeTeam,
  proveMailboxes,
  toFirstAnswers,
} from '../kit/check-in.ts';
import { createClock } from '../kit/clock.ts';
import { copyTestDatabase, createTestDatabase, reopenTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';

const clock = createClock();
let database: TestDatabase;
/** Copies of the database, as backups: from before the epoch began, and from before it closed. */
let beforeOpening: TestDatabase;
let beforeClosing: TestDatabase;
let keyFolder: string;
let application: TestApplication;
let world: World<typeof checkInWorld>;
let number: number;

const start = (on: TestDatabase): Promise<TestApplication> =>
  startApplication({ mailer: anyMailer, database: on, clock, keyFolder });
/** Nobody may be connected while a copy is made. */
const backup = async (): Promise<TestDatabase> => {
  await application.close();
  await database.close();
  const copy = await copyTestDatabase(database);
  database = await reopenTestDatabase(database);
  application = await start(database);
  return copy;
};

beforeAll(async () => {
  keyFolder = await mkdtemp(join(tmpdir(), 'roer-keys-'));
  database = await createTestDatabase();
  application = await start(database);
  world = await createWorld(database, checkInWorld);
  await proveMailboxes(application);
  await application.app.jobs.runDue();
  beforeOpening = await backup();
  number = await toFirstAnswers(application);
});
afterAll(async () => {
  await application.close();
  for (const each of [database, beforeOpening, beforeClosing]) await each.drop();
  await rm(keyFolder, { recursive: true, force: true });
});

/** Every row of every table as text, as a dump has it, by table. */
const dump = async (of: TestDatabase): Promise<Map<string, string[]>> => {
  const owner = new Client({ connectionString: of.ownerUrl });
  await owner.connect();
  try {
    const tables = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const found = new Map<string, string[]>();
    for (const { name } of tables.rows) {
      const rows = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`);
      found.set(
        name,
        rows.rows.map(({ row }) => row),
      );
    }
    return found;
  } finally {
    await owner.end();
  }
};

type Sealed = SealedFor & { sealed: Buffer };
const sealedIn = async (of: TestDatabase): Promise<Sealed[]> => {
  const owner = new Client({ connectionString: of.ownerUrl });
  await owner.connect();
  const rows = await owner.query<Sealed>('SELECT * FROM "Answer"').finally(() => owner.end());
  return rows.rows;
};
/** How many answers of a dump a key file opens, and with which values. */
const opened = async (of: TestDatabase, folder: string): Promise<number[]> => {
  const key = epochKeyFrom(await readFile(join(folder, `${world.water.id}.${number}`)));
  return (await sealedIn(of)).flatMap(({ sealed, ...row }) => {
    const content = open(key, row, sealed);
    return content ? [content.value] : [];
  });
};

it('P11 P12 an answer changes nothing in the database but what is sealed', async () => {
  const ada = world.water.people.ada;
  await answer(application, ada, { number, value: 1 });
  const before = await dump(database);
  await answer(application, ada, { number, value: 5, share: true });
  const after = await dump(database);
  expect([...after.keys()]).toContain('public."Answer"');
  for (const [table, rows] of before) if (table !== 'public."Answer"') expect(after.get(table), table).toEqual(rows);
  const different = after.get('public."Answer"')?.filter((row) => !before.get('public."Answer"')?.includes(row));
  expect(different).toHaveLength(5);
  expect(different?.every((row) => row.includes(ada))).toBe(true);
});

it('P12 a dump holds no readable answer: not by itself, and not with the key files of a later day', async () => {
  for (const person of largeTeam) await answer(application, world.water.people[person], { number, value: 4 });
  const today = await mkdtemp(join(tmpdir(), 'roer-keys-of-the-day-'));
  await cp(keyFolder, today, { recursive: true });
  beforeClosing = await backup();
  // With the key of that same day they can be read, so this search finds what there is to find.
  expect((await opened(beforeClosing, today)).filter((value) => value === 4)).toHaveLength(largeTeam.length * 5);
  // Moved to another row an answer does not open.
  const [first, second] = await sealedIn(beforeClosing);
  const key = epochKeyFrom(await readFile(join(today, `${world.water.id}.${number}`)));
  if (!first || !second) throw new Error('There are answers.');
  expect(open(key, second, first.sealed)).toBeNull();
  expect(open(key, { ...first, epoch: number + 1 }, first.sealed)).toBeNull();
  await rm(today, { recursive: true });

  await goTo(application, epochTimes(number).closesAt);
  expect(await opened(beforeClosing, keyFolder)).toEqual([]);
  expect((await sealedIn(database)).filter(({ epoch }) => epoch === number)).toEqual([]);
  const later = await readFile(join(keyFolder, `${world.water.id}.${number}`));
  expect(later.equals(Buffer.alloc(32, '-'))).toBe(true);
});

it('P6 P12 a restored database cannot close again, and gives no result from what it still holds', async () => {
  const { publishesAt } = epochTimes(number);
  await goTo(application, publishesAt);
  const results = async (of: TestApplication) =>
    (await clientOf(of, world.water.people.ben)).insights.results.query({ teamId: world.water.teams.permits });
  const published = await results(application);
  expect(published.epochs.at(-1)?.bands.core).toBe('heavy');
  for (const backupOf of [beforeClosing, beforeOpening]) {
    const restored = await start(backupOf);
    await restored.app.jobs.runDue();
    await restored.app.jobs.runDue();
    expect(await sealedIn(backupOf)).not.toContainEqual(expect.objectContaining({ epoch: number }));
    expect((await results(restored)).epochs.at(-1)?.bands).toEqual({
      fits: null,
      overview: null,
      core: null,
      help: null,
      learn: null,
    });
    await restored.close();
  }
  expect(await results(application)).toEqual(published);
});

it('P12 a database from before the opening gets no second key while its epoch could still be answered', async () => {
  clock.set(epochTimes(number).answersFrom);
  // The same backup, restored again on a day in the epoch, after that had closed.
  const owner = new Client({ connectionString: beforeOpening.ownerUrl });
  await owner.connect();
  await owner.query('ALTER TABLE "Epoch" DISABLE TRIGGER USER');
  await owner.query('ALTER TABLE "Release" DISABLE TRIGGER USER');
  await owner.query('DELETE FROM "Epoch"');
  await owner.query('ALTER TABLE "Release" ENABLE TRIGGER USER');
  await owner.query('ALTER TABLE "Epoch" ENABLE TRIGGER USER');
  await owner.end();
  const restored = await start(beforeOpening);
  await restored.app.jobs.runDue();
  const { view } = await ask(restored, world.water.people.ada, { kind: 'look' });
  expect(view).toMatchObject({ state: 'group', now: null, accepting: false });
  expect(await sealedIn(beforeOpening)).toEqual([]);
  await restored.close();
});
