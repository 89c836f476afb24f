import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { Pool, PoolClient } from './pool.ts';

/** Somebody who signed in; `at` in epoch milliseconds, to the minute. `name` is null for who was erased. */
export type SignInRecord = { personId: PersonId; name: string | null; at: number };

/** Counts a sign-in that did not work, by day: not for whom. `pool` is that of roer_identity. */
export const noteFailure = async (pool: Pool, day: LocalDate): Promise<void> => {
  await pool.query(
    `INSERT INTO "SignInFailure" ("day", "count") VALUES ($1, 1)
     ON CONFLICT ("day") DO UPDATE SET "count" = least("SignInFailure"."count" + 1, 1000000000)`,
    [day],
  );
};

/** On which days since `since` signing in did not work, and how often, the latest first. `pool` as above. */
export const readFailures = async (pool: Pool, since: LocalDate): Promise<{ day: LocalDate; count: number }[]> => {
  const result = await pool.query<{ day: LocalDate; count: number }>(
    `SELECT "day"::text AS "day", "count" FROM "SignInFailure" WHERE "day" >= $1 ORDER BY "day" DESC`,
    [since],
  );
  return result.rows;
};

export const removeFailures = async (pool: Pool, before: LocalDate): Promise<void> => {
  await pool.query('DELETE FROM "SignInFailure" WHERE "day" < $1', [before]);
};

type SignInRequest = {
  personId: PersonId | null;
  day: LocalDate | null;
  /** Those after this one in the list. */
  before: { at: number; personId: PersonId } | null;
  limit: number;
};

/** Who signed in, the latest first. */
export const readSignIns = async (client: PoolClient, request: SignInRequest): Promise<SignInRecord[]> => {
  const { personId, day, before, limit } = request;
  const result = await client.query<SignInRecord>({
    name: 'sign-ins',
    text: `SELECT s."personId", CASE WHEN p."erasedAt" IS NULL THEN p."name" END AS "name",
        (extract(epoch FROM s."at") * 1000)::double precision AS "at"
      FROM "SignIn" s JOIN "Person" p ON p."organisationId" = s."organisationId" AND p."id" = s."personId"
      WHERE ($1::uuid IS NULL OR s."personId" = $1)
        AND ($2::date IS NULL OR (s."at" >= $2::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
          AND s."at" < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'))
        AND ($3::double precision IS NULL OR (s."at", s."personId") < (to_timestamp($3::double precision / 1000), $4::uuid))
      ORDER BY s."at" DESC, s."personId" DESC LIMIT $5`,
    values: [personId, day, before?.at ?? null, before?.personId ?? null, limit],
  });
  return result.rows;
};
