import { z } from 'zod';
import { id } from '@roer/domain/responsibilities/schema';
import { read, writeOwn } from '../../platform/transaction.ts';
import { router, signedInProcedure } from '../../platform/trpc.ts';
import { openResults, openShared } from './access.ts';
import { dashboardProcedures } from './dashboard-procedures.ts';
import { obstacleProcedures } from './obstacle-procedures.ts';
import { ownResults, results, shared } from './queries.ts';

const teamInput = z.object({ teamId: id<'team'>() });

export const insightsRouter = router({
  ...obstacleProcedures,
  ...dashboardProcedures,
  // It reads, and notes that somebody who leads the team did.
  results: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) => writeOwn(ctx, async (transaction) => results(await openResults(transaction, input)))),
  // No input: of oneself alone.
  ownResults: signedInProcedure.query(({ ctx }) => read(ctx, ownResults)),
  shared: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) => read(ctx, async (transaction) => shared(await openShared(transaction, input)))),
});
