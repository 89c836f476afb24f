import type { Pool } from '@roer/db/pool';
import type { Clock } from '../../platform/dependencies.ts';

type Keeping = { clock: Clock; identityPool: Pool };

/** Keeps something for `lifetime` milliseconds, to be taken once by its identifier. What is over goes first. */
export const keepOnce = async (
  { clock, identityPool }: Keeping,
  { identifier, value, lifetime }: { identifier: string; value: object; lifetime: number },
): Promise<void> => {
  const now = new Date(clock.now());
  await identityPool.query('DELETE FROM "Verification" WHERE "expiresAt" <= $1', [now]);
  await identityPool.query(
    `INSERT INTO "Verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [clock.newId(), identifier, JSON.stringify(value), new Date(now.getTime() + lifetime), now],
  );
};

/** What was kept under it, which is then gone; null when there is nothing, or no longer. */
export const takeOnce = async ({ clock, identityPool }: Keeping, identifier: string): Promise<unknown> => {
  const result = await identityPool.query<{ value: string }>(
    'DELETE FROM "Verification" WHERE "identifier" = $1 AND "expiresAt" > $2 RETURNING "value"',
    [identifier, new Date(clock.now())],
  );
  const [row] = result.rows;
  return row ? JSON.parse(row.value) : null;
};
