import { createHash } from 'node:crypto';
import { DomainError } from '@roer/domain/errors';
import type { Platform } from './dependencies.ts';
import type { Context } from './trpc.ts';

/** How often something may be tried within a window of milliseconds. */
type Rule = { name: string; max: number; window: number };

const minute = 60_000;
/** A whole office shares one address of the network, so a place may try often and one person from one place seldom. */
const rules = {
  signInFromPlace: { name: 'sign-in place', max: 120, window: 5 * minute },
  signInAsPersonFromPlace: { name: 'sign-in person place', max: 10, window: 15 * minute },
  /** Stops guessing from many places at once; high, so that a stranger does not easily keep somebody out. */
  signInAsPerson: { name: 'sign-in person', max: 100, window: 15 * minute },
  resetFromPlace: { name: 'reset place', max: 30, window: 15 * minute },
  resetOfPerson: { name: 'reset person', max: 3, window: 15 * minute },
  providerFromPlace: { name: 'provider place', max: 300, window: 5 * minute },
  passkeyFromPlace: { name: 'passkey place', max: 300, window: 5 * minute },
  linkFromPlace: { name: 'link place', max: 60, window: 5 * minute },
  passwordOfPerson: { name: 'password person', max: 10, window: 15 * minute },
  /** A page that somebody published behind a link; whoever has the link may look again and again. */
  contributionFromPlace: { name: 'contribution place', max: 120, window: 5 * minute },
  firstRunFromPlace: { name: 'first run place', max: 60, window: 5 * minute },
} satisfies Record<string, Rule>;

/** Counts one try; tells whether it is still within the rule. Safe against tries at the same moment. */
const count = async (platform: Platform, rule: Rule, who: string): Promise<{ allowed: boolean; key: string }> => {
  const now = platform.clock.now();
  // A hash, because the table must not tell who tried to sign in.
  const key = createHash('sha256').update(`${rule.name} ${who.toLowerCase()}`).digest('base64url');
  const result = await platform.identityPool.query<{ count: number }>(
    `INSERT INTO "RateLimit" ("id", "key", "count", "lastRequest") VALUES ($1, $2, 1, $3)
     ON CONFLICT ("key") DO UPDATE SET
       "count" = CASE WHEN "RateLimit"."lastRequest" <= $4 THEN 1 ELSE least("RateLimit"."count" + 1, 1000000) END,
       "lastRequest" = CASE WHEN "RateLimit"."lastRequest" <= $4 THEN $3 ELSE "RateLimit"."lastRequest" END
     RETURNING "count"`,
    [platform.clock.newId(), key, now, now - rule.window],
  );
  const tries = result.rows[0]?.count ?? 1;
  if (tries === 1) {
    await platform.identityPool.query('DELETE FROM "RateLimit" WHERE "lastRequest" < $1', [now - 60 * minute]);
  }
  return { allowed: tries <= rule.max, key };
};

/** Counts a try to sign in, by the address of mail or the passkey. `forget` is for one that succeeded: it no longer counts against the person. */
export const limitSignIn = async (
  platform: Platform,
  { ip, account }: { ip: string; account: string },
): Promise<{ allowed: boolean; forget: () => Promise<void> }> => {
  const place = await count(platform, rules.signInFromPlace, ip);
  const personFromPlace = await count(platform, rules.signInAsPersonFromPlace, `${ip} ${account}`);
  const person = await count(platform, rules.signInAsPerson, account);
  return {
    allowed: place.allowed && personFromPlace.allowed && person.allowed,
    forget: async () => {
      await platform.identityPool.query('DELETE FROM "RateLimit" WHERE "key" = ANY ($1)', [
        [personFromPlace.key, person.key],
      ]);
    },
  };
};

type OpenRule = Exclude<keyof typeof rules, `signIn${string}`>;

/** Whether one more try of this kind is allowed for `who` (an address of the network, of mail, or a person). */
export const within = async (platform: Platform, rule: OpenRule, who: string): Promise<boolean> =>
  (await count(platform, rules[rule], who)).allowed;

/** Throws `tooManyRequests` when it is not. */
export const demandWithin = async ({ platform }: Context, rule: OpenRule, who: string): Promise<void> => {
  if (!(await within(platform, rule, who))) throw new DomainError('tooManyRequests');
};
