import { z } from 'zod';
import { id } from '../responsibilities/schema.ts';
import { requestLength } from './check-in.ts';
import type { AnswerValue } from './check-in.ts';

const receipt = z.string().length(43);
const value = z
  .int()
  .min(0)
  .max(5)
  .transform((whole) => whole as AnswerValue);

/** What can be asked of `workload.own`; `OwnAsk` is its type. */
export const ask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('look') }),
  z.strictObject({ kind: z.literal('confirm'), windowId: id<'rosterWindow'>(), digest: receipt }),
  z.strictObject({
    kind: z.literal('answer'),
    /** Of the confirmation. Whoever did not confirm has none. */
    receipt,
    epochNumber: z.int().min(0).max(9999),
    /** In the order of `statements`; as they are kept, so `reversed` from the screen. All five are replaced. */
    values: z.tuple([value, value, value, value, value]),
    share: z.boolean(),
  }),
]);

/** The input of `workload.own`: made by `evenRequest`, refused at any other length. */
export const ownInput = z
  .strictObject({ ask, padding: z.string().regex(/^\.*$/).max(requestLength) })
  .refine((input) => JSON.stringify(input).length === requestLength);
