import { migrate } from '@roer/db/migrate';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { insertOneOfEach, type Row } from '../kit/one-of-each.ts';

let database: TestDatabase;
let owner: Client;
let rows: ReadonlyMap<string, Row>;

const id = (table: string): unknown => rows.get(table)?.['id'];
const organisationId = (): string => String(id('Organisation'));

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  rows = await insertOneOfEach(owner);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

const copyOf = async (table: string, changes: Row): Promise<void> => {
  const row = { ...rows.get(table), ...changes };
  const columns = Object.keys(row).map((name) => `"${name}"`);
  const marks = columns.map((_, index) => `$${index + 1}`);
  await owner.query(`insert into "${table}" (${columns.join(', ')}) values (${marks.join(', ')})`, Object.values(row));
};

describe('what may not overlap', () => {
  it.each(['Membership', 'TeamPlacement', 'Assignment'])(
    '%s: two at once are refused, one after the other is not',
    async (table) => {
      await expect(copyOf(table, { id: randomUUID(), from: '2026-06-01' })).rejects.toMatchObject({ code: '23P01' });
      // The new row comes before the old one ends: only the end of the transaction counts.
      await owner.query('begin');
      await copyOf(table, { id: randomUUID(), from: '2026-06-01' });
      await owner.query(`update "${table}" set "until" = '2026-06-01' where id = $1`, [id(table)]);
      await owner.query('commit');
    },
  );

  it('somebody has one home at a time, whichever team', async () => {
    const teamId = randomUUID();
    await copyOf('Team', { id: teamId });
    const again = { id: randomUUID(), teamId, from: '2027-01-01' };
    await expect(copyOf('Membership', again)).rejects.toMatchObject({ constraint: 'Membership_one_home' });
    await copyOf('Membership', { ...again, home: false });
    // What was home once does not stand in the way of what is home now.
    await owner.query('begin');
    await copyOf('Membership', { ...again, id: randomUUID(), from: '2026-01-01', until: '2026-06-01' });
    await owner.query('set constraints all immediate');
    await owner.query('rollback');
  });
});

describe('numbers stay within what they mean', () => {
  it.each([
    ['Responsibility', 'criticality', 4],
    ['Assignment', 'sharePercent', 0],
    ['Assignment', 'sharePercent', 101],
    ['Assignment', 'until', '2025-01-01'],
    ['ResponsibilityHours', 'season', [100]],
    ['ResponsibilityHours', 'season', Array.from({ length: 12 }, () => 1001)],
    ['ResponsibilityHours', 'season', Array.from({ length: 12 }, () => null)],
    ['MembershipHours', 'minutesByWeekday', [480, 480, 480, 480, 480, 0]],
    ['MembershipHours', 'minutesByWeekday', [1441, 0, 0, 0, 0, 0, 0]],
    ['MembershipHours', 'minutesByWeekday', [-1, 0, 0, 0, 0, 0, 0]],
  ])('%s.%s is never %j', async (table, column, value) => {
    await expect(owner.query(`update "${table}" set "${column}" = $1`, [value])).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('an offer is between two', async () => {
    const toOneself = `update "Offer" set "toPersonId" = "fromPersonId"`;
    await expect(owner.query(toOneself)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('what happened', () => {
  it.each([
    'update "AuditEntry" set action = action',
    'delete from "AuditEntry"',
    'truncate "AuditEntry"',
    'update "AuditSeal" set digest = digest',
    'delete from "AuditSeal"',
    'truncate "AuditSeal"',
    'update "Change" set action = action',
  ])('AU2 refuses %s, also from the owner', async (statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('questions before the organisation is known', () => {
  const hash = createHash('sha256').update('a token').digest('hex');

  const actor = async (at: string, today: string): Promise<Row | undefined> =>
    (await database.pool.query<Row>('select * from session_actor($1, $2, $3)', [hash, at, today])).rows[0];

  it('a session is found by the hash of its token until it ends, with the rights of that day', async () => {
    await owner.query(
      `insert into "User" (id, email, name, "emailVerified", "organisationId", "personId", "createdAt", "updatedAt")
       values ($1, 'somebody@example.org', 'Somebody', true, $2, $3, '2026-01-01', '2026-01-01')`,
      [id('Person'), organisationId(), id('Person')],
    );
    await owner.query(
      `insert into "Session" (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
       values ($1, 'a token', $2, '2026-07-01', '2026-01-01', '2026-01-01')`,
      [randomUUID(), id('Person')],
    );
    expect(await actor('2026-06-30', '2026-02-01')).toMatchObject({
      organisationId: organisationId(),
      personId: id('Person'),
      organisationName: 'Example',
      demo: false,
      memberships: [{ id: id('Membership'), teamId: id('Team'), home: true }],
      appointments: [{ id: id('Appointment'), domainId: id('Domain') }],
    });
    expect(await actor('2026-06-30', '2025-12-31')).toMatchObject({ memberships: [], appointments: [] });
    expect(await actor('2026-07-01', '2026-02-01')).toBeUndefined();
    await owner.query(`update "Person" set "erasedAt" = '2026-03-01' where id = $1`, [id('Person')]);
    expect(await actor('2026-06-30', '2026-02-01')).toBeUndefined();
    await owner.query(`update "Person" set "erasedAt" = null where id = $1`, [id('Person')]);
  });

  it('a link is found by its hash, and organisations are listed', async () => {
    const found = await database.pool.query('select * from person_token($1)', [rows.get('PersonToken')?.['tokenHash']]);
    expect(found.rows).toMatchObject([{ id: id('PersonToken'), personId: id('Person'), organisationName: 'Example' }]);
    const none = await database.pool.query(`select * from person_token('no such hash')`);
    expect(none.rows).toEqual([]);
    const all = await database.pool.query('select * from organisations()');
    expect(all.rows).toEqual([{ id: organisationId(), name: 'Example', demo: false }]);
  });
});

it('a transaction of Prisma sees the organisation it names, and the next one does not', async () => {
  const actor = { organisationId: organisationId(), personId: undefined };
  const names = await inOrganisation(database.prisma, actor, async (transaction) => transaction.domain.findMany());
  expect(names).toHaveLength(1);
  expect(await database.prisma.domain.findMany()).toEqual([]);
});

it('migrating again changes nothing', async () => {
  expect(await migrate(database.ownerUrl)).toEqual([]);
});
