import { generateMunicipality } from '@roer/db/demo/municipality';
import { removeOrganisation, writeMunicipality } from '@roer/db/demo/write';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

const now = Date.parse('2026-11-24T09:00:00+01:00');
const municipality = generateMunicipality({ seed: 1, now });
const [organisation] = municipality.Organisation;

const inTransaction = async <Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.organisation', $1, true)`, [organisation?.id]);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release(true);
  }
};

/** How many rows each table has, of those that hold some. */
const countRows = async (client: PoolClient): Promise<Record<string, number>> => {
  const tables = await client.query<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND (column_name = 'organisationId' OR table_name = 'Organisation')
       AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT')`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const found = await client.query<{ count: number }>(`SELECT count(*) AS count FROM "${name}"`);
    const count = Number(found.rows[0]?.count);
    if (count > 0) counts[name] = count;
  }
  return counts;
};

it('D14 is written by the role that serves, and removed again without a trace but the audit entries', async () => {
  await inTransaction((client) => writeMunicipality(client, municipality));
  const expected = Object.fromEntries(Object.entries(municipality).map(([table, rows]) => [table, rows.length]));
  expect(await inTransaction(countRows)).toEqual({ ...expected, Feed: municipality.Team.length + 1 });

  if (!organisation) throw new Error('There is an organisation.');
  await inTransaction((client) => removeOrganisation(client, organisation.id));
  expect(await inTransaction(countRows)).toEqual({ AuditEntry: municipality.AuditEntry.length });
});
