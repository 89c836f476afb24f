import { Pool } from 'pg';
import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';

// One statement after the other in one transaction: without the lock two processes that start at once make it twice.
const setUp = `SELECT pg_advisory_xact_lock(4400006);
  CREATE TABLE IF NOT EXISTS erasure (person uuid PRIMARY KEY, erased_on text NOT NULL)`;

/** Keeps who was erased in the PostgreSQL that holds the keys of epochs (`url`), for several hosts. As `Erasures` of the api. */
export const openErasureTable = (url: string) => {
  const pool = new Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  // The first question makes the table; a failed try is tried again by the next.
  let made: Promise<unknown> | null = null;
  const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => {
    made ??= pool.query(setUp).catch((error: unknown) => {
      made = null;
      throw error;
    });
    await made;
    return (await pool.query<Row>(text, values)).rows;
  };
  return {
    note: async ({ personId, on }: { personId: PersonId; on: LocalDate }): Promise<void> => {
      await query('INSERT INTO erasure VALUES ($1, $2) ON CONFLICT DO NOTHING', [personId, on]);
    },
    list: () =>
      query<{ personId: PersonId; on: LocalDate }>('SELECT person AS "personId", erased_on AS "on" FROM erasure'),
    close: (): Promise<void> => pool.end(),
  };
};
