import { isMember } from '@roer/domain/access/may';
import type { Delivery } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import { changeMembershipInput, endMembershipInput, startMembershipInput } from '@roer/domain/organisation/schema';
import { tellRightsChanged } from '../../platform/rights-changed.ts';
import { command } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { openTeamForMembers } from './access.ts';
import * as commands from './membership-commands.ts';

/** The team's change only for whoever is in the team: an administrator changes it without seeing its work (rule O12). */
const answer = (
  { actor, platform }: SignedInContext,
  teamId: TeamId,
  { delivery }: { delivery: Delivery | null },
): { done: true; delivery: Delivery | null } => {
  platform.live.nudgeOrganisation(actor.organisationId);
  return { done: true, delivery: isMember(actor, teamId) ? delivery : null };
};

export const memberProcedures = {
  startMembership: signedInProcedure.input(startMembershipInput).mutation(async ({ ctx, input }) => {
    const { teamId } = input;
    const committed = (): void => tellRightsChanged(ctx, input.personId);
    const done = await command(
      ctx,
      { procedure: 'organisation.startMembership', input, committed },
      async (transaction) =>
        commands.startMembership(await openTeamForMembers(transaction, { teamId, about: [] }), input),
    );
    return answer(ctx, teamId, done);
  }),
  changeMembership: signedInProcedure.input(changeMembershipInput).mutation(async ({ ctx, input }) => {
    const { teamId } = input;
    const done = await command(ctx, { procedure: 'organisation.changeMembership', input }, async (transaction) =>
      commands.changeMembership(await openTeamForMembers(transaction, { teamId, about: [] }), input),
    );
    return answer(ctx, teamId, done);
  }),
  endMembership: signedInProcedure.input(endMembershipInput).mutation(async ({ ctx, input }) => {
    const { teamId } = input;
    const left: PersonId[] = [];
    const committed = (): void => {
      for (const personId of left) {
        ctx.platform.live.leaveTeam(personId, teamId);
        tellRightsChanged(ctx, personId);
      }
    };
    const done = await command(
      ctx,
      { procedure: 'organisation.endMembership', input, committed },
      async (transaction) =>
        commands.endMembership(await openTeamForMembers(transaction, { teamId }), input, (personId) =>
          left.push(personId),
        ),
    );
    return answer(ctx, teamId, left.includes(ctx.actor.personId) ? { delivery: null } : done);
  }),
};
