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

export const contributionProcedures = {
  ownContribution: signedInProcedure.query(({ ctx }) => ownContribution(ctx)),
  writeContribution: signedInProcedure
    .input(contributionPatchInput)
    .mutation(({ ctx, input }) => writeContribution(ctx, input)),
  publishContribution: signedInProcedure
    .input(publishInput)
    .mutation(({ ctx, input }) => publishContribution(ctx, input)),
  unpublishContribution: signedInProcedure
    .input(unpublishInput)
    .mutation(({ ctx, input }) => unpublishContribution(ctx, input)),
  contributionOf: signedInProcedure.input(contributionOfInput).query(({ ctx, input }) => contributionOf(ctx, input)),
  contributors: signedInProcedure.input(teamInput).query(({ ctx, input }) => contributors(ctx, input)),
  // A mutation, so that the token travels in the body: an address may be logged by a proxy.
  sharedContribution: publicProcedure
    .input(sharedContributionInput)
    .mutation(({ ctx, input }) => sharedContribution(ctx, input)),
};
