import { z } from 'zod';
import { organisationGroups, teamGroups } from '@roer/domain/audit/kinds';
import { id } from '@roer/domain/responsibilities/schema';
import { read } from '../../platform/transaction.ts';
import { router, signedInProcedure } from '../../platform/trpc.ts';
import { openTeam } from '../responsibilities/access.ts';
import { openOrganisationLog } from './access.ts';
import { auditState, organisationLog, ownLog, retentionReport, teamLog } from './queries.ts';

const wanted = {
  personId: id<'person'>().nullable(),
  day: z.iso.date().nullable(),
  before: z.object({ at: z.number().int().min(0).max(8.64e15), id: z.uuid() }).nullable(),
};

/** Who did what when, to read; nothing writes here. */
export const auditRouter = router({
  organisation: signedInProcedure
    .input(z.object({ ...wanted, group: z.enum([...organisationGroups, 'signIn']).nullable() }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) => organisationLog(await openOrganisationLog(transaction), input)),
    ),
  state: signedInProcedure.query(({ ctx }) =>
    read(ctx, async (transaction) => auditState(await openOrganisationLog(transaction), ctx.platform.identityPool)),
  ),
  retention: signedInProcedure.query(({ ctx }) =>
    read(ctx, async (transaction) => retentionReport(await openOrganisationLog(transaction))),
  ),
  team: signedInProcedure
    .input(z.object({ ...wanted, teamId: id<'team'>(), group: z.enum(teamGroups).nullable() }))
    .query(({ ctx, input: { teamId, ...input } }) =>
      read(ctx, async (transaction) =>
        teamLog(
          await openTeam(transaction, { teamId, permission: 'team.read', about: [], entities: ['team', 'member'] }),
          input,
        ),
      ),
    ),
  mine: signedInProcedure.query(({ ctx }) => read(ctx, ownLog)),
});
