import { Pool } from 'pg';
import type { OrganisationId } from '@roer/domain/ids';

// One statement after the other in one transaction: without the lock two processes that start at once make it twice.
// Keys are not logged: a write-ahead log, a replica or an archive would keep them after they were destroyed. A crash of that server
// loses them, and then an epoch that is under way has no result.
const setUp = `SELECT pg_advisory_xact_lock(4400004);
  CREATE UNLOGGED TABLE IF NOT EXISTS epoch_key (
    organisation uuid NOT NULL, epoch integer NOT NULL, key bytea NOT NULL, PRIMARY KEY (organisation, epoch));
  CREATE TABLE IF NOT EXISTS epoch_key_destroyed (
    organisation uuid NOT NULL, epoch integer NOT NULL, PRIMARY KEY (organisation, epoch))`;

/**
 * Keeps the private keys of epochs in a PostgreSQL of its own (`url`), for several hosts: not the one that holds the answers. That a
 * key was destroyed is kept for good. As `EpochKeys` of the api.
 */
export const openEpochKeyTable = (url: string) => {
  const pool = new Pool({ connectionString: url, max: 3 });
  pool.on('error', () => undefined);
  // The first question makes the table; a failed try is tried again by the next.
  let made: Promise<unknown> | null = null;
  const query = async <Row extends object>(text: string, values: unknown[]): Promise<Row[]> => {
    made ??= pool.query(setUp).catch((error: unknown) => {
      made = null;
      throw error;
    });
    await made;
    return (await pool.query<Row>(text, values)).rows;
  };
  const read = async (organisationId: OrganisationId, epoch: number): Promise<Buffer | 'absent' | 'destroyed'> => {
    const [row] = await query<{ key: Buffer | null; destroyed: boolean }>(
      `SELECT (SELECT key FROM epoch_key WHERE organisation = $1 AND epoch = $2) AS key,
         EXISTS (SELECT FROM epoch_key_destroyed WHERE organisation = $1 AND epoch = $2) AS destroyed`,
      [organisationId, epoch],
    );
    return row?.destroyed ? 'destroyed' : (row?.key ?? 'absent');
  };
  return {
    read,
    obtain: async (organisationId: OrganisationId, epoch: number, newKey: () => Buffer): Promise<Buffer | null> => {
      const known = await read(organisationId, epoch);
      if (known !== 'absent') return known === 'destroyed' ? null : known;
      await query('INSERT INTO epoch_key VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
        organisationId,
        epoch,
        newKey(),
      ]);
      const made = await read(organisationId, epoch);
      return Buffer.isBuffer(made) ? made : null;
    },
    destroy: async (organisationId: OrganisationId, epoch: number): Promise<void> => {
      await query('INSERT INTO epoch_key_destroyed VALUES ($1, $2) ON CONFLICT DO NOTHING', [organisationId, epoch]);
      await query('DELETE FROM epoch_key WHERE organisation = $1 AND epoch = $2', [organisationId, epoch]);
      // The row that held the key is dead and yet in its file until this.
      await query('VACUUM epoch_key', []);
    },
    list: () =>
      query<{ organisationId: OrganisationId; epoch: number }>(
        'SELECT organisation AS "organisationId", epoch FROM epoch_key ORDER BY 1, 2',
        [],
      ),
    close: (): Promise<void> => pool.end(),
  };
};
