import { z } from 'zod';
import type { BuddyId, PersonId, TeamId } from '../ids.ts';
import { id } from '../responsibilities/schema.ts';

/** `declined`: whoever was asked could not; it is told to who asked and to nobody else, without a reason. */
export type BuddyState = 'asked' | 'agreed' | 'declined';

const buddyId = id<'buddy'>().transform((value): BuddyId => value);

export const askBuddyInput = z.object({
  id: buddyId,
  teamId: id<'team'>().transform((value): TeamId => value),
  personId: id<'person'>().transform((value): PersonId => value),
});
export const answerBuddyInput = z.object({ id: buddyId, agrees: z.boolean() });
export const endBuddyInput = z.object({ id: buddyId });
