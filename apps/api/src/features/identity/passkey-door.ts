import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { FastifyInstance } from 'fastify';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { holdAccount } from '@roer/db/provider-people';
import { noteFailure } from '@roer/db/sign-ins';
import { dateAt } from '@roer/domain/dates';
import type { PasskeyPlace } from '@roer/domain/identity/passkey';
import { passkeyAnswer } from '@roer/domain/identity/passkey-schema';
import type { PasskeyAnswer } from '@roer/domain/identity/passkey-schema';
import type { Platform } from '../../platform/dependencies.ts';
import { limitSignIn, within } from '../../platform/rate-limit.ts';
import { readCookie } from './browser-cookie.ts';
import { challengeLifetime, newChallenge, takeChallenge } from './passkey-challenges.ts';
import { findPasskey, usePasskey } from './passkey-table.ts';
import type { KnownPasskey } from './passkey-table.ts';
import { handleOf, placeOfPasskeys } from './passkeys.ts';

/** `passkeyUnknown`: there is no such passkey, or no longer; `passkeyRefused`: it came too late or is not what was asked for. */
type Refusal = 'passkeyUnknown' | 'passkeyRefused';

/** Serves signing in by a passkey at /api/auth/passkey (rules I26, I27): what the device has to sign, and the session for what it signed. */
export const servePasskeys = (
  app: FastifyInstance,
  { platform, secureCookies }: { platform: Platform; secureCookies: boolean },
): void => {
  const tryCookie = `${secureCookies ? '__Secure-' : ''}roer.passkey`;
  const kept = `Path=/api/auth/passkey; Max-Age=${challengeLifetime / 1000}; HttpOnly; SameSite=Strict`;

  app.post('/api/auth/passkey/begin', async (request, reply) => {
    const place = placeOfPasskeys(platform);
    if (!place) return reply.status(404).send({ code: 'notFound', detail: {} });
    if (!(await within(platform, 'passkeyFromPlace', request.ip)))
      return reply.status(429).send({ code: 'tooManyRequests', detail: {} });
    // One for all tries of this browser, so that two windows can sign in at once.
    const browser = readCookie(request, tryCookie) ?? platform.clock.newToken();
    const challenge = await newChallenge(platform, { kind: 'signIn', whose: browser });
    return reply
      .header('set-cookie', `${tryCookie}=${browser}; ${kept}${secureCookies ? '; Secure' : ''}`)
      .send({ challenge, rpId: place.relyingParty, timeout: challengeLifetime, userVerification: 'required' });
  });

  app.post('/api/auth/passkey/sign-in', async (request, reply) => {
    const place = placeOfPasskeys(platform);
    if (!place) return reply.status(404).send({ code: 'notFound', detail: {} });
    const parsed = passkeyAnswer.safeParse(request.body);
    if (!parsed.success) return reply.status(400).send({ code: 'badInput', detail: {} });
    const limit = await limitSignIn(platform, { ip: request.ip, account: `passkey ${parsed.data.id}` });
    if (!limit.allowed) return reply.status(429).send({ code: 'tooManyRequests', detail: {} });
    const came = await comeIn({ platform, place }, parsed.data, readCookie(request, tryCookie) ?? '');
    if ('refused' in came) {
      await noteFailure(platform.identityPool, dateAt(platform.clock.now()));
      return reply.status(401).send({ code: came.refused, detail: {} });
    }
    await limit.forget();
    platform.afterwards.run(platform.accounts.forgetEndedSessions);
    return reply.header('set-cookie', came.cookie).send({ ok: true });
  });
};

/** Opens a session for whose passkey answered. */
const comeIn = async (
  { platform, place }: { platform: Platform; place: PasskeyPlace },
  answer: PasskeyAnswer,
  browser: string,
): Promise<{ cookie: string } | { refused: Refusal }> => {
  const { identityPool: pool, clock } = platform;
  const passkey = await findPasskey(pool, answer.id);
  if (!passkey) return { refused: 'passkeyUnknown' };
  const counter = await newCounter({ passkey, place, answer }, (challenge) =>
    takeChallenge(platform, { kind: 'signIn', whose: browser, challenge }),
  );
  if (counter === null) return { refused: 'passkeyRefused' };
  return inOrganisation(platform.prisma, passkey, async (transaction) => {
    const held = await holdAccount(transaction, passkey.personId);
    if (!held) return { refused: 'passkeyUnknown' };
    // While the account is held: whoever ends it or takes its passkeys away waits for this, and then ends this session too.
    const use = { id: passkey.id, counter, was: passkey.counter, on: dateAt(clock.now()) };
    if (!(await usePasskey(pool, use))) return { refused: 'passkeyRefused' };
    return { cookie: await platform.accounts.openSession(passkey, held) };
  });
};

/**
 * How often the device says that it used the passkey; null when the answer is not to what was asked, by this passkey, on a page of ours, with a finger, a face or a pin,
 * and also when the device counted backwards: then somebody has a copy. What a library says of it may quote it.
 */
const newCounter = async (
  { passkey, place, answer }: { passkey: KnownPasskey; place: PasskeyPlace; answer: PasskeyAnswer },
  expectedChallenge: (challenge: string) => Promise<boolean>,
): Promise<number | null> => {
  const { userHandle, ...response } = answer.response;
  if (userHandle !== handleOf(passkey.userId)) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: place.origin,
      expectedRPID: place.relyingParty,
      credential: { id: answer.id, publicKey: passkey.publicKey, counter: passkey.counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
};
