import type { Pool } from '@roer/db/pool';
import type { Clock } from '../../platform/dependencies.ts';
import { hashToken } from '../../platform/session.ts';
import { keepOnce, takeOnce } from './verification.ts';

/** Milliseconds in which somebody looks for their telephone and touches it. */
export const challengeLifetime = 5 * 60_000;

/** `add`: whose is a session's; `signIn`: whose is a browser's, by its cookie. */
type Asked = { kind: 'add' | 'signIn'; whose: string };

const identifierOf = (kind: Asked['kind'], challenge: string): string => `passkey ${kind} ${hashToken(challenge)}`;

/** Makes what a device has to sign: once, within five minutes, for whoever asked (rule I27). base64url. */
export const newChallenge = async (
  keeping: { clock: Clock; identityPool: Pool },
  { kind, whose }: Asked,
): Promise<string> => {
  const challenge = keeping.clock.newToken();
  await keepOnce(keeping, {
    identifier: identifierOf(kind, challenge),
    value: { whose: hashToken(whose) },
    lifetime: challengeLifetime,
  });
  return challenge;
};

/** Whether it was made for them and is still open. It is over from now on, also when it was not theirs. */
export const takeChallenge = async (
  keeping: { clock: Clock; identityPool: Pool },
  { kind, whose, challenge }: Asked & { challenge: string },
): Promise<boolean> => {
  // As it was kept.
  const kept = (await takeOnce(keeping, identifierOf(kind, challenge))) as { whose: string } | null;
  return kept?.whose === hashToken(whose);
};
