import { z } from 'zod';
import { id } from '@roer/domain/responsibilities/schema';
import { checkInPossible } from '../../platform/check-in-possible.ts';
import { read, writeOwn } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openDashboard, openDomain, openMirror } from './dashboard-access.ts';
import { dashboard, domain, mirror } from './dashboard-queries.ts';
import type { CheckInOff } from './dashboard-queries.ts';

const offIn = (context: SignedInContext): CheckInOff => ({ checkInIsOff: !checkInPossible(context) });

export const dashboardProcedures = {
  // These read, and note that somebody did: nobody can look at a team without that.
  dashboard: signedInProcedure.query(({ ctx }) =>
    writeOwn(ctx, async (transaction) => dashboard(await openDashboard(transaction))),
  ),
  domain: signedInProcedure
    .input(z.object({ domainId: id<'domain'>() }))
    .query(({ ctx, input }) =>
      writeOwn(ctx, async (transaction) => domain(await openDomain(transaction, input), offIn(ctx))),
    ),
  mirror: signedInProcedure
    .input(z.object({ teamId: id<'team'>() }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) => mirror(await openMirror(transaction, input), offIn(ctx))),
    ),
};
