import { talentAudienceInput, talentPatchInput, teamInput } from '@roer/domain/learning/talent-input';
import { signedInProcedure } from '../../platform/trpc.ts';
import { writeTalents } from './talent-commands.ts';
import { ownTalents, teamTalents } from './talent-queries.ts';

const done = { done: true } as const;

export const talentProcedures = {
  ownTalents: signedInProcedure.query(({ ctx }) => ownTalents(ctx)),
  talents: signedInProcedure.input(teamInput).query(({ ctx, input }) => teamTalents(ctx, input)),
  writeTalents: signedInProcedure.input(talentPatchInput).mutation(async ({ ctx, input }) => {
    await writeTalents(ctx, { patch: input });
    return done;
  }),
  showTalents: signedInProcedure.input(talentAudienceInput).mutation(async ({ ctx, input }) => {
    await writeTalents(ctx, input);
    return done;
  }),
};
