import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, ObstacleId, PersonId, TeamId } from '@roer/domain/ids';
import type { Statements } from './statements.ts';

// Raw SQL, because gates and the commands of a team run on a client of the pool.

/** Whether the person "p" leads a team on the day $2: as manager of its domain or of the whole organisation. */
const leads = (team: string): string => `(p."erasedAt" IS NULL AND EXISTS (SELECT FROM "Appointment" a
  WHERE a."organisationId" = p."organisationId" AND a."personId" = p."id" AND a."kind" = 'manager'
    AND a."from" <= $2 AND (a."until" IS NULL OR a."until" > $2)
    AND (a."domainId" IS NULL OR a."domainId" = (SELECT l."domainId" FROM "TeamPlacement" l
      WHERE l."organisationId" = p."organisationId" AND l."teamId" = ${team}
        AND l."from" <= $2 AND (l."until" IS NULL OR l."until" > $2)))))`;

/** Who leads a team on the day `today`: managers of its domain and of the whole organisation, by name. */
export const readManagersOf = async (
  statements: Statements,
  { teamId, today }: { teamId: TeamId; today: LocalDate },
): Promise<{ id: PersonId; name: string }[]> => {
  const result = await statements.query<{ id: PersonId; name: string }>({
    name: 'managers-of-team',
    text: `SELECT p."id", p."name" FROM "Person" p WHERE ${leads('$1')} ORDER BY p."name", p."id"`,
    values: [teamId, today],
  });
  return result.rows;
};

/** A team with what it asks its management. Who of the team wrote it down is not read: it is told to the team alone. */
export type TeamObstacles = {
  id: TeamId;
  name: string;
  obstacles: {
    id: ObstacleId;
    title: string;
    body: string;
    addressedTo: PersonId;
    addressedName: string;
    /** It waits, and who it was addressed to does not lead the team any more. */
    addresseeLeft: boolean;
    raisedOn: LocalDate;
    dueOn: LocalDate;
    answer: { by: PersonId; byName: string; body: string; on: LocalDate } | null;
  }[];
};

/**
 * The teams of these domains on the day `today`, or all of them (null), by name, with their obstacles: what waits, and what was answered
 * on `answeredSince` or later. What was withdrawn is left out.
 */
export const readObstacles = async (
  statements: Statements,
  {
    domainIds,
    today,
    answeredSince,
  }: { domainIds: readonly DomainId[] | null; today: LocalDate; answeredSince: LocalDate },
): Promise<TeamObstacles[]> => {
  const result = await statements.query<TeamObstacles>({
    name: 'obstacles-of-domains',
    text: `SELECT t."id", t."name", (SELECT coalesce(json_agg(json_build_object('id', b."id", 'title', b."title",
          'body', b."body", 'addressedTo', b."addressedTo", 'addressedName', p."name", 'addresseeLeft',
          b."state" = 'open' AND NOT ${leads('t."id"')},
          'raisedOn', b."raisedOn"::text, 'dueOn', b."dueOn"::text, 'answer', CASE WHEN b."answeredBy" IS NOT NULL THEN json_build_object(
            'by', b."answeredBy", 'byName', a."name", 'body', b."answer", 'on', b."answeredOn"::text) END)
          ORDER BY b."dueOn", b."id"), '[]')
        FROM "Obstacle" b
        JOIN "Person" p ON p."organisationId" = b."organisationId" AND p."id" = b."addressedTo"
        LEFT JOIN "Person" a ON a."organisationId" = b."organisationId" AND a."id" = b."answeredBy"
        WHERE b."organisationId" = t."organisationId" AND b."teamId" = t."id"
          AND (b."state" = 'open' OR b."answeredOn" >= $3)) AS "obstacles"
      FROM "Team" t
      WHERE t."closedOn" IS NULL AND ($1::uuid[] IS NULL OR EXISTS (SELECT FROM "TeamPlacement" l
        WHERE l."organisationId" = t."organisationId" AND l."teamId" = t."id" AND l."domainId" = ANY ($1)
          AND l."from" <= $2 AND (l."until" IS NULL OR l."until" > $2)))
      ORDER BY t."name", t."id"`,
    values: [domainIds, today, answeredSince],
  });
  return result.rows;
};

/** The teams that name somebody in what they asked, or in its answer; in the order of locks. */
export const readTeamsThatAsked = async (statements: Statements, personId: PersonId): Promise<TeamId[]> => {
  const result = await statements.query<{ teamId: TeamId }>({
    text: `SELECT DISTINCT "teamId" FROM "Obstacle"
      WHERE "state" <> 'withdrawn' AND ("addressedTo" = $1::uuid OR "answeredBy" = $1::uuid)`,
    values: [personId],
  });
  return result.rows.map(({ teamId }) => teamId);
};
