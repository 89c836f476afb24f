import { z } from 'zod';
import type { ResponsibilityId, TeamId } from '../ids.ts';
import { id } from '../responsibilities/schema.ts';
import { talentLimits } from './talent-card.ts';

const energy = z.enum(['gives', 'costs']).nullable();
const responsibilityId = id<'responsibility'>().transform((value): ResponsibilityId => value);
const freeTalent = z.strictObject({
  text: z.string().trim().max(talentLimits.text),
  energy,
  wantsToLearn: z.boolean(),
});

/** What is written on one's own card; what is left out stays as it is. */
export const talentPatchInput = z.strictObject({
  about: z.strictObject({ responsibilityId, energy, wantsToLearn: z.boolean() }).optional(),
  free: z.array(freeTalent).max(talentLimits.free).optional(),
  from: z.string().trim().max(talentLimits.from).optional(),
});

export const talentAudienceInput = z.strictObject({ audience: z.enum(['me', 'team']) });

export const teamInput = z.strictObject({ teamId: id<'team'>().transform((value): TeamId => value) });
