import { Client } from 'pg';

/** What is made of chance that cannot be seeded: sealed answers, but for their length, and the keys of epochs. */
const random: Readonly<Record<string, string>> = {
  Answer: ` - 'sealed' || jsonb_build_object('length', octet_length(t."sealed"))`,
  Epoch: ` - 'publicKey'`,
};

/** Every row of every table as text, by table, as the owner sees it; so that two runs can be compared. */
export const everythingStored = async (ownerUrl: string): Promise<Record<string, string[]>> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname = 'public' ORDER BY 1`,
    );
    const stored: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const row = `to_jsonb(t)${random[name] ?? ''}`;
      const rows = await client.query<{ row: string }>(`SELECT (${row})::text AS row FROM "${name}" t ORDER BY 1`);
      stored[name] = rows.rows.map((each) => each.row);
    }
    const sequences = await client.query<{ row: string }>(
      `SELECT sequencename || ' ' || coalesce(last_value::text, '') AS row FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
    );
    return { ...stored, sequences: sequences.rows.map(({ row }) => row) };
  } finally {
    await client.end();
  }
};
