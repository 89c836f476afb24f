import type { LocalDate } from '@roer/domain/dates';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { Transaction } from './organisation-transaction.ts';

/** The names that teams, domains and people of the organisation have today, by id; also of those that closed. */
export const readNames = async (transaction: Transaction, ids: readonly string[]): Promise<Record<string, string>> => {
  const rows = await transaction.$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "Team" WHERE "id" = ANY (${[...ids]}::uuid[])
    UNION ALL SELECT "id", "name" FROM "Domain" WHERE "id" = ANY (${[...ids]}::uuid[])
    UNION ALL SELECT "id", "name" FROM "Person" WHERE "id" = ANY (${[...ids]}::uuid[])`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
};

/** Whether somebody is in the team now. */
export const isInTeam = async (
  transaction: Transaction,
  { personId, teamId }: { personId: PersonId; teamId: TeamId },
): Promise<boolean> =>
  (await transaction.membership.count({ where: { personId, teamId, until: null, team: { closedOn: null } } })) > 0;

/** A team that closed with people in it: who they were, and the titles of what went to which team. */
export type FormerTeam = {
  id: TeamId;
  name: string;
  closedOn: LocalDate;
  people: string[];
  responsibilities: { title: string; teamName: string }[];
};

/**
 * The closed teams in which somebody was until the day on which they closed. A title is as it is now, and told only as long as nobody
 * wrote about it since, or while they are in the team that has it.
 */
export const readFormerTeams = async (transaction: Transaction, personId: PersonId): Promise<FormerTeam[]> =>
  transaction.$queryRaw<FormerTeam[]>`
    SELECT t."id", t."name", t."closedOn"::text AS "closedOn",
      (SELECT coalesce(json_agg(p."name" ORDER BY p."name"), '[]') FROM "Membership" m
        JOIN "Person" p ON p."organisationId" = m."organisationId" AND p."id" = m."personId"
        WHERE m."organisationId" = t."organisationId" AND m."teamId" = t."id" AND m."until" = t."closedOn"
          AND p."erasedAt" IS NULL) AS "people",
      (SELECT coalesce(json_agg(json_build_object('title', s."title", 'teamName', n."name") ORDER BY s."title"), '[]')
        FROM "Reorganisation" o
        CROSS JOIN LATERAL jsonb_to_recordset(o."record"->'responsibilities') AS r("responsibilityId" uuid, "from" uuid)
        JOIN "Responsibility" s ON s."organisationId" = o."organisationId" AND s."id" = r."responsibilityId"
        JOIN "Team" n ON n."organisationId" = s."organisationId" AND n."id" = s."teamId"
        WHERE o."state" = 'done' AND r."from" = t."id" AND s."teamId" <> t."id" AND (s."editedOn" < t."closedOn" OR EXISTS (
          SELECT FROM "Membership" own WHERE own."organisationId" = s."organisationId" AND own."teamId" = s."teamId"
            AND own."personId" = ${personId}::uuid AND own."until" IS NULL))) AS "responsibilities"
    FROM "Team" t
    WHERE t."closedOn" IS NOT NULL AND EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = t."organisationId"
      AND m."teamId" = t."id" AND m."personId" = ${personId}::uuid AND m."until" = t."closedOn")
    ORDER BY t."closedOn" DESC, t."name"`;
