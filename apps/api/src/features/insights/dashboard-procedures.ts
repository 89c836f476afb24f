import { z } from 'zod';
import { id } from '@roer/domain/responsibilities/schema';
import { read, writeOwn } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import { openDashboard, openDomain, openMirror } from './dashboard-access.ts';
import { dashboard, domain, mirror } from './dashboard-queries.ts';

export const dashboardProcedures = {
  // These read, and note that somebody did: nobody can look at a team without that.
  dashboard: signedInProcedure.query(({ ctx }) =>
    writeOwn(ctx, async (transaction) => dashboard(await openDashboard(transaction))),
  ),
  domain: signedInProcedure
    .input(z.object({ domainId: id<'domain'>() }))
    .query(({ ctx, input }) => writeOwn(ctx, async (transaction) => domain(await openDomain(transaction, input)))),
  mirror: signedInProcedure
    .input(z.object({ teamId: id<'team'>() }))
    .query(({ ctx, input }) => read(ctx, async (transaction) => mirror(await openMirror(transaction, input)))),
};
