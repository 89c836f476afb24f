import type { Pool } from '@roer/db/pool';
import type { LocalDate } from '@roer/domain/dates';
import { mostPasskeys } from '@roer/domain/identity/passkey';
import type { PersonKey } from '../../platform/accounts.ts';

/** A passkey as its owner sees it. */
export type OwnPasskey = { id: string; name: string; createdOn: LocalDate; usedOn: LocalDate | null };

/** What signing in by a passkey needs: whose it is, and the key with which an answer is checked. */
export type KnownPasskey = PersonKey & {
  id: string;
  userId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
};

/** Somebody's passkeys, the oldest first. `pool` is here and below that of roer_identity. */
export const readPasskeys = async (pool: Pool, person: PersonKey): Promise<OwnPasskey[]> => {
  const result = await pool.query<OwnPasskey>(
    `SELECT k."id", k."name", k."createdOn"::text AS "createdOn", k."usedOn"::text AS "usedOn"
     FROM "Passkey" k JOIN "User" u ON u."id" = k."userId"
     WHERE u."organisationId" = $1 AND u."personId" = $2 ORDER BY k."createdOn", k."id"`,
    [person.organisationId, person.personId],
  );
  return result.rows;
};

/** Who somebody is for their device, and which of their passkeys it need not make again; null without an account. */
export const readOwner = async (
  pool: Pool,
  person: PersonKey,
): Promise<{ userId: string; email: string; credentialIds: string[] } | null> => {
  const result = await pool.query<{ userId: string; email: string; credentialIds: string[] }>(
    `SELECT u."id" AS "userId", u."email",
       array(SELECT k."credentialId" FROM "Passkey" k WHERE k."userId" = u."id" ORDER BY k."id") AS "credentialIds"
     FROM "User" u WHERE u."organisationId" = $1 AND u."personId" = $2`,
    [person.organisationId, person.personId],
  );
  return result.rows[0] ?? null;
};

/**
 * Adds a passkey to the account of a session that is still open and has a password; tells whether it did, which it does not when somebody has it. The account is held meanwhile, so that
 * whoever chooses a new password by a link waits, and then takes this passkey away too.
 */
export const insertPasskey = async (
  pool: Pool,
  passkey: {
    id: string;
    sessionId: string;
    credentialId: string;
    publicKey: Uint8Array;
    counter: number;
    name: string;
    createdOn: LocalDate;
  },
): Promise<boolean> => {
  const result = await pool.query(
    `WITH account AS (
       SELECT u."id" FROM "User" u JOIN "Session" s ON s."userId" = u."id" AND s."id" = $2
         JOIN "Account" a ON a."userId" = u."id" AND a."password" IS NOT NULL
       FOR UPDATE OF u)
     INSERT INTO "Passkey" ("id", "userId", "credentialId", "publicKey", "counter", "name", "createdOn")
     SELECT $1, account."id", $3, $4, $5, $6, $7 FROM account
     WHERE (SELECT count(*) FROM "Passkey" k WHERE k."userId" = account."id") < ${mostPasskeys}
     ON CONFLICT ("credentialId") DO NOTHING`,
    [
      passkey.id,
      passkey.sessionId,
      passkey.credentialId,
      Buffer.from(passkey.publicKey),
      passkey.counter,
      passkey.name,
      passkey.createdOn,
    ],
  );
  return result.rowCount === 1;
};

/** Takes one of somebody's own passkeys away; tells whether it was there. */
export const deletePasskey = async (pool: Pool, { organisationId, personId, id }: PersonKey & { id: string }) => {
  const result = await pool.query(
    `DELETE FROM "Passkey" k USING "User" u
     WHERE u."id" = k."userId" AND u."organisationId" = $1 AND u."personId" = $2 AND k."id" = $3`,
    [organisationId, personId, id],
  );
  return result.rowCount === 1;
};

/** Whose passkey this is; null for one that is not there, or whose account has no password any more. */
export const findPasskey = async (pool: Pool, credentialId: string): Promise<KnownPasskey | null> => {
  const result = await pool.query<KnownPasskey>(
    `SELECT k."id", k."userId", k."publicKey", k."counter"::double precision AS "counter", u."organisationId", u."personId"
     FROM "Passkey" k JOIN "User" u ON u."id" = k."userId"
     WHERE k."credentialId" = $1
       AND EXISTS (SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."password" IS NOT NULL)`,
    [credentialId],
  );
  const [row] = result.rows;
  return row ? { ...row, publicKey: new Uint8Array(row.publicKey) } : null;
};

/** Notes that a passkey was used; tells whether it is still there and nobody used it in the same moment. */
export const usePasskey = async (
  pool: Pool,
  { id, counter, was, on }: { id: string; counter: number; was: number; on: LocalDate },
): Promise<boolean> => {
  const result = await pool.query(
    'UPDATE "Passkey" SET "counter" = $2, "usedOn" = $4 WHERE "id" = $1 AND "counter" = $3',
    [id, counter, was, on],
  );
  return result.rowCount === 1;
};
