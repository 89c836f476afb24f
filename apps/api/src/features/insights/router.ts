import { z } from 'zod';
import { id } from '@roer/domain/responsibilities/schema';
import { read } from '../../platform/transaction.ts';
import { router, signedInProcedure } from '../../platform/trpc.ts';
import { openResults, openScope, openShared } from './access.ts';
import { obstacleProcedures } from './obstacle-procedures.ts';
import { results, scope, shared } from './queries.ts';

const teamInput = z.object({ teamId: id<'team'>() });

export const insightsRouter = router({
  ...obstacleProcedures,
  results: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) => read(ctx, async (transaction) => results(await openResults(transaction, input)))),
  shared: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) => read(ctx, async (transaction) => shared(await openShared(transaction, input)))),
  scope: signedInProcedure.query(({ ctx }) => read(ctx, async (transaction) => scope(await openScope(transaction)))),
});
