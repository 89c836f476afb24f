import { Client } from 'pg';

/** Runs one statement on a connection of its own, as whoever `url` names. */
export const runStatement = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};
