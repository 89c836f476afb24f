import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAuditDigest, sealAudit, walkAuditChain } from '@roer/db/audit-seal';
import { enterOrganisation } from '@roer/db/first-run';
import { inTransaction, onClient } from '@roer/db/pool-transaction';
import { uuidFrom } from '@roer/domain/ids';
import type { CommandId, DomainId, OrganisationId } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { TestApplication } from '../kit/application.ts';
import { aDuty } from '../kit/duties.ts';
import { runQuery, runStatement } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';

let application: TestApplication;
let world: World<typeof standardWorld>;
let water: OrganisationId;
beforeEach(async () => {
  application = await startApplication();
  world = await createWorld(application.database);
  water = world.water.id;
});
afterEach(() => application.close());

const dayInMilliseconds = 86_400_000;
const never = new AbortController().signal;
const pool = () => application.database.pool;
const rows = <Row extends object>(query: string): Promise<Row[]> => runQuery<Row>(application.database.ownerUrl, query);
const seal = (now: number | null = application.clock.now()): Promise<void> =>
  sealAudit(pool(), { organisationId: water, now, stopping: never });
const walk = () => walkAuditChain(pool(), water);
const numbered = <Input extends object>(input: Input) => ({
  ...input,
  // The clock makes ids of whatever is asked for.
  commandId: application.clock.newId() as CommandId,
});

/** Makes a domain as the administrator, which is one entry; gives how many entries there are of the organisation. */
const makeDomain = async (name: string): Promise<number> => {
  const anna = application.client(await application.signIn(world.water.people.anna));
  // As above.
  await anna.organisation.createDomain.mutate(numbered({ id: application.clock.newId() as DomainId, name }));
  return entries();
};
const entries = async (): Promise<number> =>
  (await rows<{ id: string }>(`SELECT "id" FROM "AuditEntry" WHERE "organisationId" = '${water}'`)).length;

const insertEntry = `INSERT INTO "AuditEntry" ("organisationId", "id", "actorId", "action", "subjectId", "detail", "at")
  VALUES ($1, $2, $3, 'domain.create', $3, '{"b": [1, 2], "a": "x"}', to_timestamp($4::double precision / 1000))`;
const entryAt = (at: number): unknown[] => [water, uuidFrom(at, randomBytes(10)), world.water.people.anna, at];

/** What somebody with the owner's rights can do, who takes the guards away first. */
const tamper = (statement: string): Promise<void> =>
  runStatement(
    application.database.ownerUrl,
    `ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; ALTER TABLE "AuditSeal" DISABLE TRIGGER USER; ${statement}`,
  );

describe('a chain over the entries', () => {
  it('AU1 grows with what is done, once for each entry, in numbers without a hole, and each organisation has its own', async () => {
    const { permits } = world.water.teams;
    await aDuty(application, { teamId: permits, holder: world.water.people.ada }, { title: 'Taak' });
    const first = await makeDomain('Groen en water');
    await application.app.jobs.runDue();
    expect(await walk()).toMatchObject({ end: { number: first }, fault: null });
    await application.app.jobs.runDue();
    expect((await walk()).end.number).toBe(first);
    application.clock.advance(3_600_000);
    const second = await makeDomain('Groen');
    expect(second).toBeGreaterThan(first);
    await application.app.jobs.runDue();
    expect(await walk()).toMatchObject({ end: { number: second }, fault: null });
    expect((await walkAuditChain(pool(), world.hill.id)).end.number).toBe(0);
  });

  it('AU1 is one chain when several seal while others work', async () => {
    const { teams, people } = world.water;
    const work = Array.from({ length: 4 }, (_, index) =>
      index % 2 === 0
        ? aDuty(application, { teamId: teams.permits, holder: people.ada }, { title: `Taak ${index}` })
        : aDuty(application, { teamId: teams.green, holder: people.dina }, { title: `Taak ${index}` }),
    );
    const sealing = Array.from({ length: 6 }, () => seal());
    await Promise.all([...work, ...sealing]);
    await Promise.all([seal(), seal()]);
    expect(await walk()).toMatchObject({ end: { number: await entries() }, fault: null });
  });

  it('AU1 keeps no command waiting while somebody seals', async () => {
    await onClient(pool(), async (client) => {
      await client.query('BEGIN');
      await enterOrganisation(client, water);
      const waiting = 'SELECT pg_advisory_xact_lock(hashtext($1), $2)';
      await client.query(waiting, [water, -1_000_002]);
      await makeDomain('Groen en water');
      // Nothing is sealed as long as somebody else does it.
      const later = seal();
      expect(await rows('SELECT FROM "AuditSeal"')).toEqual([]);
      await client.query('COMMIT');
      await later;
    });
    expect(await walk()).toMatchObject({ end: { number: await entries() }, fault: null });
  });

  it('AU1 takes an entry that was committed late after the younger ones', async () => {
    const now = application.clock.now();
    const late = entryAt(now - 60_000);
    await onClient(pool(), async (client) => {
      await client.query('BEGIN');
      await enterOrganisation(client, water);
      await client.query(insertEntry, late);
      await makeDomain('Groen en water');
      await seal();
      expect((await walk()).end.number).toBe(1);
      await client.query('COMMIT');
    });
    await seal();
    expect(await walk()).toMatchObject({ end: { number: 2 }, fault: null });
    const [last] = await rows<{ entryId: string }>('SELECT "entryId" FROM "AuditSeal" WHERE "number" = 2');
    expect(last?.entryId).toBe(late[1]);
  });

  it('AU1 seals more than fits one transaction, and what came in far behind when it is verified', async () => {
    const now = application.clock.now();
    const many = Array.from({ length: 1001 }, (_, index) => entryAt(now + index));
    await inTransaction(pool(), async (client) => {
      await enterOrganisation(client, water);
      for (const entry of many) await client.query(insertEntry, entry);
    });
    await seal();
    expect(await walk()).toMatchObject({ end: { number: 1001 }, fault: null });
    await inTransaction(pool(), async (client) => {
      await enterOrganisation(client, water);
      await client.query(insertEntry, entryAt(now - 2 * dayInMilliseconds));
    });
    await seal();
    expect((await walk()).end.number).toBe(1001);
    await seal(null);
    expect(await walk()).toMatchObject({ end: { number: 1002 }, fault: null });
  });
});

