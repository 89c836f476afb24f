import { z } from 'zod';
import type { PersonId, ResponsibilityId } from '../ids.ts';
import { id } from '../responsibilities/schema.ts';
import { contributionLimits } from './contribution.ts';
import { linkDays } from './contribution-link.ts';

const line = (most: number) => z.string().trim().max(most);
const pick = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('duty'), id: id<'duty'>() }),
  z.strictObject({ kind: z.literal('work'), id: id<'deadlineWork'>() }),
  z.strictObject({ kind: z.literal('standIn'), id: id<'delegation'>() }),
  z.strictObject({ kind: z.literal('handover'), id: id<'handover'>() }),
  z.strictObject({ kind: z.literal('goal'), id: id<'goal'>() }),
]);

/** What is written on one's own page; what is left out stays as it is. */
export const contributionPatchInput = z.strictObject({
  from: line(contributionLimits.from).optional(),
  talents: z.array(line(contributionLimits.talent)).max(contributionLimits.talents).optional(),
  carries: z
    .array(id<'responsibility'>().transform((value): ResponsibilityId => value))
    .max(contributionLimits.carries)
    .optional(),
  results: z
    .array(z.strictObject({ id: id<'result'>(), text: line(contributionLimits.result), evidence: pick.nullable() }))
    .max(contributionLimits.results)
    .optional(),
});

/** What is published is what its owner saw: `seen` is the digest that came with it. */
const seen = z.string().length(43);
export const publishInput = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('team'), seen }),
  z.strictObject({ to: z.literal('link'), seen, days: z.union(linkDays.map((days) => z.literal(days))) }),
]);

export const unpublishInput = z.strictObject({ from: z.enum(['team', 'link']) });

export const contributionOfInput = z.strictObject({ personId: id<'person'>().transform((value): PersonId => value) });

/** The secret of a link; anything else was never one. */
export const sharedContributionInput = z.strictObject({ token: z.string().max(200) });
