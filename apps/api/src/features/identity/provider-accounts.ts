import type { Pool } from '@roer/db/pool';
import { inTransaction } from '@roer/db/pool-transaction';
import type { PersonId } from '@roer/domain/ids';
import type { Live } from '../../live/live.ts';
import type { PersonKey } from '../../platform/accounts.ts';
import type { Clock } from '../../platform/dependencies.ts';
import { hashToken } from '../../platform/session.ts';
import type { LoggedOut } from './provider.ts';
import { signInHeader } from './session-cookie.ts';
import type { CookieSettings } from './session-cookie.ts';
import { openUserOf, withTakenAddress } from './users.ts';

/** Accounts of one identity provider, which the issuer's name and the subject tell apart, and the sessions that it opened. */
export type ProviderAccounts = {
  /** Whom a subject signs in; null for nobody. */
  find: (subject: string) => Promise<PersonKey | null>;
  /** The subject that signs somebody in; null for none. */
  subjectOf: (person: PersonKey) => Promise<string | null>;
  /** From now on the subject signs this person in. Throws `emailTaken`. */
  link: (person: PersonKey, account: { email: string; subject: string }) => Promise<void>;
  /** Nobody else holds a key to the account any more: its password and passkeys go, and its sessions end. */
  takeOver: (person: PersonKey) => Promise<void>;
  /** Opens a session that ends after so many hours, whatever is done in it. Gives the Set-Cookie header. */
  openSession: (
    person: PersonKey,
    opened: { email: string; hours: number; idToken: string; sid: string | null },
  ) => Promise<string>;
  /** The provider's own token of a session, by which it is ended there; null for a session that it did not open. */
  idTokenOf: (token: string) => Promise<string | null>;
  /** Ends the sessions here that ended at the provider, and closes their sockets. */
  endSessions: (whose: LoggedOut) => Promise<void>;
};

export const openProviderAccounts = (
  issuer: string,
  dependencies: { clock: Clock; identityPool: Pool; live: Live; cookies: CookieSettings },
): ProviderAccounts => {
  const { clock, identityPool: pool, live, cookies } = dependencies;
  const endSockets = (ended: readonly { token: string }[]): void => {
    for (const { token } of ended) live.endSession({ tokenHash: hashToken(token) });
  };
  return {
    find: async (subject) => {
      const result = await pool.query<PersonKey>(
        `SELECT u."organisationId", u."personId" FROM "User" u JOIN "Account" a ON a."userId" = u."id"
         WHERE a."providerId" = $1 AND a."accountId" = $2`,
        [issuer, subject],
      );
      return result.rows[0] ?? null;
    },
    subjectOf: async (person) => {
      const result = await pool.query<{ accountId: string }>(
        `SELECT a."accountId" FROM "User" u JOIN "Account" a ON a."userId" = u."id"
         WHERE u."organisationId" = $1 AND u."personId" = $2 AND a."providerId" = $3`,
        [person.organisationId, person.personId, issuer],
      );
      return result.rows[0]?.accountId ?? null;
    },
    link: (person, { email, subject }) =>
      withTakenAddress(() =>
        inTransaction(pool, async (client) => {
          const userId = await openUserOf({ client, clock }, { ...person, email });
          await client.query(
            `INSERT INTO "Account" ("id", "accountId", "providerId", "userId", "createdAt", "updatedAt")
             VALUES ($1, $2, $3, $4, $5, $5)`,
            [clock.newId(), subject, issuer, userId, new Date(clock.now())],
          );
        }),
      ),
    takeOver: async ({ organisationId, personId }) => {
      const ended = await inTransaction(pool, async (client) => {
        await client.query(
          `DELETE FROM "Account" a USING "User" u WHERE u."id" = a."userId"
             AND u."organisationId" = $1 AND u."personId" = $2 AND a."password" IS NOT NULL`,
          [organisationId, personId],
        );
        await client.query(
          `DELETE FROM "Passkey" k USING "User" u
           WHERE u."id" = k."userId" AND u."organisationId" = $1 AND u."personId" = $2`,
          [organisationId, personId],
        );
        return client.query<{ token: string }>(
          `DELETE FROM "Session" s USING "User" u
           WHERE u."id" = s."userId" AND u."organisationId" = $1 AND u."personId" = $2 RETURNING s."token"`,
          [organisationId, personId],
        );
      });
      endSockets(ended.rows);
    },
    openSession: (person, { email, hours, idToken, sid }) =>
      withTakenAddress(async () => {
        const token = clock.newToken();
        const now = clock.now();
        await inTransaction(pool, async (client) => {
          const userId = await openUserOf({ client, clock }, { ...person, email });
          const id = clock.newId();
          await client.query(
            `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt")
             VALUES ($1, $2, $3, $4, $5, $5)`,
            [id, token, userId, new Date(now + hours * 3_600_000), new Date(now)],
          );
          await client.query(
            'INSERT INTO "ProviderSession" ("sessionId", "providerSid", "idToken") VALUES ($1, $2, $3)',
            [id, sid, idToken],
          );
        });
        return signInHeader(token, cookies);
      }),
    idTokenOf: async (token) => {
      const result = await pool.query<{ idToken: string }>(
        `SELECT p."idToken" FROM "ProviderSession" p JOIN "Session" s ON s."id" = p."sessionId"
         WHERE hash_of_token(s."token") = $1`,
        [hashToken(token)],
      );
      return result.rows[0]?.idToken ?? null;
    },
    endSessions: async ({ subject, sid }) => {
      const ended = await pool.query<{ token: string; personId: PersonId }>(
        `DELETE FROM "Session" s USING "ProviderSession" p, "Account" a
         WHERE p."sessionId" = s."id" AND a."userId" = s."userId" AND a."providerId" = $1
           AND ($2::text IS NULL OR a."accountId" = $2) AND ($3::text IS NULL OR p."providerSid" = $3)
         RETURNING s."token"`,
        [issuer, subject, sid],
      );
      endSockets(ended.rows);
    },
  };
};
