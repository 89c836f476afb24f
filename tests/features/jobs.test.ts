import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id, TeamId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { runQuery, runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

const day = 86_400_000;

let application: TestApplication;
let world: World<typeof standardWorld>;
let permits: TeamId;
let ada: TestClient;
let log = '';
beforeAll(async () => {
  application = await startApplication({
    log: (line) => (log += line),
    wake: { cron: '*/5 * * * *', pollingIntervalSeconds: 0.5 },
  });
  world = await createWorld(application.database);
  permits = world.water.teams.permits;
});
/** A session ends within a week. */
const signInAgain = async (): Promise<void> => {
  ada = application.client(await application.signIn(world.water.people.ada));
};
beforeEach(signInAgain);
afterAll(() => application.close());

const rows = <Row extends object>(query: string, parameters: unknown[] = []): Promise<Row[]> =>
  runQuery<Row>(application.database.ownerUrl, query, parameters);
const count = async (table: string): Promise<number> =>
  (await rows<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`))[0]?.count ?? -1;
const newArea = async (): Promise<Id<'command'>> => {
  const newId = <Kind extends string>() => application.clock.newId() as Id<Kind>;
  const commandId = newId<'command'>();
  await ada.responsibilities.createArea.mutate({ commandId, teamId: permits, id: newId(), name: 'Area' });
  return commandId;
};
/** Asks until it is so; the test's own time limit ends it. */
const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition()))
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
};

describe('J1 waking', () => {
  it('J1 uses the queue as a role that owns nothing, of the version that the migration made', async () => {
    // The package tells its version of the schema here and nowhere else.
    const about = join(import.meta.dirname, '../../apps/api/node_modules', 'pg-boss', 'package.json');
    const { pgboss }: { pgboss: { schema: number } } = JSON.parse(await readFile(about, 'utf8'));
    expect(await rows('SELECT version FROM pgboss.version')).toEqual([{ version: pgboss.schema }]);
    expect(await rows('SELECT name, policy FROM pgboss.queue WHERE name = $1', ['wake'])).toEqual([
      { name: 'wake', policy: 'singleton' },
    ]);
    expect(await rows(`SELECT 1 FROM pg_tables WHERE schemaname = 'pgboss' AND tableowner = 'roer_app'`)).toEqual([]);
    expect(
      await rows(`SELECT 1 FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace
      AND relkind = 'r' AND has_table_privilege('roer_identity', oid, 'SELECT')`),
    ).toEqual([]);
  });

  it('J1 a wake does what is due by our own clock, and leaves nothing but that it was', async () => {
    await newArea();
    await newArea();
    application.clock.advance(31 * day);
    await rows(`INSERT INTO pgboss.job (name, policy, expire_seconds, retry_limit, deletion_seconds)
      SELECT name, policy, expire_seconds, retry_limit, deletion_seconds FROM pgboss.queue WHERE name = 'wake'`);
    await until(async () => (await count('Change')) === 1);
    await until(
      async () => (await rows(`SELECT 1 FROM pgboss.job WHERE state < 'completed' AND name = 'wake'`)).length === 0,
    );
    expect(
      await rows(
        `SELECT data, output FROM pgboss.job WHERE name = 'wake' AND (data IS NOT NULL OR output IS NOT NULL)`,
      ),
    ).toEqual([]);
    expect(log).not.toContain('"error"');
  });

  it('J1 a task that fails is logged without what it was about, and the next one still runs', async () => {
    application.clock.advance(day);
    await runStatement(application.database.ownerUrl, 'REVOKE DELETE ON "Command" FROM roer_app');
    await application.app.jobs.runDue();
    await runStatement(application.database.ownerUrl, 'GRANT DELETE ON "Command" TO roer_app');
    expect(log).toContain('"job":"pruning"');
    expect(log).not.toContain('permission denied');
  });
});

describe('J2 pruning', () => {
  it('J2 MD10 changes, answers, links and digests go when their time is over, and nothing sooner, and how many is told', async () => {
    const old = await newArea();
    await ada.calendar.renew.mutate();
    const { id, people } = world.water;
    const token = (hash: string, usedAt: Date | null, expiresAt: Date) =>
      rows(
        `INSERT INTO "PersonToken" ("organisationId", "id", "tokenHash", "personId", "kind", "mailed", "usedAt", "expiresAt")
         VALUES ($1, $2, $3, $4, 'invitation', false, $5, $6)`,
        [id, application.clock.newId(), hash, people.ben, usedAt, expiresAt],
      );
    const at = (days: number) => new Date(application.clock.now() + days * day);
    await token('used', at(0), at(14));
    await token('old', null, at(14));
    await token('open', null, at(44));
    const sent = (days: number) =>
      rows('INSERT INTO "DigestSent" VALUES ($1, $2, $3)', [id, people.ben, at(days).toISOString().slice(0, 10)]);
    await sent(0);
    await sent(-35);
    application.clock.advance(29 * day);
    await signInAgain();
    await newArea();
    await application.app.jobs.runDue();
    expect(await rows('SELECT "commandId" FROM "Change" WHERE "commandId" = $1', [old])).toHaveLength(1);
    expect(await rows('SELECT "tokenHash" FROM "PersonToken" ORDER BY 1')).toEqual([{ tokenHash: 'open' }]);
    // What went is told by kind, of nobody in particular.
    const removed = async () => {
      const anna = application.client(await application.signIn(people.anna));
      const report = await anna.audit.retention.query();
      expect(report.map(({ at }) => at)).toEqual(report.map(() => application.clock.now()));
      return Object.fromEntries(report.map((line) => [line.kind, line.removed]));
    };
    expect(await removed()).toMatchObject({ links: 2, digestsSent: 1, mirrorVisits: 0, signIns: 0 });
    application.clock.advance(2 * day);
    const head = (await ada.responsibilities.board.query({ teamId: permits })).seq;
    await application.app.jobs.runDue();
    expect(await rows('SELECT "commandId" FROM "Change" WHERE "commandId" = $1', [old])).toEqual([]);
    expect(await rows('SELECT "commandId" FROM "Command" WHERE "commandId" = $1', [old])).toEqual([]);
    expect(await count('DigestSent')).toBe(1);
    expect(await removed()).toMatchObject({ changes: 1, commands: 1, links: 0, digestsSent: 0 });
    // Who is behind it takes a new snapshot; who is not catches up.
    const since = (seq: number) => ada.responsibilities.since.query({ teamId: permits, seq });
    expect((await since(0)).changes).toBeNull();
    expect((await since(head - 1)).changes).toHaveLength(1);
    expect((await ada.responsibilities.board.query({ teamId: permits })).seq).toBe(head);
  });

  it('J2 goes on in batches, keeps the last change of every feed, and of two processes one does it', async () => {
    await rows(
      `WITH moved AS (UPDATE "Feed" SET "seq" = "seq" + 2500 WHERE "ownerId" = $1 RETURNING "organisationId", "ownerId", "seq")
       INSERT INTO "Change" SELECT "organisationId", "ownerId", "seq" - n, gen_random_uuid(), $2, 'area.create', '[]', $3
       FROM moved, generate_series(0, 2499) n`,
      [permits, world.water.people.ada, new Date(application.clock.now())],
    );
    application.clock.advance(40 * day);
    const other = await startApplication({ database: application.database, clock: application.clock });
    await Promise.all([application.app.jobs.runDue(), other.app.jobs.runDue()]);
    await other.close();
    const left = await rows<{ seq: string; last: boolean }>(
      `SELECT c."seq", c."seq" = f."seq" AS last FROM "Change" c JOIN "Feed" f ON f."ownerId" = c."feedId"`,
    );
    expect(left.map(({ last }) => last)).toEqual([true]);
  });
});
