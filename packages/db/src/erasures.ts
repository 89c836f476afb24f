import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { PoolClient } from './pool.ts';
import type { Transaction } from './organisation-transaction.ts';
import { removeGroupGrants } from './provider-people.ts';

/**
 * The teams whose feeds may name somebody: those they are or were in, those that asked them something, and those whose changes hold their
 * id: after a merger that is all that tells of it. This reads every change of the organisation, and somebody is seldom erased.
 */
export const readTeamsAbout = async (transaction: Transaction, personId: PersonId): Promise<TeamId[]> => {
  const rows = await transaction.$queryRaw<{ teamId: TeamId }[]>`
    SELECT "teamId" FROM "Membership" WHERE "personId" = ${personId}::uuid
    UNION SELECT "teamId" FROM "Obstacle" WHERE ${personId}::uuid IN ("submittedBy", "addressedTo", "answeredBy")
    UNION SELECT c."feedId" FROM "Change" c
      JOIN "Feed" f ON f."organisationId" = c."organisationId" AND f."ownerId" = c."feedId"
      WHERE f."kind" = 'team' AND (c."actorId" = ${personId}::uuid OR c."changes"::text LIKE '%' || ${personId}::text || '%')`;
  return rows.map(({ teamId }) => teamId);
};

/**
 * Removes what is only theirs, their name, and what the feeds of these teams tell of the past, which may hold their words. The last
 * change of each of these feeds stays: it has to be a `reset`. The caller holds the locks on the feeds.
 */
export const erasePerson = async (
  transaction: Transaction,
  { personId, teams, now }: { personId: PersonId; teams: readonly TeamId[]; now: number },
): Promise<void> => {
  await transaction.$executeRaw`
    DELETE FROM "Change" c USING "Feed" f
    WHERE f."organisationId" = c."organisationId" AND f."ownerId" = c."feedId" AND c."seq" < f."seq"
      AND f."ownerId" = ANY (${[...teams]}::uuid[])`;
  await removeGroupGrants(transaction, personId);
  await transaction.$executeRaw`SELECT erase_person(${personId}::uuid, ${new Date(now)})`;
};

/** Those of these people whom this organisation still knows. */
export const readNotErased = async (
  client: PoolClient,
  { organisationId, personIds }: { organisationId: OrganisationId; personIds: readonly PersonId[] },
): Promise<PersonId[]> => {
  const result = await client.query<{ id: PersonId }>(
    `SELECT "id" FROM "Person" WHERE "organisationId" = $1 AND "id" = ANY ($2::uuid[]) AND "erasedAt" IS NULL ORDER BY "id"`,
    [organisationId, personIds],
  );
  return result.rows.map(({ id }) => id);
};

/** Until this transaction ends nobody else does the same: of two processes that start at once one erases. */
export const lockErasingAgain = async (client: PoolClient): Promise<void> => {
  await client.query('SELECT pg_advisory_xact_lock(4400005)');
};
