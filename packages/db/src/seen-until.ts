import type { PoolClient } from 'pg';
import type { FeedId, OrganisationId, PersonId } from '@roer/domain/ids';

/** How far this person has seen a feed, on whichever device; null when they never looked. Nobody else can read it. */
export const readSeenUntil = async (
  client: PoolClient,
  { personId, feedId }: { personId: PersonId; feedId: FeedId },
): Promise<number | null> => {
  const result = await client.query<{ seq: number }>({
    name: 'seen-until',
    text: 'SELECT "seq"::int AS "seq" FROM "SeenUntil" WHERE "personId" = $1 AND "feedId" = $2',
    values: [personId, feedId],
  });
  return result.rows[0]?.seq ?? null;
};

/**
 * This person has seen a feed up to `seq`, at most up to where it is. It moves forward only: a device that shows an older
 * state takes nothing back. No time is kept. Gives how far it is now.
 */
export const saveSeenUntil = async (
  client: PoolClient,
  row: { organisationId: OrganisationId; personId: PersonId; feedId: FeedId; seq: number },
): Promise<number> => {
  const result = await client.query<{ seq: number }>({
    name: 'save-seen-until',
    text: `INSERT INTO "SeenUntil" AS known ("organisationId", "personId", "feedId", "seq")
      SELECT f."organisationId", $2, f."ownerId", least(f."seq", $4) FROM "Feed" f
      WHERE f."organisationId" = $1 AND f."ownerId" = $3
      ON CONFLICT ("organisationId", "personId", "feedId")
        DO UPDATE SET "seq" = greatest(known."seq", excluded."seq")
      RETURNING "seq"::int AS "seq"`,
    values: [row.organisationId, row.personId, row.feedId, row.seq],
  });
  return result.rows[0]?.seq ?? 0;
};
