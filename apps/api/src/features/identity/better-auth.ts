import { betterAuth } from 'better-auth';
import type { FastifyInstance } from 'fastify';
import { noteFailure } from '@roer/db/sign-ins';
import { dateAt } from '@roer/domain/dates';
import { passwordLimits } from '@roer/domain/identity/password';
import { signInInput } from '@roer/domain/identity/schema';
import type { Platform } from '../../platform/dependencies.ts';
import { traceable } from '../../platform/errors.ts';
import { tokenFromCookies } from '../../platform/session.ts';
import { limitSignIn } from '../../platform/rate-limit.ts';
import { sessionSeconds, signOutHeader } from './session-cookie.ts';
import type { LeaveProvider } from './single-sign-on.ts';

type SignInOptions = {
  platform: Platform;
  secret: string;
  secureCookies: boolean;
  leaveProvider: LeaveProvider;
};
type AuthOptions = Pick<SignInOptions, 'platform' | 'secret' | 'secureCookies'>;

const openBetterAuth = ({ platform, secret, secureCookies }: AuthOptions) =>
  betterAuth({
    appName: 'Roer',
    baseURL: 'http://roer.internal',
    basePath: '/api/auth',
    secret,
    database: platform.identityPool,
    user: {
      modelName: 'User',
      additionalFields: {
        organisationId: { type: 'string', required: true, input: false },
        personId: { type: 'string', required: true, input: false },
      },
    },
    session: { modelName: 'Session', expiresIn: sessionSeconds },
    account: { modelName: 'Account' },
    verification: { modelName: 'Verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLimits.min,
      maxPasswordLength: passwordLimits.max,
    },
    // Counted by platform/rate-limit.ts: by address as well as by place, at the injected clock.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'roer',
      useSecureCookies: secureCookies,
      // app.ts has already refused every other origin, by the host that was really asked.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => platform.clock.newId() },
    },
    // What is unexpected comes to us: it would print the whole error, and a database's message may quote an address.
    onAPIError: { throw: true },
    logger: {
      // Its messages may quote what somebody typed.
      log: (level, _message, ...details: unknown[]) => {
        if (level === 'error') platform.logger.error({ signIn: details.map(traceable) });
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Which device and which address somebody works from is nobody's business.
          before: async (session) => ({
            data: {
              ...session,
              token: platform.clock.newToken(),
              expiresAt: new Date(platform.clock.now() + sessionSeconds * 1000),
              createdAt: new Date(platform.clock.now()),
              ipAddress: null,
              userAgent: null,
            },
          }),
        },
      },
    },
  });

/**
 * Serves signing in and out at /api/auth. better-auth has many more doors; these two are open and nothing else is.
 * Both answer `{ ok: true }` or `{ code, detail }`: a token never reaches a script. Signing out also gives as `next` where a session at the identity
 * provider is ended.
 */
export const serveSignIn = (app: FastifyInstance, options: SignInOptions): void => {
  const { platform, secureCookies, leaveProvider } = options;
  const auth = openBetterAuth(options);
  const signIn = (account: { email: string; password: string }): Promise<Response> =>
    auth.handler(
      new Request('http://roer.internal/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(account),
      }),
    );

  app.post('/api/auth/sign-in/email', async (request, reply) => {
    if (!platform.doors.passwords) return reply.status(412).send({ code: 'passwordsOff', detail: {} });
    const parsed = signInInput.safeParse(request.body);
    if (!parsed.success) return reply.status(400).send({ code: 'badInput', detail: {} });
    const { email, password } = parsed.data;
    const limit = await limitSignIn(platform, { ip: request.ip, account: email });
    if (!limit.allowed) return reply.status(429).send({ code: 'tooManyRequests', detail: {} });
    const answer = await signIn({ email, password });
    if (answer.status >= 500) return reply.status(500).send({ code: 'unexpected', detail: {} });
    // An unknown address, a wrong password and one that is too long look alike.
    if (!answer.ok) {
      await noteFailure(platform.identityPool, dateAt(platform.clock.now()));
      return reply.status(401).send({ code: 'wrongPassword', detail: {} });
    }
    await limit.forget();
    platform.afterwards.run(platform.accounts.forgetEndedSessions);
    return reply.header('set-cookie', answer.headers.getSetCookie()).send({ ok: true });
  });

  app.post('/api/auth/sign-out', async (request, reply) => {
    // Not by better-auth, which leaves a session whose cookie it would not have signed so: we read it by its token alone.
    const token = tokenFromCookies(request.headers.cookie);
    const next = await leaveProvider(request);
    if (token !== null) await platform.accounts.endSession(token);
    return reply
      .header('set-cookie', signOutHeader({ secure: secureCookies }))
      .send({ ok: true, ...(next === null ? {} : { next }) });
  });
};
