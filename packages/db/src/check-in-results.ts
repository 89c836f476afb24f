import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, PersonId, TeamId } from '@roer/domain/ids';
import type { Band } from '@roer/domain/insights/band';
import type { Statement } from '@roer/domain/workload/check-in';
import type { PoolClient } from './pool.ts';

/**
 * A team, its domain on the day `today`, and whether somebody is in it then; of a team that closed, on its last day. Null when there is
 * no such team.
 */
export const readTeamForResults = async (
  client: PoolClient,
  { teamId, personId, today }: { teamId: TeamId; personId: PersonId; today: LocalDate },
): Promise<{ id: TeamId; name: string; domainId: DomainId | null; isMember: boolean } | null> => {
  const result = await client.query<{ id: TeamId; name: string; domainId: DomainId | null; isMember: boolean }>({
    name: 'team-for-results',
    text: `SELECT t."id", t."name",
        (SELECT p."domainId" FROM "TeamPlacement" p WHERE p."organisationId" = t."organisationId" AND p."teamId" = t."id"
           AND p."from" <= d."day" AND (p."until" IS NULL OR p."until" > d."day")) AS "domainId",
        EXISTS (SELECT FROM "Membership" m WHERE m."organisationId" = t."organisationId" AND m."teamId" = t."id"
           AND m."personId" = $2 AND m."from" <= d."day" AND (m."until" IS NULL OR m."until" > d."day")) AS "isMember"
      FROM "Team" t CROSS JOIN LATERAL (SELECT least($3::date, t."closedOn" - 1) AS "day") d WHERE t."id" = $1`,
    values: [teamId, personId, today],
  });
  return result.rows[0] ?? null;
};

export type ReportingCell = {
  first: number;
  cellId: string;
  teams: { id: TeamId; name: string }[];
  /** The same for two windows when nobody and no team differs. */
  roster: string;
};

/** The groups that a team or somebody was in, in windows from epoch `since` on, the oldest first. */
export const readReportingCells = async (
  client: PoolClient,
  { since, ...of }: { since: number } & ({ teamId: TeamId } | { personId: PersonId }),
): Promise<ReportingCell[]> => {
  const [name, table, column, id] =
    'teamId' in of
      ? ['reporting-cells', 'CellTeam', 'teamId', of.teamId]
      : ['own-reporting-cells', 'CellMember', 'personId', of.personId];
  const result = await client.query<ReportingCell>({
    name,
    text: `SELECT w."first", c."cellId",
        (SELECT jsonb_agg(jsonb_build_object('id', t."id", 'name', t."name") ORDER BY t."name", t."id")
         FROM "CellTeam" o JOIN "Team" t ON t."organisationId" = o."organisationId" AND t."id" = o."teamId"
         WHERE o."organisationId" = c."organisationId" AND o."cellId" = c."cellId") AS "teams",
        (SELECT string_agg(o."teamId"::text, ' ' ORDER BY o."teamId") FROM "CellTeam" o
         WHERE o."organisationId" = c."organisationId" AND o."cellId" = c."cellId") || '|' ||
        (SELECT string_agg(m."personId"::text, ' ' ORDER BY m."personId") FROM "CellMember" m
         WHERE m."organisationId" = c."organisationId" AND m."cellId" = c."cellId") AS "roster"
      FROM "${table}" c JOIN "RosterWindow" w ON w."organisationId" = c."organisationId" AND w."id" = c."windowId"
      WHERE c."${column}" = $1 AND w."first" >= $2 ORDER BY w."first"`,
    values: [id, since],
  });
  return result.rows;
};

/** The teams of a group, by name. */
export const readCellTeams = async (client: PoolClient, cellId: string): Promise<{ id: TeamId; name: string }[]> => {
  const result = await client.query<{ id: TeamId; name: string }>({
    name: 'teams-of-cell',
    text: `SELECT t."id", t."name" FROM "CellTeam" o
        JOIN "Team" t ON t."organisationId" = o."organisationId" AND t."id" = o."teamId"
      WHERE o."cellId" = $1 ORDER BY t."name", t."id"`,
    values: [cellId],
  });
  return result.rows;
};

export type ReleaseRecord = { epoch: number; measure: string; band: Band | null };

/** What was published of these groups by the moment of the transaction (`atMoment`). */
export const readReleases = async (client: PoolClient, cellIds: readonly string[]): Promise<ReleaseRecord[]> => {
  const result = await client.query<ReleaseRecord>({
    name: 'releases',
    text: 'SELECT "epoch", "measure", "band" FROM "Release" WHERE "cellId" = ANY ($1::uuid[])',
    values: [cellIds],
  });
  return result.rows;
};

/** The epochs from `since` on that were opened, and whether each has closed. */
export const readEpochs = async (client: PoolClient, since: number): Promise<{ number: number; closed: boolean }[]> => {
  const result = await client.query<{ number: number; closed: boolean }>({
    name: 'epochs',
    text: 'SELECT "number", "closed" FROM "Epoch" WHERE "number" >= $1 ORDER BY "number"',
    values: [since],
  });
  return result.rows;
};

export type SharedRecord = { epoch: number; personId: PersonId; name: string; statement: Statement; value: number };

/** What was shared with a team by the moment of the transaction (`atMoment`), from epoch `since` on, by epoch and name. */
export const readShared = async (
  client: PoolClient,
  { teamId, since }: { teamId: TeamId; since: number },
): Promise<SharedRecord[]> => {
  const result = await client.query<SharedRecord>({
    name: 'shared-answers',
    text: `SELECT s."epoch", s."personId", p."name", s."statement", s."value" FROM "SharedAnswer" s
        JOIN "Person" p ON p."organisationId" = s."organisationId" AND p."id" = s."personId" AND p."erasedAt" IS NULL
      WHERE s."teamId" = $1 AND s."epoch" >= $2 ORDER BY s."epoch", p."name", p."id", s."statement"`,
    values: [teamId, since],
  });
  return result.rows;
};

/** When somebody was in a team: from that day on, until the day on which no longer. */
export const readOwnTimes = async (
  client: PoolClient,
  { teamId, personId }: { teamId: TeamId; personId: PersonId },
): Promise<{ from: LocalDate; until: LocalDate | null }[]> => {
  const result = await client.query<{ from: LocalDate; until: LocalDate | null }>({
    name: 'own-times-in-team',
    text: 'SELECT "from", "until" FROM "Membership" WHERE "teamId" = $1 AND "personId" = $2',
    values: [teamId, personId],
  });
  return result.rows;
};
