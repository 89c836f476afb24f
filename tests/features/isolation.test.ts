import { randomUUID } from 'node:crypto';
import { asRole } from '@roer/db/connection-url';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { foreignKeys, insertOneOfEach, organisationTables, type Row } from '../kit/one-of-each.ts';

const IDENTITY_TABLES = ['User', 'Session', 'Account', 'Verification', 'RateLimit', 'SignInFailure', 'Passkey'];
/** What roer_release reads, to make rosters, epochs and releases of. */
const RELEASE_TABLES = new Set([
  'Domain',
  'Team',
  'TeamPlacement',
  'Membership',
  'MembershipHours',
  'Appointment',
  'Person',
  'Responsibility',
  'ResponsibilityHours',
  'Assignment',
  'DeadlineWork',
  'RosterWindow',
  'Epoch',
  'Cell',
  'CellTeam',
  'CellMember',
  'Answer',
  'Release',
  'SharedAnswer',
  'Organisation',
]);
/** Tables whose rows a trigger keeps as they are. */
const neverRewritten = new Set(['Change', 'Release', 'Epoch']);
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
    await client.query(
      `select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.now', $3, true)`,
      [organisationOf(ours), person, Date.parse('2027-01-01T00:00:00Z')],
    );
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

/** Runs one statement as roer_release within our organisation. */
const asRelease = async (statement: string): Promise<number | string> => {
  const client = await database.releasePool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.organisation', $1, true)`, [organisationOf(ours)]);
    return await client.query(statement).then(({ rowCount }) => rowCount ?? 0, codeOf);
  } finally {
    await client.query('rollback');
    client.release();
  }
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

const restrictedBy = async (policy: string): Promise<string[]> => {
  const restricted = await owner.query<{ name: string }>(
    `select relname as name from pg_policy join pg_class c on c.oid = polrelid
     where not polpermissive and polname = $1 order by 1`,
    [policy],
  );
  return restricted.rows.map(({ name }) => name);
};

it('P5 what was not published is not there, whoever serves it, and without a moment nothing is', async () => {
  const names = await restrictedBy('published');
  expect(names).toEqual(['Release', 'SharedAnswer']);
  const published = Date.parse('2026-01-01T00:00:00Z');
  for (const table of names) {
    const seenAt = async (moment: string) => {
      const client = await database.pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.organisation', $1, true), set_config('app.now', $2, true)`, [
          organisationOf(ours),
          moment,
        ]);
        return (await client.query(`select from "${table}"`)).rowCount;
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    expect([await seenAt(''), await seenAt(`${published - 1}`), await seenAt(`${published}`)], table).toEqual([
      0, 0, 1,
    ]);
  }
});

it('P6 P12 what was released or closed stays as it is, also for the owner, until the organisation goes', async () => {
  const release = `where "organisationId" = '${String(organisationOf(ours))}'`;
  for (const statement of [
    `update "Release" set "band" = 'light' ${release}`,
    `delete from "Release" ${release}`,
    `delete from "Cell" ${release}`,
    'truncate "Release"',
    `update "Epoch" set "closed" = false ${release}`,
  ])
    expect(await owner.query(statement).then(() => 'done', codeOf), statement).toBe(FORBIDDEN);
});

it('P12 roer_app takes answers without reading any, and roer_release alone opens them', async () => {
  expect(await asUs(`select "personId" from "Answer"`)).toBe(1);
  for (const statement of [
    'select "sealed" from "Answer"',
    'select * from "Answer"',
    'select octet_length("sealed") from "Answer"',
    'update "Answer" set "sealed" = "sealed"',
    `update "Answer" set "sealed" = $1 returning "sealed"`,
    `update "Answer" set "statement" = 'core'`,
    'delete from "Answer"',
    `insert into "Answer" select * from jsonb_populate_record(null::"Answer", '{}')`,
    `insert into "Release" select * from jsonb_populate_record(null::"Release", '{}')`,
    `update "Epoch" set "closed" = true`,
    'delete from "Release"',
  ])
    expect(await asUs(statement, statement.includes('$1') ? [Buffer.alloc(50)] : []), statement).toBe(FORBIDDEN);
  expect(await asUs(`update "Answer" set "sealed" = $1`, [Buffer.alloc(50, 1)])).toBe(1);
  expect(await asUs(`update "Answer" set "sealed" = $1`, [Buffer.alloc(50, 1)], randomUUID())).toBe(0);
  expect(await asRelease(`select "sealed" from "Answer"`)).toBe(1);
  for (const statement of [
    'update "Answer" set "sealed" = "sealed"',
    'update "Release" set "band" = null',
    'select "name" from "Person"',
    'select "title" from "Responsibility"',
  ])
    expect(await asRelease(statement), statement).toBe(FORBIDDEN);
  const readers = await owner.query<{ role: string }>(
    `select r.rolname as role from pg_roles r where r.rolname like 'roer\\_%' and not r.rolsuper
       and has_column_privilege(r.oid, '"Answer"', 'sealed', 'select') and r.oid <> (select relowner from pg_class where oid = '"Answer"'::regclass)`,
  );
  expect(readers.rows).toEqual([{ role: 'roer_release' }]);
});