describe('what was changed afterwards', () => {
  it.each([
    ['an entry', 'UPDATE "AuditEntry" SET "detail" = \'{"x": 1}\'', 'changed'],
    ['its time', `UPDATE "AuditEntry" SET "at" = "at" + interval '1 ms'`, 'changed'],
    ['who did it', 'UPDATE "AuditEntry" SET "actorId" = gen_random_uuid()', 'changed'],
    ['that it was there', 'DELETE FROM "AuditEntry"', 'gone'],
  ])('AU3 shows at its number: %s', async (_what, change, fault) => {
    for (const name of ['Een', 'Twee', 'Drie', 'Vier']) await makeDomain(name);
    await seal();
    await tamper(`${change} WHERE "id" = (SELECT "entryId" FROM "AuditSeal" WHERE "number" = 3)`);
    expect(await walk()).toMatchObject({ end: { number: 2 }, fault: { number: 3, fault } });
    // What is done from then on is sealed all the same.
    await makeDomain('Vijf');
    await seal();
    expect(await rows('SELECT FROM "AuditSeal"')).toHaveLength(5);
    expect(await walk()).toMatchObject({ fault: { number: 3, fault } });
  });

  it('AU3 shows when a digest was changed, a number taken out, or two entries exchanged', async () => {
    for (const name of ['Een', 'Twee', 'Drie', 'Vier']) await makeDomain(name);
    await seal();
    await tamper(`CREATE TABLE kept AS SELECT * FROM "AuditSeal"`);
    const again = 'DELETE FROM "AuditSeal"; INSERT INTO "AuditSeal" SELECT * FROM kept;';
    for (const [change, fault] of [
      [`UPDATE "AuditSeal" SET "digest" = sha256("digest") WHERE "number" = 2`, { number: 2, fault: 'changed' }],
      [
        `UPDATE "AuditSeal" SET "previousDigest" = sha256("digest") WHERE "number" = 2`,
        { number: 2, fault: 'changed' },
      ],
      [`DELETE FROM "AuditSeal" WHERE "number" = 1`, { number: 1, fault: 'gone' }],
      [`DELETE FROM "AuditSeal" WHERE "number" = 3`, { number: 3, fault: 'gone' }],
      [
        `DELETE FROM "AuditSeal" WHERE "number" IN (2, 3);
         INSERT INTO "AuditSeal" SELECT "organisationId", 5 - "number", "entryId", "previousDigest", "digest" FROM kept
         WHERE "number" IN (2, 3)`,
        { number: 2, fault: 'changed' },
      ],
    ] as const) {
      await tamper(`${again} ${change}`);
      expect((await walk()).fault, change).toEqual(fault);
    }
    await tamper(again);
    expect((await walk()).fault).toBeNull();
  });

  it('AU3 a chain that was made anew or cut short has another digest than was written down', async () => {
    for (const name of ['Een', 'Twee', 'Drie']) await makeDomain(name);
    await seal();
    const { end } = await walk();
    expect(await readAuditDigest(pool(), water, end.number)).toBe(end.digest.toString('hex'));
    await tamper(`UPDATE "AuditEntry" SET "action" = 'team.close'; DELETE FROM "AuditSeal"`);
    await seal();
    expect(await walk()).toMatchObject({ end: { number: 3 }, fault: null });
    expect(await readAuditDigest(pool(), water, end.number)).not.toBe(end.digest.toString('hex'));
    await tamper(`DELETE FROM "AuditSeal" WHERE "number" = 3;
      DELETE FROM "AuditEntry" WHERE "id" NOT IN (SELECT "entryId" FROM "AuditSeal")`);
    expect((await walk()).fault).toBeNull();
    expect(await readAuditDigest(pool(), water, end.number)).toBeNull();
  });
});

it('AU4 there is room for ids, numbers and digests, and entries of what is somebody’s own are not made', async () => {
  const columns = await rows<{ name: string }>(
    `SELECT table_name || '.' || column_name || ' ' || udt_name AS name FROM information_schema.columns
     WHERE table_name IN ('AuditEntry', 'AuditSeal') AND udt_name <> 'uuid' ORDER BY 1`,
  );
  expect(columns.map(({ name }) => name)).toEqual([
    'AuditEntry.action text',
    'AuditEntry.at timestamptz',
    'AuditEntry.detail jsonb',
    'AuditSeal.digest bytea',
    'AuditSeal.number int4',
    'AuditSeal.previousDigest bytea',
  ]);
  await makeDomain('Een naam die niemand hoeft te bewaren');
  await seal();
  const kept = await rows<{ text: string }>(
    `SELECT row_to_json(e)::text || row_to_json(s)::text AS text FROM "AuditEntry" e JOIN "AuditSeal" s ON s."entryId" = e."id"`,
  );
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain('naam');
});
