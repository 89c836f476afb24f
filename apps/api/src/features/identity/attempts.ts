import type { Pool } from '@roer/db/pool';
import type { Clock } from '../../platform/dependencies.ts';
import { hashToken } from '../../platform/session.ts';
import type { Attempt } from './provider.ts';
import { keepOnce, takeOnce } from './verification.ts';

/** A try to sign in by the identity provider, as it is kept until the browser comes back. */
export type KeptAttempt = Attempt & { returnTo: string };

/** Milliseconds in which somebody signs in at the provider, with a second factor and a forgotten password. */
const lifetime = 30 * 60_000;

const identifierOf = (state: string): string => `sso ${hashToken(state)}`;

/** Keeps a try, so that it comes back once, to the browser that began it. */
export const keepAttempt = async (
  keeping: { clock: Clock; identityPool: Pool },
  { browser, state, ...attempt }: KeptAttempt & { browser: string },
): Promise<void> =>
  keepOnce(keeping, {
    identifier: identifierOf(state),
    value: { ...attempt, browser: hashToken(browser) },
    lifetime,
  });

/** The try with this state, which is then over; null when there is none, or when another browser began it. */
export const takeAttempt = async (
  keeping: { clock: Clock; identityPool: Pool },
  { state, browser }: { state: string; browser: string },
): Promise<KeptAttempt | null> => {
  // As it was kept.
  const kept = (await takeOnce(keeping, identifierOf(state))) as
    | (Omit<KeptAttempt, 'state'> & { browser: string })
    | null;
  if (!kept) return null;
  const { browser: whose, ...attempt } = kept;
  return whose === hashToken(browser) ? { ...attempt, state } : null;
};
