import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateMunicipality } from '@roer/db/demo/municipality';
import { writeMunicipality } from '@roer/db/demo/write';
import { exportedTables, leftOut } from '@roer/db/export-tables';
import { inTransaction } from '@roer/db/pool-transaction';
import type { DomainId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { makeDataDirectory, typeCommand } from '../kit/command.ts';
import type { Ended } from '../kit/command.ts';
import { createTestDatabase } from '../kit/database.ts';
import type { TestDatabase } from '../kit/database.ts';
import { foreignKeys } from '../kit/one-of-each.ts';
import { signInWith } from '../kit/sign-in.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld, standardWorld } from '../kit/world.ts';

let directory: string;
beforeAll(async () => {
  directory = await makeDataDirectory();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const at = (name: string): string => join(directory, name);
const roer = (database: { ownerUrl: string }, ...words: string[]): Promise<Ended> =>
  typeCommand(words, { DATA_DIR: directory, DATABASE_URL: database.ownerUrl });
const textOf = (name: string): Promise<string> => readFile(at(name), 'utf8');
describe('what an export holds', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('OP7 is decided of every table and of every column of it, with a reason where it is left out', async () => {
    const columns = await runQuery<{ table: string; column: string }>(
      database.ownerUrl,
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
    );
    const decided = [
      ...exportedTables.flatMap(({ name, columns: chosen }) => chosen.map((column) => `${name}.${column}`)),
      ...Object.keys(leftOut).flatMap((name) =>
        name.includes('.')
          ? [name]
          : columns.filter(({ table }) => table === name).map(({ table, column }) => `${table}.${column}`),
      ),
    ];
    expect(decided.toSorted()).toEqual(columns.map(({ table, column }) => `${table}.${column}`).toSorted());
    const tables = new Set(columns.map(({ table }) => table));
    for (const name of Object.keys(leftOut)) expect(tables, name).toContain(name.split('.')[0]);
    for (const reason of Object.values(leftOut)) expect(reason.length).toBeGreaterThan(20);
  });

  it('OP7 comes in the order of its references, and never points at what is left out', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const place = new Map(exportedTables.map(({ name }, index) => [name, index]));
    for (const { table, target } of await foreignKeys(owner)) {
      const own = place.get(table);
      if (own !== undefined) expect(place.get(target) ?? Infinity, `${table} → ${target}`).toBeLessThan(own);
    }
    await owner.end();
  });
});

describe('a whole organisation', () => {
  const now = Date.UTC(2026, 10, 27, 10);
  let source: TestDatabase;
  let target: TestDatabase;
  let application: TestApplication;
  let organisationId: OrganisationId;
  let domainId: DomainId;
  const password = 'een lange zin om te onthouden';
  const one = async <Row extends object>(query: string, of = source): Promise<Row> => {
    const [row] = await runQuery<Row>(of.ownerUrl, query);
    if (!row) throw new Error(`Nothing was found: ${query}`);
    return row;
  };

  beforeAll(async () => {
    source = await createTestDatabase();
    application = await startApplication({ database: source, now });
    const municipality = generateMunicipality({ seed: 1, people: 90, now });
    await inTransaction(source.pool, (client) => writeMunicipality(client, municipality));
    await application.app.jobs.runDue();
    // Another organisation beside it, of which nothing may come along.
    await createWorld(source, { hill: standardWorld.hill });
    ({ id: organisationId } = await one<{ id: OrganisationId }>(`SELECT "id" FROM "Organisation" WHERE "demo"`));
  }, 120_000);
  afterAll(async () => {
    await application.close();
    await source.drop();
    await target.drop();
  });

  it('OP7 OP10 OP12 comes back as it was, and exported again is the same bytes', async () => {
    const manager = await one<{ personId: PersonId; domainId: DomainId }>(
      `SELECT "personId", "domainId" FROM "Appointment" WHERE "kind" = 'manager' AND "domainId" IS NOT NULL
         AND "from" <= '2026-11-27' AND "until" IS NULL ORDER BY "id" LIMIT 1`,
    );
    ({ domainId } = manager);
    const { email } = await one<{ email: string }>(`SELECT "email" FROM "Person" WHERE "id" = '${manager.personId}'`);
    const { platform } = application.app;
    const passwordHash = await platform.accounts.hashPassword(password);
    await platform.accounts.setPassword({ organisationId, personId: manager.personId }, { email, passwordHash });
    const member = await one<{ personId: PersonId; teamId: TeamId; seq: number }>(
      `SELECT m."personId", m."teamId", f."seq"::int AS "seq" FROM "Membership" m JOIN "Feed" f ON f."ownerId" = m."teamId"
       WHERE m."from" <= '2026-11-27' AND m."until" IS NULL AND m."organisationId" = '${organisationId}' ORDER BY m."id" LIMIT 1`,
    );
    const name = (await one<{ name: string }>(`SELECT "name" FROM "Organisation" WHERE "demo"`)).name;
    const dashboardOf = async (of: TestApplication) =>
      of.client(await of.signIn(manager.personId)).insights.domain.query({ domainId });
    const resultsOf = async (of: TestApplication) =>
      of.client(await of.signIn(member.personId)).insights.results.query({ teamId: member.teamId });
    const [before, results] = [await dashboardOf(application), await resultsOf(application)];

    const made = await roer(source, 'export', at('first.jsonl'), '--organisation', name);
    expect(made).toMatchObject({ code: 0, complaints: '' });
    expect(made.out).toContain('Not in it:');
    expect((await stat(at('first.jsonl'))).mode & 0o777).toBe(0o600);
    const text = await textOf('first.jsonl');
    expect(text).not.toContain('Heuvelrug');
    // A check-in is under way there, with a sealed row for everybody.
    const running = `SELECT (SELECT count(*) FROM "Epoch" WHERE NOT "closed")::int AS "open", (SELECT count(*) FROM "Answer")::int AS "sealed"`;
    expect((await one<{ open: number; sealed: number }>(running)).open).toBe(1);
    expect((await one<{ open: number; sealed: number }>(running)).sealed).toBeGreaterThan(100);

    target = await createTestDatabase();
    const restored = await roer(target, 'restore', at('first.jsonl'));
    expect(restored).toMatchObject({ code: 0, complaints: '' });
    expect(await one(running, target)).toEqual({ open: 0, sealed: 0 });
    const digest = /sealed entries, unbroken\. (\d+:[0-9a-f]{64})/.exec(restored.out)?.[1] ?? '';
    expect(await roer(target, 'export', at('second.jsonl'))).toMatchObject({ code: 0, complaints: '' });
    expect(await textOf('second.jsonl')).toBe(text);
    expect(await roer(target, 'verify-audit', '--earlier', digest)).toMatchObject({ code: 0 });
    expect(await roer(source, 'verify-audit', '--earlier', digest)).toMatchObject({ code: 0 });

    const again = await startApplication({ database: target, now });
    try {
      // What is derived is derived the same.
      expect(await dashboardOf(again)).toEqual(before);
      expect(await resultsOf(again)).toEqual(results);
      // The password is still theirs; the session is not.
      expect((await signInWith(again, { email, password })).status).toBe(200);
      const earlier = again.client(await application.signIn(manager.personId));
      await expect(earlier.insights.domain.query({ domainId })).rejects.toThrow();
      // A browser that heard the feed before asks for everything anew.
      const client = again.client(await again.signIn(member.personId));
      const { teamId, seq } = member;
      expect(await client.responsibilities.since.query({ teamId, seq })).toEqual({ changes: null });
      expect((await client.responsibilities.board.query({ teamId })).seq).toBeGreaterThan(1_000_000);
    } finally {
      await again.close();
    }
  }, 120_000);

  it('OP8 is not made between the closing of a check-in and its publication, and says from when it is', async () => {
    const name = (await one<{ name: string }>(`SELECT "name" FROM "Organisation" WHERE "demo"`)).name;
    // As closing the running period does; what was published from its opening on waits with it.
    const [last] = await runQuery<{ closesAt: Date; publishesAt: Date; from: string }>(
      source.ownerUrl,
      `WITH "closing" AS (UPDATE "Epoch" SET "closed" = true WHERE NOT "closed" AND "organisationId" = $1 RETURNING "number")
       SELECT max("publishesAt") - interval '33 hours' AS "closesAt", max("publishesAt") AS "publishesAt",
         to_char(max("publishesAt") AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') AS "from"
       FROM "Release" WHERE "organisationId" = $1 AND "epoch" IN (SELECT "number" FROM "closing")`,
      [organisationId],
    );
    if (!last?.publishesAt) throw new Error('A period of the example is running.');
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const moment of [last.closesAt.getTime(), last.publishesAt.getTime() - 1]) {
        vi.setSystemTime(moment);
        const refused = await roer(source, 'export', at('early.jsonl'), '--organisation', name);
        expect(refused).toMatchObject({ code: 1, out: '' });
        expect(refused.complaints).toContain('its results are not published yet');
        expect(refused.complaints).toContain(`can be made from ${last.from} (Amsterdam)`);
        expect((await readdir(directory)).filter((file) => file.startsWith('early'))).toEqual([]);
      }
      vi.setSystemTime(last.publishesAt);
      expect(await roer(source, 'export', at('early.jsonl'), '--organisation', name)).toMatchObject({ code: 0 });
    } finally {
      vi.useRealTimers();
    }
  }, 60_000);
});
