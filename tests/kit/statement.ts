import { Client } from 'pg';

/** Runs one statement on a connection of its own, as whoever `url` names. */
export const runStatement = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

/** Runs one query with parameters on a connection of its own and gives its rows. */
export const runQuery = async <Row extends object>(
  url: string,
  query: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const result = await client.query<Row>(query, [...parameters]).finally(() => client.end());
  return result.rows;
};
