import { Client, Pool } from 'pg';

/** Runs one statement on a connection of its own, as whoever `url` names. */
export const runStatement = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

// Opening a connection takes longer than most statements: they are shared for as long as one follows upon another. Removing
// or copying a database waits for them.
const pools = new Map<string, Pool>();
const poolOf = (url: string): Pool => {
  const known = pools.get(url);
  if (known) return known;
  const pool = new Pool({ connectionString: url, max: 2, idleTimeoutMillis: 100, allowExitOnIdle: true });
  // A server that a test stops ends the connections that wait here.
  pool.on('error', () => {});
  pools.set(url, pool);
  return pool;
};

/** Runs one query with parameters, as whoever `url` names, and gives its rows. */
export const runQuery = async <Row extends object>(
  url: string,
  query: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> => (await poolOf(url).query<Row>(query, [...parameters])).rows;
