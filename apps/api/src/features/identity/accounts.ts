import { dayInMilliseconds } from '@roer/domain/dates';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Pool, PoolClient } from '@roer/db/pool';
import { inTransaction } from '@roer/db/pool-transaction';
import { DomainError } from '@roer/domain/errors';
import type { PersonId } from '@roer/domain/ids';
import type { Live } from '../../live/live.ts';
import type { Accounts, PersonKey } from '../../platform/accounts.ts';
import type { Clock } from '../../platform/dependencies.ts';
import { hashToken } from '../../platform/session.ts';
import type { Doors } from '../../platform/single-sign-on.ts';
import { openUserOf, withTakenAddress } from './users.ts';
import { sessionSeconds, signInHeader, signOutHeader } from './session-cookie.ts';
import type { CookieSettings } from './session-cookie.ts';

const passwordsOnly: Doors = { passwords: true, provider: null };
/** better-auth's name for an account with a password. */
const credential = 'credential';

/** Keeps accounts and sessions in better-auth's tables, as roer_identity. */
export const openAccounts = (dependencies: {
  clock: Clock;
  identityPool: Pool;
  live: Live;
  cookies: CookieSettings;
  doors?: Doors;
}): Accounts => {
  const { clock, identityPool: pool, live, cookies, doors = passwordsOnly } = dependencies;
  const sessionEnd = (): Date => new Date(clock.now() + sessionSeconds * 1000);
  const endSockets = (ended: readonly { token: string }[]): void => {
    for (const { token } of ended) live.endSession({ tokenHash: hashToken(token) });
  };

  const openUser = (client: PoolClient, person: PersonKey, email: string): Promise<string> =>
    openUserOf({ client, clock }, { ...person, email });

  return {
    hashPassword,
    isPassword: async (person, password) => {
      const result = await pool.query<{ password: string | null }>(
        `SELECT a."password" FROM "Account" a JOIN "User" u ON u."id" = a."userId"
         WHERE u."organisationId" = $1 AND u."personId" = $2 AND a."providerId" = $3`,
        [person.organisationId, person.personId, credential],
      );
      const hash = result.rows[0]?.password;
      if (hash) return verifyPassword({ hash, password });
      await hashPassword(password);
      return false;
    },
    setPassword: (person, { email, passwordHash, keepSession }) =>
      withTakenAddress(async () => {
        const ended = await inTransaction(pool, async (client) => {
          if (keepSession !== undefined) await holdSession(client, keepSession);
          const userId = await openUser(client, person, email);
          await client.query(
            `INSERT INTO "Account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
             VALUES ($1, $2::text, $3, $2::uuid, $4, $5, $5)
             ON CONFLICT ("providerId", "accountId") DO UPDATE SET "password" = excluded."password", "updatedAt" = excluded."updatedAt"`,
            [clock.newId(), userId, credential, passwordHash, new Date(clock.now())],
          );
          // By a link, because somebody lost their device or fears that another person came in: then no earlier key opens it any more.
          if (keepSession === undefined) await client.query('DELETE FROM "Passkey" WHERE "userId" = $1', [userId]);
          return client.query<{ token: string }>(
            'DELETE FROM "Session" WHERE "userId" = $1 AND "id" IS DISTINCT FROM $2::uuid RETURNING "token"',
            [userId, keepSession ?? null],
          );
        });
        endSockets(ended.rows);
      }),
    openSession: (person, { email }) =>
      withTakenAddress(async () => {
        const token = clock.newToken();
        const now = new Date(clock.now());
        await inTransaction(pool, async (client) => {
          const userId = await openUser(client, person, email);
          await client.query(
            `INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt")
             VALUES ($1, $2, $3, $4, $5, $5)`,
            [clock.newId(), token, userId, sessionEnd(), now],
          );
        });
        return signInHeader(token, cookies);
      }),
    prolongSession: async (sessionId) => {
      const due = new Date(sessionEnd().getTime() - dayInMilliseconds);
      const result = await pool.query<{ token: string }>(
        `UPDATE "Session" SET "expiresAt" = $2, "updatedAt" = $3 WHERE "id" = $1 AND "expiresAt" < $4
           AND NOT EXISTS (SELECT 1 FROM "ProviderSession" WHERE "sessionId" = $1) RETURNING "token"`,
        [sessionId, sessionEnd(), new Date(clock.now()), due],
      );
      const [row] = result.rows;
      return row ? signInHeader(row.token, cookies) : null;
    },
    openedAt: async (sessionId) => {
      const result = await pool.query<{ createdAt: Date }>('SELECT "createdAt" FROM "Session" WHERE "id" = $1', [
        sessionId,
      ]);
      return result.rows[0]?.createdAt.getTime() ?? 0;
    },
    endSession: async (token) => {
      // By its hash: what stands in a cookie need not be text that a database takes.
      await pool.query('DELETE FROM "Session" WHERE hash_of_token("token") = $1', [hashToken(token)]);
      endSockets([{ token }]);
    },
    endSessions: async (person) => {
      const ended = await pool.query<{ token: string }>(
        `DELETE FROM "Session" s USING "User" u
         WHERE u."id" = s."userId" AND u."organisationId" = $1 AND u."personId" = $2 RETURNING s."token"`,
        [person.organisationId, person.personId],
      );
      endSockets(ended.rows);
      return signOutHeader(cookies);
    },
    emailOf: async (person) => {
      const result = await pool.query<{ email: string }>(
        'SELECT "email" FROM "User" WHERE "organisationId" = $1 AND "personId" = $2',
        [person.organisationId, person.personId],
      );
      return result.rows[0]?.email ?? null;
    },
    findByEmail: async (email) => {
      const result = await pool.query<PersonKey>(
        `SELECT u."organisationId", u."personId" FROM "User" u JOIN "Account" a ON a."userId" = u."id"
         WHERE u."email" = $1 AND a."password" IS NOT NULL`,
        [email.toLowerCase()],
      );
      return result.rows[0] ?? null;
    },
    changeEmail: (person, email) =>
      withTakenAddress(async () => {
        await pool.query(
          'UPDATE "User" SET "email" = $3, "updatedAt" = $4 WHERE "organisationId" = $1 AND "personId" = $2',
          [person.organisationId, person.personId, email.toLowerCase(), new Date(clock.now())],
        );
      }),
    remove: async (person) => {
      await pool.query('DELETE FROM "User" WHERE "organisationId" = $1 AND "personId" = $2', [
        person.organisationId,
        person.personId,
      ]);
      live.endSession({ personId: person.personId });
    },
    removeAllExcept: async (organisationIds) => {
      const gone = await pool.query<{ personId: PersonId }>(
        'DELETE FROM "User" WHERE NOT ("organisationId" = ANY ($1::uuid[])) RETURNING "personId"',
        [organisationIds],
      );
      for (const { personId } of gone.rows) live.endSession({ personId });
    },
    forgetEndedSessions: async () => {
      await pool.query('DELETE FROM "Session" WHERE "expiresAt" <= $1', [new Date(clock.now())]);
    },
    canSignIn: async (organisationId) => {
      const result = await pool.query<{ personId: PersonId }>(
        `SELECT u."personId" FROM "User" u JOIN "Account" a ON a."userId" = u."id"
         WHERE u."organisationId" = $1 AND (a."providerId" = $2 OR ($3 AND a."password" IS NOT NULL))`,
        [organisationId, doors.provider?.issuer ?? null, doors.passwords],
      );
      return new Set(result.rows.map((row) => row.personId));
    },
    withPassword: async (organisationId) => {
      if (!doors.passwords) return new Set();
      const result = await pool.query<{ personId: PersonId }>(
        `SELECT u."personId" FROM "User" u JOIN "Account" a ON a."userId" = u."id"
         WHERE u."organisationId" = $1 AND a."password" IS NOT NULL`,
        [organisationId],
      );
      return new Set(result.rows.map((row) => row.personId));
    },
  };
};

/** Keeps a session, and so its account, until the transaction ends. Throws `notFound` when it was ended meanwhile. */
const holdSession = async (client: PoolClient, id: string): Promise<void> => {
  const held = await client.query('SELECT 1 FROM "Session" WHERE "id" = $1 FOR UPDATE', [id]);
  if (held.rows.length === 0) throw new DomainError('notFound');
};
