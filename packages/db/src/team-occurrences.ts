import type { PoolClient } from 'pg';
import type { LocalDate } from '@roer/domain/dates';
import type { OccurrenceRow } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';

/** What a team did, skipped or moved of the dates on [from, until), also long ago. Runs inside a transaction of one organisation. */
export const readOccurrencesBetween = async (
  client: PoolClient,
  { teamId, from, until }: { teamId: TeamId; from: LocalDate; until: LocalDate },
): Promise<OccurrenceRow[]> => {
  const result = await client.query<OccurrenceRow>(
    `SELECT "dutyId" || ':' || "recurrenceDate" AS "id", "dutyId", "responsibilityId", "recurrenceDate", "state", "movedTo", "reason",
       "personId", "on"
     FROM "Occurrence" WHERE "teamId" = $1 AND "recurrenceDate" >= $2 AND "recurrenceDate" < $3 ORDER BY "recurrenceDate", "dutyId"`,
    [teamId, from, until],
  );
  return result.rows;
};
