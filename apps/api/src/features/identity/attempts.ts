import type { Pool } from '@roer/db/pool';
import type { Clock } from '../../platform/dependencies.ts';
import { hashToken } from '../../platform/session.ts';
import type { Attempt } from './provider.ts';

/** A try to sign in by the identity provider, as it is kept until the browser comes back. */
export type KeptAttempt = Attempt & { returnTo: string };

/** Milliseconds in which somebody signs in at the provider, with a second factor and a forgotten password. */
const lifetime = 30 * 60_000;

const identifierOf = (state: string): string => `sso ${hashToken(state)}`;

/** Keeps a try, so that it comes back once, to the browser that began it. */
export const keepAttempt = async (
  { clock, identityPool }: { clock: Clock; identityPool: Pool },
  { browser, ...attempt }: KeptAttempt & { browser: string },
): Promise<void> => {
  const now = new Date(clock.now());
  await identityPool.query('DELETE FROM "Verification" WHERE "expiresAt" <= $1', [now]);
  const { state, ...value } = attempt;
  await identityPool.query(
    `INSERT INTO "Verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [
      clock.newId(),
      identifierOf(state),
      JSON.stringify({ ...value, browser: hashToken(browser) }),
      new Date(now.getTime() + lifetime),
      now,
    ],
  );
};

/** The try with this state, which is then over; null when there is none, or when another browser began it. */
export const takeAttempt = async (
  { clock, identityPool }: { clock: Clock; identityPool: Pool },
  { state, browser }: { state: string; browser: string },
): Promise<KeptAttempt | null> => {
  const result = await identityPool.query<{ value: string }>(
    'DELETE FROM "Verification" WHERE "identifier" = $1 AND "expiresAt" > $2 RETURNING "value"',
    [identifierOf(state), new Date(clock.now())],
  );
  const [row] = result.rows;
  if (!row) return null;
  // As it was kept.
  const { browser: whose, ...attempt } = JSON.parse(row.value) as Omit<KeptAttempt, 'state'> & { browser: string };
  return whose === hashToken(browser) ? { ...attempt, state } : null;
};
