import { Pool } from 'pg';
import type { OrganisationId } from '@roer/domain/ids';

// One statement after the other in one transaction: without the lock two processes that start at once make it twice.
const setUp = `SELECT pg_advisory_xact_lock(4400004); CREATE TABLE IF NOT EXISTS epoch_key (
  organisation uuid NOT NULL, epoch integer NOT NULL, key bytea, PRIMARY KEY (organisation, epoch))`;

/**
 * Keeps the private keys of epochs in a PostgreSQL of its own (`url`), for several hosts: not the one that holds the answers. A
 * destroyed key leaves its row without a key. As `EpochKeys` of the api.
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
    const [row] = await query<{ key: Buffer | null }>(
      'SELECT key FROM epoch_key WHERE organisation = $1 AND epoch = $2',
      [organisationId, epoch],
    );
    if (!row) return 'absent';
    return row.key ?? 'destroyed';
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
      await query(
        `INSERT INTO epoch_key VALUES ($1, $2, NULL)
         ON CONFLICT (organisation, epoch) DO UPDATE SET key = NULL WHERE epoch_key.key IS NOT NULL`,
        [organisationId, epoch],
      );
      // The row that held the key is dead and yet in its file until this.
      await query('VACUUM epoch_key', []);
    },
    list: () =>
      query<{ organisationId: OrganisationId; epoch: number }>(
        'SELECT organisation AS "organisationId", epoch FROM epoch_key WHERE key IS NOT NULL ORDER BY 1, 2',
        [],
      ),
    close: (): Promise<void> => pool.end(),
  };
};
