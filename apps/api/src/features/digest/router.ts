import { z } from 'zod';
import { DomainError } from '@roer/domain/errors';
import { publicProcedure, router, signedInProcedure } from '../../platform/trpc.ts';
import { chooseDigest, endDigest } from './commands.ts';
import { digestState } from './queries.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

const done = { done: true } as const;

export const digestRouter = router({
  state: signedInProcedure.query(({ ctx }) => digestState(ctx)),
  choose: signedInProcedure
    .input(z.object({ language: z.enum(['nl', 'en']).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await chooseDigest(ctx, input);
      return done;
    }),
  // Of the page behind the link in the mail; looking at a link ends nothing, because programs look at links too.
  unsubscribe: publicProcedure.input(z.object({ token: z.string().max(200) })).mutation(async ({ ctx, input }) => {
    const person = readUnsubscribeToken(ctx.platform.unsubscribeKey, input.token);
    if (!person) throw new DomainError('linkExpired');
    await endDigest(ctx.platform, person);
    return done;
  }),
});
