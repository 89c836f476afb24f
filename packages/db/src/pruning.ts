import { dayInMilliseconds } from '@roer/domain/dates';
import { retention, retentionKinds } from '@roer/domain/identity/retention';
import type { RetentionKind } from '@roer/domain/identity/retention';
import type { OrganisationId } from '@roer/domain/ids';
import { inOrganisation } from './organisation-transaction.ts';
import type { PrismaClient } from './generated/client.ts';
import { onClient } from './pool-transaction.ts';
import type { Pool, PoolClient } from './pool.ts';

/** Rows in one transaction: short enough that nobody waits for it. */
const batch = 1000;

/**
 * Removes what an organisation no longer needs at `now` (epoch milliseconds) and notes of each kind how many rows went (rule MD10): what is older than
 * `retention` says, links that were used or have ended, and, without a count, what people published behind a link that has ended. The last
 * change of a feed stays: it says when that was. Stops between two batches when `stopping` says so.
 */
export const prune = async (
  prisma: PrismaClient,
  { organisationId, now, stopping }: { organisationId: OrganisationId; now: number; stopping: AbortSignal },
): Promise<void> => {
  type Work = Parameters<typeof inOrganisation<number>>[2];
  const inOne = (work: Work): Promise<number> => inOrganisation(prisma, { organisationId, personId: undefined }, work);
  const inBatches = async (work: Work): Promise<number> => {
    let [all, removed] = [0, batch];
    while (removed >= batch && !stopping.aborted) {
      removed = await inOne(work);
      all += removed;
    }
    return all;
  };
  const before = (kind: RetentionKind): Date => new Date(now - retention[kind] * dayInMilliseconds);
  const changes = await inBatches(
    (transaction) => transaction.$executeRaw`
      DELETE FROM "Change" c USING (
        SELECT o."organisationId", o."feedId", o."seq" FROM "Change" o
          JOIN "Feed" f ON f."organisationId" = o."organisationId" AND f."ownerId" = o."feedId" AND f."seq" > o."seq"
        WHERE o."at" < ${before('changes')} LIMIT ${batch}) old
      WHERE c."organisationId" = old."organisationId" AND c."feedId" = old."feedId" AND c."seq" = old."seq"`,
  );
  const commands = await inBatches(
    (transaction) => transaction.$executeRaw`
      DELETE FROM "Command" c USING (
        SELECT o."organisationId", o."personId", o."commandId" FROM "Command" o
        WHERE o."at" < ${before('commands')} LIMIT ${batch}) old
      WHERE c."organisationId" = old."organisationId" AND c."personId" = old."personId" AND c."commandId" = old."commandId"`,
  );
  const links = await inOne(
    async ({ personToken }) =>
      (
        await personToken.deleteMany({
          where: { OR: [{ usedAt: { not: null } }, { expiresAt: { lte: before('links') } }] },
        })
      ).count,
  );
  const digestsSent = await inOne(
    async ({ digestSent }) =>
      (await digestSent.deleteMany({ where: { isoMonday: { lt: before('digestsSent') } } })).count,
  );
  const mirrorVisits = await inOne(
    (transaction) => transaction.$executeRaw`DELETE FROM "MirrorVisit" WHERE "at" <= ${before('mirrorVisits')}`,
  );
  const signIns = await inOne(
    (transaction) => transaction.$executeRaw`DELETE FROM "SignIn" WHERE "at" < ${before('signIns')}`,
  );
  await inOne((transaction) => transaction.$executeRaw`SELECT forget_ended_contributions(${new Date(now)})`);
  if (stopping.aborted) return;
  const removed: Record<RetentionKind, number> = { changes, commands, links, digestsSent, mirrorVisits, signIns };
  await inOne(async (transaction) => {
    for (const kind of retentionKinds) {
      await transaction.$executeRaw`
        INSERT INTO "RetentionRun" ("organisationId", "kind", "at", "removed")
        VALUES (${organisationId}::uuid, ${kind}, ${new Date(now)}, ${removed[kind]})
        ON CONFLICT ("organisationId", "kind") DO UPDATE SET "at" = excluded."at", "removed" = excluded."removed"`;
    }
    return retentionKinds.length;
  });
};

/** When each kind was last gone through, in epoch milliseconds, and how many rows went. */
export const readRetentionRuns = async (
  client: PoolClient,
): Promise<{ kind: string; at: number; removed: number }[]> => {
  const result = await client.query<{ kind: string; at: number; removed: number }>(
    `SELECT "kind", (extract(epoch FROM "at") * 1000)::double precision AS "at", "removed" FROM "RetentionRun"`,
  );
  return result.rows;
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
