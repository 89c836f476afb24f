import type { Delivery } from '@roer/domain/feed';
import type { CommandId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { Statements } from './statements.ts';

/**
 * Writes one `reset` in the feed of each of these teams, in one statement however many there are: their browsers then ask
 * for a new snapshot. The caller holds the locks on the feeds. Gives what has to be delivered.
 */
export const saveResets = async (
  statements: Statements,
  command: { organisationId: OrganisationId; personId: PersonId; commandId: CommandId; now: number },
  teamIds: readonly TeamId[],
): Promise<Delivery[]> => {
  if (teamIds.length === 0) return [];
  const { organisationId, personId: actorId, commandId, now: at } = command;
  const result = await statements.query<{ teamId: TeamId; seq: number }>({
    text: `WITH feed AS (
        UPDATE "Feed" SET "seq" = "seq" + 1 WHERE "organisationId" = $1::uuid AND "ownerId" = ANY ($2::uuid[])
        RETURNING "ownerId", "seq"
      ), change AS (
        INSERT INTO "Change" ("organisationId", "feedId", "seq", "commandId", "actorId", "action", "changes", "at")
        SELECT $1::uuid, feed."ownerId", feed."seq", $3::uuid, $4::uuid, 'reset', '[]'::jsonb,
          to_timestamp($5::double precision / 1000) FROM feed
      )
      SELECT "ownerId" AS "teamId", "seq"::int AS seq FROM feed`,
    values: [organisationId, [...teamIds], commandId, actorId, at],
  });
  return result.rows.map(({ teamId, seq }) => ({
    feed: teamId,
    seq,
    commandId,
    actorId,
    action: 'reset',
    at,
    changes: [],
  }));
};
