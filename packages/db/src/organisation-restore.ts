import { DatabaseError } from 'pg';
import type { Client } from 'pg';
import { exportedTables } from './export-tables.ts';
import { firstRunLock } from './first-run.ts';
import { asOwner, plainTexts, quoted } from './organisation-export.ts';
import type { ExportPart } from './organisation-export.ts';

/** Where a restore may not begin: the names of what is there. */
export class DatabaseNotEmpty extends Error {
  override name = 'DatabaseNotEmpty';
  readonly organisations: readonly string[];
  constructor(organisations: readonly string[]) {
    super('There is an organisation in this database.');
    this.organisations = organisations;
  }
}

/** A row that the schema does not take. Says where and against which rule, and nothing of what stands in it. */
export class RowRefused extends Error {
  override name = 'RowRefused';
  readonly table: string;
  readonly rule: string;
  constructor(table: string, rule: string) {
    super(`A row of ${table} was refused (${rule}).`);
    this.table = table;
    this.rule = rule;
  }
}

const beginning = Date.UTC(2026, 0, 1);

/**
 * Where the feeds of a restored organisation begin at `now` (epoch milliseconds): the seconds since 2026. Whatever an open browser heard
 * before is far below it, because no team has a change every second, so that each of them asks for everything anew (rule OP12).
 */
export const feedNumberAt = (now: number): number => Math.max(1, Math.floor((now - beginning) / 1000));

/** The columns that are not in an export and have no default, with what they become. */
const becoming = (now: number): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  Feed: { seq: String(feedNumberAt(now)) },
  Epoch: { closed: 'true' },
});

const typesOf = async (client: Client, name: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await client.query<{ column: string; type: string }>(
    `SELECT attname AS "column", format_type(atttypid, atttypmod) AS "type" FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [quoted(name)],
  );
  return new Map(rows.map(({ column, type }) => [column, type]));
};

/** The statement that writes rows of a table, given as one array of texts for each column. */
const statementFor = async (
  client: Client,
  { name, columns }: Omit<ExportPart, 'rows'>,
  now: number,
): Promise<string> => {
  const types = await typesOf(client, name);
  const given = Object.entries(becoming(now)[name] ?? {});
  const targets = [...columns, ...given.map(([column]) => column)].map(quoted).join(', ');
  const values = columns.map((column, index) => `r."c${index}"::${types.get(column) ?? 'text'}`);
  const aliases = columns.map((_, index) => `"c${index}"`).join(', ');
  return `INSERT INTO ${quoted(name)} (${targets})
    SELECT ${[...values, ...given.map(([, value]) => value)].join(', ')}
    FROM unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')}) AS r(${aliases})`;
};

const demandEmpty = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ name: string }>('SELECT "name" FROM "Organisation" ORDER BY "name", "id"');
  if (rows.length > 0) throw new DatabaseNotEmpty(rows.map(({ name }) => name));
  // Of a start that failed half-way: without an organisation they are nobody's.
  await client.query('DELETE FROM "User"');
};

/**
 * Writes the rows of an export into a database without an organisation, in one transaction: all of it or, when anything throws, also in
 * `parts`, nothing. `now` is in epoch milliseconds. As the owner. Throws `DatabaseNotEmpty`, and `RowRefused` for a row that the schema
 * does not take.
 */
export const writeRestored = async (
  ownerUrl: string,
  { parts, now }: { parts: AsyncIterable<ExportPart>; now: number },
): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    const statements = new Map<string, string>();
    let at = exportedTables[0]?.name ?? '';
    try {
      await client.query('BEGIN');
      await client.query(plainTexts);
      await client.query('SELECT pg_advisory_xact_lock($1)', [firstRunLock]);
      await demandEmpty(client);
      for await (const part of parts) {
        at = part.name;
        if (part.rows.length === 0) continue;
        const statement = statements.get(at) ?? (await statementFor(client, part, now));
        statements.set(at, statement);
        await client.query(
          statement,
          part.columns.map((_, index) => part.rows.map((row) => row[index] ?? null)),
        );
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      // Data that does not fit, or breaks a rule; its message may quote what stands in the row.
      if (error instanceof DatabaseError && /^2[23]/.test(error.code ?? ''))
        throw new RowRefused(error.table ?? at, error.constraint ?? error.code ?? '');
      throw error;
    }
  });
