import { initTRPC, TRPCError } from '@trpc/server';
import type { Actor } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { Platform } from './dependencies.ts';
import { asTrpcError, forClient, traceable } from './errors.ts';
import type { Session } from './session.ts';
import { isStorable } from './storable-text.ts';

/** What a request brings: who asks (null for a stranger), from where, and the platform. */
export type Context = {
  platform: Platform;
  session: Session | null;
  now: number;
  /** The address it comes from: for rate limits only, kept nowhere else. */
  ip: string;
  /** Adds a Set-Cookie header to the answer. */
  setCookie: (header: string) => void;
  /** Where this browser's session at the identity provider is ended; null when there is none. */
  leaveProvider: () => Promise<string | null>;
};

/** `unnamedInLog`: that somebody used it is not for a log, not even when it fails (rule P11). */
type Meta = { unnamedInLog?: boolean };

const trpc = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      // tRPC's own message may quote the input; the browser makes its sentence of the code.
      message: forClient(error).code,
      data: { httpStatus: shape.data.httpStatus, ...forClient(error) },
    }),
  });

const withDomainErrors = trpc.middleware(async ({ next, ctx, path, meta }) => {
  const result = await next();
  if (result.ok) return result;
  const error = asTrpcError(result.error);
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const { at, ...known } = traceable(error.cause);
    ctx.platform.logger.error(meta?.unnamedInLog ? { error: known } : { procedure: path, error: { ...known, at } });
  }
  throw error;
});

export const router = trpc.router;

/** Refuses text that no database can keep, here so that no procedure can forget it. */
const withStorableText = trpc.middleware(async ({ next, getRawInput }) => {
  if (!isStorable(await getRawInput())) throw new DomainError('badInput');
  return next();
});

/** Anybody, also without signing in. */
export const publicProcedure = trpc.procedure.use(withDomainErrors).use(withStorableText);

/** Somebody who signed in. */
export const signedInProcedure = publicProcedure.use(async ({ next, ctx }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const actor: Actor = ctx.session.actor;
  return next({ ctx: { session: ctx.session, actor } });
});

export type SignedInContext = Context & { session: Session; actor: Actor };
