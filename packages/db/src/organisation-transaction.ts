import type { Prisma, PrismaClient } from './generated/client.ts';

export type Transaction = Prisma.TransactionClient;

/**
 * Runs `work` in one transaction that sees one organisation only, on behalf of one person. Names both inside the
 * transaction, so that the connection forgets them when it ends.
 */
export const inOrganisation = async <Result>(
  prisma: PrismaClient,
  actor: { readonly organisationId: string; readonly personId: string | undefined },
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> =>
  prisma.$transaction(
    async (transaction) => {
      await transaction.$queryRaw`select set_config('app.organisation', ${actor.organisationId}, true),
        set_config('app.person', ${actor.personId ?? ''}, true)`;
      return work(transaction);
    },
    // Milliseconds. An import of 20,000 rows takes longer than Prisma's five seconds on a slow disk.
    { maxWait: 10_000, timeout: 60_000 },
  );