it('L2.2 L2.6 what somebody learns is not there for who is no buddy and no colleague, whoever forgets to ask', async () => {
  const names = [...(await restrictedBy('seen_by')), ...(await restrictedBy('of_two'))];
  expect(names).toEqual(['GoalText', 'LearningGoal', 'Reflection', 'Buddy']);
  for (const table of names) {
    expect(await asUs(`select from "${table}"`), table).toBe(1);
    for (const other of [randomUUID(), '']) {
      expect(await asUs(`select from "${table}"`, [], other), table).toBe(0);
      expect([0, FORBIDDEN], table).toContain(await asUs(`delete from "${table}"`, [], other));
      const copy = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
      expect(await asUs(copy, [JSON.stringify(ours.get(table))], other), table).toBe(FORBIDDEN);
    }
  }
  for (const change of [
    `update "LearningGoal" set "stepAudience" = 'team'`,
    `update "GoalText" set "sealed" = ''`,
    `update "Reflection" set "audience" = 'team'`,
    `update "Buddy" set "state" = 'agreed'`,
  ])
    expect(await asUs(change, [], randomUUID()), change).toBe(0);
});

it('L6.7 a room that began and what is written in it are not there for a colleague who is not in it, whoever forgets to ask', async () => {
  const names = await restrictedBy('in_the_room');
  expect(names).toEqual(['IntervisieRoom', 'RoomNote']);
  for (const table of names) {
    expect(await asUs(`select from "${table}"`), table).toBe(1);
    for (const other of [randomUUID(), '']) {
      expect(await asUs(`select from "${table}"`, [], other), table).toBe(0);
      expect(await asUs(`delete from "${table}"`, [], other), table).toBe(0);
    }
  }
  expect(await asUs(`update "IntervisieRoom" set "people" = '{}'`, [], randomUUID())).toBe(0);
});

it('what is private to a person is not there for a colleague', async () => {
  const names = await restrictedBy('own_person');
  expect(names).toEqual([
    'Answer',
    'CalendarFeed',
    'Contribution',
    'KeptNotes',
    'OrganisingWeek',
    'ReflectionReview',
    'SeenUntil',
  ]);
  for (const table of names) {
    for (const colleague of [randomUUID(), '']) {
      expect(await asUs(`select from "${table}"`, [], colleague), table).toBe(0);
      // Nobody who serves removes an answer.
      expect(await asUs(`delete from "${table}"`, [], colleague), table).toBe(table === 'Answer' ? FORBIDDEN : 0);
      const copy = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
      expect(await asUs(copy, [JSON.stringify(ours.get(table))], colleague), table).toBe(FORBIDDEN);
    }
  }
});

it('R9.3 R9.12 what somebody shows of themselves is written by nobody else, and what they do not show is not there', async () => {
  const names = await restrictedBy('own_change');
  expect(names).toEqual(['ContributionCopy', 'ContributionTeam', 'TalentCard']);
  for (const table of names) {
    const colleague = randomUUID();
    expect([0, FORBIDDEN], table).toContain(await asUs(`update "${table}" set "personId" = "personId"`, [], colleague));
    expect(await asUs(`delete from "${table}"`, [], colleague), table).toBe(0);
    const copy = `insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`;
    expect(await asUs(copy, [JSON.stringify(ours.get(table))], colleague), table).toBe(FORBIDDEN);
  }
  // Ours is a card for its owner alone, and a copy for a team.
  expect(await asUs('select from "TalentCard"', [], randomUUID())).toBe(0);
  expect(await asUs('select from "ContributionCopy"', [], randomUUID())).toBe(1);
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
    // An epoch is known by its number, which is the same everywhere: with the organisation it points at the own one.
    if (key.targetColumns.includes('number')) continue;
    const last = key.columns.length - 1;
    // As the owner, whom no policy stops: what stops it is the key, or that the row may not change at all.
    const code = await owner
      .query(`update "${key.table}" set "${key.columns[last]}" = $1 where "organisationId" = $2`, [
        theirs.get(key.target)?.[key.targetColumns[last] ?? ''],
        organisationOf(ours),
      ])
      .then(() => 'done', codeOf);
    expect([POINTS_NOWHERE, ...(neverRewritten.has(key.table) ? [FORBIDDEN] : [])], name).toContain(code);
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
    // Without an organisation it sees nothing either.
    const expected = RELEASE_TABLES.has(table) ? 0 : FORBIDDEN;
    expect(await asRoleOf('roer_release', `select from "${table}"`), table).toBe(expected);
  }
  expect(await asUs('select from "_prisma_migrations"')).toBe(FORBIDDEN);
  expect(await asRoleOf('roer_identity', 'select from organisations()')).toBe(FORBIDDEN);
  expect(await asRoleOf('roer_identity', `select from session_actor('', '2026-01-01', '2026-01-01')`)).toBe(FORBIDDEN);
  expect(await asUs('create table "Own" ()')).toBe(FORBIDDEN);
  expect(await asUs('set local session_replication_role = replica')).toBe(FORBIDDEN);
});
