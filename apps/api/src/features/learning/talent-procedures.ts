import { talentAudienceInput, talentPatchInput, teamInput } from '@roer/domain/learning/talent-input';
import { signedInProcedure } from '../../platform/trpc.ts';
import { writeTalents } from './talent-commands.ts';
import { ownTalents, teamTalents } from './talent-queries.ts';

const done = { done: true } as const;
// What somebody says of themselves is theirs: not even a failure is logged under a name.
const procedure = signedInProcedure.meta({ unnamedInLog: true });

export const talentProcedures = {
  ownTalents: procedure.query(({ ctx }) => ownTalents(ctx)),
  talents: procedure.input(teamInput).query(({ ctx, input }) => teamTalents(ctx, input)),
  writeTalents: procedure.input(talentPatchInput).mutation(async ({ ctx, input }) => {
    await writeTalents(ctx, { patch: input });
    return done;
  }),
  showTalents: procedure.input(talentAudienceInput).mutation(async ({ ctx, input }) => {
    await writeTalents(ctx, input);
    return done;
  }),
};
