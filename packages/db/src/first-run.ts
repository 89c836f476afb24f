import type { Pool, PoolClient } from 'pg';
import type { OrganisationId } from '@roer/domain/ids';
import { inTransaction } from './pool-transaction.ts';

export type KnownOrganisation = { id: OrganisationId; name: string; demo: boolean };

/** Every organisation in the database, also without knowing one. */
export const readOrganisations = async (client: Pool | PoolClient): Promise<KnownOrganisation[]> => {
  const result = await client.query<KnownOrganisation>('SELECT "id", "name", "demo" FROM organisations()');
  return result.rows;
};

/** Names the organisation that the rest of this transaction reads and writes. */
export const enterOrganisation = async (client: PoolClient, organisationId: OrganisationId): Promise<void> => {
  await client.query(`SELECT set_config('app.organisation', $1, true)`, [organisationId]);
};

/** Any number, as long as it is always this one: who holds it decides which organisations there are. */
export const firstRunLock = 4_400_002;

/** Runs `work` in one transaction while nobody else makes or removes an organisation; gives it those that there are. */
export const whileFirst = <Result>(
  pool: Pool,
  work: (client: PoolClient, organisations: readonly KnownOrganisation[]) => Promise<Result>,
): Promise<Result> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [firstRunLock]);
    return work(client, await readOrganisations(client));
  });
