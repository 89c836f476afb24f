import type { Statements } from './statements.ts';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';

// Raw SQL because every command and every opened page waits for it: one round trip instead of one a table.
const facts = `
SELECT json_build_object(
  'team', (SELECT coalesce(json_object_agg(t."id", json_build_object('id', t."id", 'name', t."name")), '{}')
    FROM "Team" t WHERE t."id" = $1 AND t."closedOn" IS NULL),
  'member', (SELECT coalesce(json_object_agg(m."id", json_build_object('id', m."id", 'personId', m."personId",
      'name', (SELECT p."name" FROM "Person" p WHERE p."organisationId" = m."organisationId" AND p."id" = m."personId"),
      'home', m."home", 'minutesByWeekday', h."minutesByWeekday", 'from', m."from"::text, 'until', null)), '{}')
    FROM "Membership" m
    JOIN LATERAL (SELECT h."minutesByWeekday" FROM "MembershipHours" h
      WHERE h."organisationId" = m."organisationId" AND h."membershipId" = m."id" ORDER BY h."from" DESC LIMIT 1) h ON true
    WHERE m."teamId" = $1 AND m."until" IS NULL),
  'area', (SELECT coalesce(json_object_agg(a."id", json_build_object('id', a."id", 'name', a."name", 'order', a."order")), '{}')
    FROM "Area" a WHERE a."teamId" = $1),
  'responsibility', (SELECT coalesce(json_object_agg(r."id", json_build_object('id', r."id", 'areaId', r."areaId",
      'catalogueItemId', r."catalogueItemId", 'title', r."title", 'purpose', r."purpose", 'criticality', r."criticality",
      'minutesAWeek', h."minutesAWeek", 'season', h."season", 'openedOn', r."openedOn"::text,
      'closedOn', r."closedOn"::text, 'version', r."version")), '{}')
    FROM "Responsibility" r
    JOIN LATERAL (SELECT h."minutesAWeek", h."season" FROM "ResponsibilityHours" h
      WHERE h."organisationId" = r."organisationId" AND h."responsibilityId" = r."id" ORDER BY h."from" DESC LIMIT 1) h ON true
    WHERE r."teamId" = $1 AND ($2::uuid[] IS NULL OR r."id" = ANY ($2))),
  'assignment', (SELECT coalesce(json_object_agg(s."id", json_build_object('id', s."id",
      'responsibilityId', s."responsibilityId", 'personId', s."personId", 'role', s."role", 'sharePercent', s."sharePercent",
      'from', s."from"::text, 'until', null)), '{}')
    FROM "Assignment" s WHERE s."teamId" = $1 AND s."until" IS NULL AND ($2::uuid[] IS NULL OR s."responsibilityId" = ANY ($2))),
  'offer', (SELECT coalesce(json_object_agg(o."id", json_build_object('id', o."id", 'kind', o."kind",
      'responsibilityId', o."responsibilityId", 'assignmentId', o."assignmentId", 'fromPersonId', o."fromPersonId",
      'toPersonId', o."toPersonId", 'sharePercent', o."sharePercent", 'madeOn', o."madeOn"::text,
      'expiresOn', o."expiresOn"::text, 'state', o."state")), '{}')
    FROM "Offer" o WHERE o."teamId" = $1 AND o."state" = 'open' AND ($2::uuid[] IS NULL OR o."responsibilityId" = ANY ($2)))
) AS facts`;

/**
 * The team as its snapshot, or, with `about`, only the rows of those responsibilities (team, members and areas are
 * always whole). Runs inside a transaction that is set to one organisation; another organisation's team is empty.
 */
export const readTeamFacts = async (
  client: Statements,
  { teamId, about = null }: { teamId: TeamId; about?: readonly ResponsibilityId[] | null },
): Promise<TeamSnapshot> => {
  const result = await client.query<{ facts: TeamSnapshot }>({
    name: 'team-facts',
    text: facts,
    values: [teamId, about],
  });
  const [row] = result.rows;
  if (!row) throw new Error('A query without FROM gives one row.');
  return row.facts;
};
