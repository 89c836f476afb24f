import {
  contributionOfInput,
  contributionPatchInput,
  publishInput,
  sharedContributionInput,
  unpublishInput,
} from '@roer/domain/learning/contribution-input';
import { teamInput } from '@roer/domain/learning/talent-input';
import { publicProcedure, signedInProcedure } from '../../platform/trpc.ts';
import { publishContribution, unpublishContribution, writeContribution } from './contribution-commands.ts';
import { contributionOf, contributors, ownContribution, sharedContribution } from './contribution-queries.ts';

// What somebody says of themselves is theirs: not even a failure is logged under a name.
const meta = { unnamedInLog: true };
const procedure = signedInProcedure.meta(meta);

export const contributionProcedures = {
  ownContribution: procedure.query(({ ctx }) => ownContribution(ctx)),
  writeContribution: procedure
    .input(contributionPatchInput)
    .mutation(({ ctx, input }) => writeContribution(ctx, input)),
  publishContribution: procedure.input(publishInput).mutation(({ ctx, input }) => publishContribution(ctx, input)),
  unpublishContribution: procedure
    .input(unpublishInput)
    .mutation(({ ctx, input }) => unpublishContribution(ctx, input)),
  contributionOf: procedure.input(contributionOfInput).query(({ ctx, input }) => contributionOf(ctx, input)),
  contributors: procedure.input(teamInput).query(({ ctx, input }) => contributors(ctx, input)),
  // A mutation, so that the token travels in the body: an address may be logged by a proxy.
  sharedContribution: publicProcedure
    .meta(meta)
    .input(sharedContributionInput)
    .mutation(({ ctx, input }) => sharedContribution(ctx, input)),
};
