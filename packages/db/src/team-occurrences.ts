import type { PoolClient } from 'pg';
import type { LocalDate } from '@roer/domain/dates';
import type { OccurrenceRow } from '@roer/domain/feed';
import type { DutyId, TeamId } from '@roer/domain/ids';

const columns = `"dutyId" || ':' || "recurrenceDate" AS "id", "dutyId", "responsibilityId", "recurrenceDate", "state", "movedTo",
  "reason", "personId", "on"`;

/** What was done with one date of a duty, however long ago. Runs inside a transaction of one organisation. */
export const readOccurrence = async (
  client: PoolClient,
  { dutyId, recurrenceDate }: { dutyId: DutyId; recurrenceDate: LocalDate },
): Promise<OccurrenceRow | null> => {
  const result = await client.query<OccurrenceRow>(
    `SELECT ${columns} FROM "Occurrence" WHERE "dutyId" = $1 AND "recurrenceDate" = $2`,
    [dutyId, recurrenceDate],
  );
  return result.rows[0] ?? null;
};

/**
 * What a team did, skipped or moved of the dates that may be due on [from, until), also long ago: a date of the first days after
 * it may be due on the working day before, one of any other day may have been moved there. Runs inside a transaction of one
 * organisation.
 */
export const readOccurrencesBetween = async (
  client: PoolClient,
  { teamId, from, until }: { teamId: TeamId; from: LocalDate; until: LocalDate },
): Promise<OccurrenceRow[]> => {
  const result = await client.query<OccurrenceRow>(
    `SELECT ${columns} FROM "Occurrence"
     WHERE "teamId" = $1 AND ("recurrenceDate" >= $2::date AND "recurrenceDate" < $3::date + 10
       OR "movedTo" >= $2::date AND "movedTo" < $3::date) ORDER BY "recurrenceDate", "dutyId"`,
    [teamId, from, until],
  );
  return result.rows;
};
