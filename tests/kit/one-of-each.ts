import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export type Row = Readonly<Record<string, unknown>>;
export type ForeignKey = { table: string; columns: string[]; target: string; targetColumns: string[] };

/** Every table with a column organisationId that is under row-level security, read from the database: a new one is never forgotten. */
export const organisationTables = async (client: Client): Promise<string[]> => {
  const result = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'organisationId' and table_name <> 'User' order by 1`,
  );
  return result.rows.map(({ name }) => name);
};

const unquote = (name: string): string => name.replaceAll('"', '');

/** Every foreign key of those tables. */
export const foreignKeys = async (client: Client): Promise<ForeignKey[]> => {
  const result = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "table", confrelid::regclass::text as target,
       (select array_agg(a.attname::text order by k.n) from unnest(conkey) with ordinality k(c, n)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = k.c) as columns,
       (select array_agg(a.attname::text order by k.n) from unnest(confkey) with ordinality k(c, n)
          join pg_attribute a on a.attrelid = confrelid and a.attnum = k.c) as "targetColumns"
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  return result.rows.map((key) => ({ ...key, table: unquote(key.table), target: unquote(key.target) }));
};

/** What a column must hold beyond what its type says. */
const particular: Readonly<Record<string, unknown>> = {
  'MembershipHours.minutesByWeekday': [480, 480, 480, 480, 0, 0, 0],
  'Answer.statement': 'fits',
  'Answer.sealed': Buffer.alloc(50),
  'Release.measure': 'fits',
  'Epoch.publicKey': Buffer.alloc(32),
  // One that nobody confirmed yet.
  'CoverLevel.state': 'proposed',
  'CoverLevel.level': 'observing',
  'PersonKey.wrappedKey': Buffer.alloc(60),
  'Absence.until': '2026-01-02',
  'Help.state': 'open',
  'Overload.monday': '2026-01-05',
  'OrganisingWeek.isoMonday': '2026-01-05',
  // For ever, with whoever brought the case in it.
  'IntervisieRoom.people': (row: ReadonlyMap<string, unknown>) => [row.get('caseOwner')],
  'IntervisieRoom.goneAt': Number.MAX_SAFE_INTEGER,
  'IntervisieRoom.minutes': [10, 15, 15, 10, 10],
  'IntervisieRoom.lengths': [],
  // One that was answered, because its keys point at who did.
  'Obstacle.dueOn': '2026-01-02',
  'Obstacle.answer': 'Yes',
  'Obstacle.answeredOn': '2026-01-02',
  'Reorganisation.state': 'draft',
  // Not the one that comes first by name: it would ask for a day on which it ended.
  'Handover.state': 'open',
  'Duo.state': 'running',
  'Duo.proposedBy': (row: ReadonlyMap<string, unknown>) => row.get('giver'),
  // What a link shows has a secret, and no team.
  'ContributionCopy.kind': 'team',
  'ContributionTeam.kind': 'team',
  'ResponsibilityHours.season': Array.from({ length: 12 }, () => 100),
};

const ofType: Readonly<Record<string, () => unknown>> = {
  uuid: () => randomUUID(),
  text: () => randomUUID(),
  int4: () => 1,
  int8: () => 1,
  bool: () => true,
  date: () => '2026-01-01',
  timestamptz: () => '2026-01-01T00:00:00Z',
  jsonb: () => '{}',
  bytea: () => Buffer.alloc(32),
};

/** As the owner: makes an organisation with exactly one row in every table, all pointing at each other. Gives the rows by table. */
export const insertOneOfEach = async (owner: Client): Promise<ReadonlyMap<string, Row>> => {
  const organisationId = randomUUID();
  const rows = new Map<string, Row>();
  await owner.query(`insert into "Organisation" (id, name) values ($1, 'Example')`, [organisationId]);
  rows.set('Organisation', { id: organisationId });
  const keys = await foreignKeys(owner);
  const waiting = await organisationTables(owner);
  while (waiting.length > 0) {
    const ready = waiting.findIndex((table) => keys.every((key) => key.table !== table || rows.has(key.target)));
    const table = waiting[ready];
    if (table === undefined) throw new Error(`These tables point at each other in a circle: ${waiting.join(', ')}`);
    waiting.splice(ready, 1);
    rows.set(
      table,
      await insertOne({ owner, table, organisationId, rows, keys: keys.filter((key) => key.table === table) }),
    );
  }
  return rows;
};

const insertOne = async (options: {
  owner: Client;
  table: string;
  organisationId: string;
  rows: ReadonlyMap<string, Row>;
  keys: readonly ForeignKey[];
}): Promise<Row> => {
  const { owner, table } = options;
  const columns = await owner.query<{ name: string; type: string; optional: boolean; label: string | null }>(
    `select column_name as name, udt_name as type, is_nullable = 'YES' as optional,
       (select min(enumlabel) from pg_enum where enumtypid = to_regtype(quote_ident(udt_name))) as label
     from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const values = new Map<string, unknown>([['organisationId', options.organisationId]]);
  for (const key of options.keys) {
    key.columns.forEach((column, index) =>
      values.set(column, options.rows.get(key.target)?.[key.targetColumns[index] ?? '']),
    );
  }
  for (const { name, type, optional, label } of columns.rows) {
    const known = particular[`${table}.${name}`];
    if (values.has(name) || (optional && known === undefined)) continue;
    const value = typeof known === 'function' ? known(values) : (known ?? label ?? ofType[type]?.());
    if (value === undefined) throw new Error(`Say in one-of-each.ts what ${table}.${name} (${type}) may hold.`);
    values.set(name, value);
  }
  const names = [...values.keys()];
  const result = await owner.query<Row>(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')})
     values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
    [...values.values()],
  );
  return result.rows[0] ?? {};
};
