import {
  acceptLinkInput,
  changePasswordInput,
  demoSignInInput,
  linkInput,
  requestResetInput,
  startOwnInput,
} from '@roer/domain/identity/schema';
import { eraseMeInput, ownAnswersInput, ownRowsInput } from '@roer/domain/identity/my-data-schema';
import { addPasskeyInput, beginPasskeyInput, removePasskeyInput } from '@roer/domain/identity/passkey-schema';
import { publicProcedure, router, signedInProcedure } from '../../platform/trpc.ts';
import { acceptLink, changePassword, requestReset, signOutEverywhere } from './commands.ts';
import type { ForgetAnswers } from './commands.ts';
import { demoSignIn, lookAround, startOwn } from './first-run.ts';
import { firstRun, linkInfo, me } from './queries.ts';
import { confirmation } from './fresh.ts';
import { eraseMe, ownAnswers, ownRows } from './my-data.ts';
import type { EraseOneself } from './my-data.ts';
import { addPasskey, beginPasskey, ownPasskeys, removePasskey } from './passkeys.ts';
import { stored } from './stored.ts';

const done = { done: true } as const;

const firstRunRouter = router({
  state: publicProcedure.query(({ ctx }) => firstRun(ctx)),
  lookAround: publicProcedure.mutation(async ({ ctx }) => {
    await lookAround(ctx);
    return done;
  }),
  startOwn: publicProcedure.input(startOwnInput).mutation(async ({ ctx, input }) => {
    await startOwn(ctx, input);
    return done;
  }),
});

const passkeysRouter = router({
  own: signedInProcedure.query(({ ctx }) => ownPasskeys(ctx)),
  begin: signedInProcedure.input(beginPasskeyInput).mutation(({ ctx, input }) => beginPasskey(ctx, input)),
  add: signedInProcedure.input(addPasskeyInput).mutation(async ({ ctx, input }) => {
    await addPasskey(ctx, input);
    return done;
  }),
  remove: signedInProcedure.input(removePasskeyInput).mutation(async ({ ctx, input }) => {
    await removePasskey(ctx, input);
    return done;
  }),
});

/** What an account may take along of another slice is given: it knows how. */
export const identityRouter = ({
  forgetAnswers,
  eraseOneself,
}: {
  forgetAnswers: ForgetAnswers;
  eraseOneself: EraseOneself;
}) =>
  router({
    me: publicProcedure.query(({ ctx }) => me(ctx)),
    stored: signedInProcedure.query(({ ctx }) => stored(ctx)),
    confirmation: signedInProcedure.query(async ({ ctx }) => ({ how: await confirmation(ctx) })),
    ownRows: signedInProcedure.input(ownRowsInput).query(({ ctx, input }) => ownRows(ctx, input)),
    // Mutations, so that the password travels in the body.
    ownAnswers: signedInProcedure.input(ownAnswersInput).mutation(({ ctx, input }) => ownAnswers(ctx, input)),
    eraseMe: signedInProcedure.input(eraseMeInput).mutation(({ ctx, input }) => eraseMe(ctx, input, eraseOneself)),
    // A mutation, so that the token travels in the body: an address may be logged by a proxy.
    linkInfo: publicProcedure.input(linkInput).mutation(({ ctx, input }) => linkInfo(ctx, input)),
    acceptLink: publicProcedure.input(acceptLinkInput).mutation(async ({ ctx, input }) => {
      await acceptLink(ctx, input, forgetAnswers);
      return done;
    }),
    requestReset: publicProcedure.input(requestResetInput).mutation(async ({ ctx, input }) => {
      await requestReset(ctx, input);
      return done;
    }),
    changePassword: signedInProcedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
      await changePassword(ctx, input);
      return done;
    }),
    signOutEverywhere: signedInProcedure.mutation(async ({ ctx }) => {
      const next = await signOutEverywhere(ctx);
      return { ...done, next };
    }),
    demoSignIn: publicProcedure.input(demoSignInInput).mutation(async ({ ctx, input }) => {
      await demoSignIn(ctx, input);
      return done;
    }),
    firstRun: firstRunRouter,
    passkeys: passkeysRouter,
  });
