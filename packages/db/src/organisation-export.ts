import { Client } from 'pg';
import type { OrganisationId } from '@roer/domain/ids';
import { exportedTables } from './export-tables.ts';
import type { ExportedTable } from './export-tables.ts';

/** Of each column of a row its text as PostgreSQL writes it; null where there is nothing. */
export type ExportRow = readonly (string | null)[];
/** Some rows of one table; each table comes at least once, also without rows. */
export type ExportPart = ExportedTable & { rows: readonly ExportRow[] };

/** Rows in memory at a time. */
const batch = 500;

/** What the texts of values depend on, for writing and for reading: the same value is the same text on every server. */
export const plainTexts = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1`;

export const quoted = (name: string): string => `"${name}"`;

/** What is the organisation's of a table that does not say so itself. */
const belonging: Readonly<Record<string, string>> = {
  Organisation: '"id" = $1',
  Account: '"userId" IN (SELECT "id" FROM "User" WHERE "organisationId" = $1)',
};

/** Runs `work` on a connection of the owner, who sees the rows of every organisation. */
export const asOwner = async <Result>(ownerUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The columns that tell rows apart, in an order that no server's language changes. */
const orderOf = async (client: Client, name: string): Promise<string> => {
  const { rows } = await client.query<{ column: string; isText: boolean }>(
    `SELECT a.attname AS "column", a.attcollation <> 0 AS "isText"
     FROM pg_constraint c CROSS JOIN unnest(c.conkey) WITH ORDINALITY k("number", "place")
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k."number"
     WHERE c.contype = 'p' AND c.conrelid = $1::regclass ORDER BY k."place"`,
    [quoted(name)],
  );
  return rows.map(({ column, isText }) => quoted(column) + (isText ? ' COLLATE "C"' : '')).join(', ');
};

/**
 * Throws an Error in plain words when there are results of the check-in that nobody may see yet (rule P5): with them the file would tell
 * them before the time, and without them a restore would lose them.
 */
const demandPublished = async (
  client: Client,
  { organisationId, now }: { organisationId: OrganisationId; now: number },
): Promise<void> => {
  const { rows } = await client.query<{ from: string | null }>(
    // Rows from the opening of an epoch depend on no answer. An epoch that a restore closed has no key, and only such rows.
    `SELECT to_char(max(r."publishesAt") AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') AS "from"
     FROM "Epoch" e JOIN (SELECT "organisationId", "epoch", "publishesAt" FROM "Release"
       UNION ALL SELECT "organisationId", "epoch", "publishesAt" FROM "SharedAnswer") r
       ON r."organisationId" = e."organisationId" AND r."epoch" = e."number"
     WHERE e."organisationId" = $1 AND e."closed" AND e."publicKey" IS NOT NULL AND r."publishesAt" > $2`,
    [organisationId, new Date(now)],
  );
  if (rows[0]?.from)
    throw new Error(
      `A check-in is closed and its results are not published yet. An export can be made from ${rows[0].from} (Amsterdam). Nothing was written.`,
    );
};

/**
 * Gives every row of one organisation that an export holds (rule OP7), as it was at one moment: table by table in the order of their
 * references, each by its key. Whatever the size of the organisation, some hundred rows are in memory. As the owner. Throws an Error in
 * plain words when results at `now` (epoch milliseconds) are still to be published (rule OP8).
 */
export async function* readForExport(
  ownerUrl: string,
  { organisationId, now }: { organisationId: OrganisationId; now: number },
): AsyncGenerator<ExportPart> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(plainTexts);
    await demandPublished(client, { organisationId, now });
    for (const { name, columns } of exportedTables) {
      const chosen = columns.map((column) => `${quoted(column)}::text`).join(', ');
      await client.query(
        `DECLARE reading NO SCROLL CURSOR FOR SELECT ${chosen} FROM ${quoted(name)}
         WHERE ${belonging[name] ?? '"organisationId" = $1'} ORDER BY ${await orderOf(client, name)}`,
        [organisationId],
      );
      for (let first = true; ; first = false) {
        const { rows } = await client.query<(string | null)[]>({
          text: `FETCH ${batch} FROM reading`,
          rowMode: 'array',
        });
        if (first || rows.length > 0) yield { name, columns, rows };
        if (rows.length < batch) break;
      }
      await client.query('CLOSE reading');
    }
  } finally {
    await client.end();
  }
}
