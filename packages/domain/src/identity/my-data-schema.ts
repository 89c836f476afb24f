import { z } from 'zod';
import { id } from '../responsibilities/schema.ts';
import { typedPassword } from './schema.ts';
import { storedKindNames } from './stored.ts';

/** The password of who asks, typed again; null where there is none, and a sign-in of a moment ago counts (rule MD3). */
const again = z.object({ password: typedPassword.nullable() });

/** One kind, a page at a time: the rows from number `from` on. */
export const ownRowsInput = z.object({ kind: z.enum(storedKindNames), from: z.int().min(0).max(10_000_000) });
export const ownAnswersInput = again;
export const eraseMeInput = again.extend({ commandId: id<'command'>() });
