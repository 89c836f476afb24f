import { randomUUID } from 'node:crypto';
import { asRole } from '@roer/db/connection-url';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { foreignKeys, insertOneOfEach, organisationTables, type Row } from '../kit/one-of-each.ts';

const IDENTITY_TABLES = ['User', 'Session', 'Account', 'Verification', 'RateLimit'];
const FORBIDDEN = '42501';
const POINTS_NOWHERE = '23503';

let database: TestDatabase;
let owner: Client;
let ours: ReadonlyMap<string, Row>;
let theirs: ReadonlyMap<string, Row>;
let tables: string[];

const organisationOf = (rows: ReadonlyMap<string, Row>): unknown => rows.get('Organisation')?.['id'];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  ours = await insertOneOfEach(owner);
  theirs = await insertOneOfEach(owner);
  tables = await organisationTables(owner);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

const personOf = (rows: ReadonlyMap<string, Row>): unknown => rows.get('Person')?.['id'];

/**
 * Runs one statement as roer_app within our organisation, on behalf of the person of our rows or of another one, and takes it
 * back; a refusal is answered by its code.
 */
const asUs = async (statement: string, values: unknown[] = [], person = personOf(ours)): Promise<number | string> => {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.organisation', $1, true), set_config('app.person', $2, true)`, [
      organisationOf(ours),
      person,
    ]);
    return await client.query(statement, values).then(({ rowCount }) => rowCount ?? 0, codeOf);
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const codeOf = (error: unknown): string => {
  if (error instanceof DatabaseError && error.code !== undefined) return error.code;
  throw error;
};

const asRoleOf = async (role: string, statement: string): Promise<number | string> => {
  const password = database.secrets.rolePassword(role);
  const client = new Client({ connectionString: asRole(database.ownerUrl, { name: role, password }) });
  await client.connect();
  return client
    .query(statement)
    .then(({ rowCount }) => rowCount ?? 0, codeOf)
    .finally(() => client.end());
};

it('every table of an organisation is under row-level security', async () => {
  const result = await owner.query<{ name: string }>(
    `select relname as name from pg_class c where relkind = 'r' and relrowsecurity
     and exists (select from pg_policy p where p.polrelid = c.oid and polcmd = '*') order by 1`,
  );
  expect(result.rows.map(({ name }) => name)).toEqual([...tables, 'Organisation'].sort());
  expect(tables.length).toBeGreaterThanOrEqual(19);
});

it("another organisation's rows cannot be read, changed, removed or made", async () => {
  for (const table of tables) {
    const them = [organisationOf(theirs)];
    expect(await asUs(`select from "${table}"`), table).toBe(1);
    expect(await asUs(`select from "${table}" where "organisationId" = $1`, them), table).toBe(0);
    const change = `update "${table}" set "organisationId" = "organisationId" where "organisationId" = $1`;
    expect([0, FORBIDDEN], table).toContain(await asUs(change, them));
    expect([0, FORBIDDEN], table).toContain(await asUs(`delete from "${table}" where "organisationId" = $1`, them));
    expect(await asUs(`update "${table}" set "organisationId" = $1`, them), table).toBe(FORBIDDEN);
    const copy = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
    expect(await asUs(copy, [JSON.stringify(theirs.get(table))]), table).toBe(FORBIDDEN);
  }
  expect(await asUs('select from "Organisation"')).toBe(1);
  expect(await asUs(`delete from "Organisation" where id = $1`, [organisationOf(theirs)])).toBe(0);
  expect(await asUs(`insert into "Organisation" (id, name) values (gen_random_uuid(), 'Example')`)).toBe(FORBIDDEN);
});

it('what is private to a person is not there for a colleague', async () => {
  const restricted = await owner.query<{ name: string }>(
    `select relname as name from pg_policy join pg_class c on c.oid = polrelid where not polpermissive order by 1`,
  );
  const names = restricted.rows.map(({ name }) => name);
  expect(names).toEqual(['CalendarFeed', 'OrganisingWeek', 'SeenUntil']);
  for (const table of names) {
    for (const colleague of [randomUUID(), '']) {
      expect(await asUs(`select from "${table}"`, [], colleague), table).toBe(0);
      expect(await asUs(`delete from "${table}"`, [], colleague), table).toBe(0);
      const copy = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
      expect(await asUs(copy, [JSON.stringify(ours.get(table))], colleague), table).toBe(FORBIDDEN);
    }
  }
});

it('without an organisation nothing is seen, also on a connection that had one', async () => {
  await Promise.all(Array.from({ length: 20 }, () => asUs('select from "Team"')));
  for (const table of [...tables, 'Organisation']) {
    expect((await database.pool.query(`select from "${table}"`)).rowCount, table).toBe(0);
  }
});

it("nothing can point at another organisation's rows", async () => {
  const within = (await foreignKeys(owner)).filter(({ table }) => tables.includes(table));
  expect(within.length).toBeGreaterThan(20);
  for (const key of within.filter(({ target }) => target !== 'Organisation')) {
    const name = `${key.table}(${key.columns.join(', ')})`;
    expect(key.columns, name).toContain('organisationId');
    expect(key.targetColumns, name).toContain('organisationId');
    const last = key.columns.length - 1;
    // As the owner, whom no policy stops: what stops it is the key, or that the row may not change at all.
    const code = await owner
      .query(`update "${key.table}" set "${key.columns[last]}" = $1 where "organisationId" = $2`, [
        theirs.get(key.target)?.[key.targetColumns[last] ?? ''],
        organisationOf(ours),
      ])
      .then(() => 'done', codeOf);
    expect([POINTS_NOWHERE, ...(key.table === 'Change' ? [FORBIDDEN] : [])], name).toContain(code);
  }
});

it('each role reaches its own tables only', async () => {
  for (const table of IDENTITY_TABLES) {
    expect(await asRoleOf('roer_identity', `select from "${table}"`), table).toBe(0);
    expect(await asUs(`select from "${table}"`), table).toBe(FORBIDDEN);
    expect(await asRoleOf('roer_release', `select from "${table}"`), table).toBe(FORBIDDEN);
  }
  for (const table of [...tables, 'Organisation', '_prisma_migrations']) {
    expect(await asRoleOf('roer_identity', `select from "${table}"`), table).toBe(FORBIDDEN);
    expect(await asRoleOf('roer_release', `select from "${table}"`), table).toBe(FORBIDDEN);
  }
  expect(await asUs('select from "_prisma_migrations"')).toBe(FORBIDDEN);
  expect(await asRoleOf('roer_identity', 'select from organisations()')).toBe(FORBIDDEN);
  expect(await asRoleOf('roer_identity', `select from session_actor('', '2026-01-01', '2026-01-01')`)).toBe(FORBIDDEN);
  expect(await asUs('create table "Own" ()')).toBe(FORBIDDEN);
  expect(await asUs('set local session_replication_role = replica')).toBe(FORBIDDEN);
});
