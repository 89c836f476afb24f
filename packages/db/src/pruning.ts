import type { OrganisationId } from '@roer/domain/ids';
import { inOrganisation } from './organisation-transaction.ts';
import type { PrismaClient } from './generated/client.ts';
import { onClient } from './pool-transaction.ts';
import type { Pool } from './pool.ts';

/** How long is kept what is of no use later, in days. */
export const keptDays = { changes: 30, commands: 30, digestsSent: 60 } as const;

/** Rows in one transaction: short enough that nobody waits for it. */
const batch = 1000;
const dayInMilliseconds = 86_400_000;

/**
 * Removes what an organisation no longer needs at `now` (epoch milliseconds): changes and answers to commands after 30 days, links that
 * were used or are too old, what people published behind a link that has ended, and which digests were sent after 60 days. The last change of a feed stays: it says when that
 * was. Stops between two batches when `stopping` says so.
 */
export const prune = async (
  prisma: PrismaClient,
  { organisationId, now, stopping }: { organisationId: OrganisationId; now: number; stopping: AbortSignal },
): Promise<void> => {
  const before = (days: number): Date => new Date(now - days * dayInMilliseconds);
  const inBatches = async (
    work: (transaction: Parameters<Parameters<typeof inOrganisation>[2]>[0]) => Promise<number>,
  ) => {
    let removed = batch;
    while (removed >= batch && !stopping.aborted)
      removed = await inOrganisation(prisma, { organisationId, personId: undefined }, work);
  };
  await inBatches(
    (transaction) => transaction.$executeRaw`
      DELETE FROM "Change" c USING (
        SELECT o."organisationId", o."feedId", o."seq" FROM "Change" o
          JOIN "Feed" f ON f."organisationId" = o."organisationId" AND f."ownerId" = o."feedId" AND f."seq" > o."seq"
        WHERE o."at" < ${before(keptDays.changes)} LIMIT ${batch}) old
      WHERE c."organisationId" = old."organisationId" AND c."feedId" = old."feedId" AND c."seq" = old."seq"`,
  );
  await inBatches(
    (transaction) => transaction.$executeRaw`
      DELETE FROM "Command" c USING (
        SELECT o."organisationId", o."personId", o."commandId" FROM "Command" o
        WHERE o."at" < ${before(keptDays.commands)} LIMIT ${batch}) old
      WHERE c."organisationId" = old."organisationId" AND c."personId" = old."personId" AND c."commandId" = old."commandId"`,
  );
  await inOrganisation(prisma, { organisationId, personId: undefined }, async (transaction) => {
    await transaction.personToken.deleteMany({
      where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lte: new Date(now) } }] },
    });
    await transaction.$executeRaw`SELECT forget_ended_contributions(${new Date(now)})`;
    await transaction.digestSent.deleteMany({ where: { isoMonday: { lt: before(keptDays.digestsSent) } } });
  });
};

/** Any number, as long as it is always this one: who holds it prunes. */
const pruningLock = 4_400_003;

/** Runs `work` unless another process is at it; tells whether it ran. The lock goes with the connection, also after a crash. */
export const whilePruning = (pool: Pool, work: () => Promise<void>): Promise<boolean> =>
  onClient(pool, async (client) => {
    const result = await client.query<{ ours: boolean }>('SELECT pg_try_advisory_lock($1) AS "ours"', [pruningLock]);
    if (!result.rows[0]?.ours) return false;
    try {
      await work();
      return true;
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [pruningLock]);
    }
  });
