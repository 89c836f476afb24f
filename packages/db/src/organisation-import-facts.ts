import type { ImportKind } from '@roer/domain/organisation/import-fields';
import type { Statements } from './statements.ts';

const teams = `SELECT json_agg(json_build_object('id', t."id", 'name', t."name", 'domain', d."name") ORDER BY t."id")
  FROM "Team" t
  LEFT JOIN "TeamPlacement" p ON p."organisationId" = t."organisationId" AND p."teamId" = t."id" AND p."until" IS NULL
  LEFT JOIN "Domain" d ON d."organisationId" = p."organisationId" AND d."id" = p."domainId"
  WHERE t."closedOn" IS NULL`;

// In the order of ids, so that the same organisation gives the same text. Hours are looked up one by one: right after an import
// PostgreSQL has no statistics, and would compare every row with every other.
const factsOf: Record<ImportKind, Record<string, string>> = {
  people: {
    teams,
    people: `SELECT json_agg(json_build_object('id', p."id", 'name', p."name", 'email', lower(p."email"),
        'erased', p."erasedAt" IS NOT NULL) ORDER BY p."id")
      FROM "Person" p`,
    memberships: `SELECT json_agg(json_build_object('id', m."id", 'personId', m."personId", 'teamId', m."teamId", 'home', m."home",
        'from', m."from"::text, 'until', m."until"::text, 'minutesByWeekday', h."minutesByWeekday") ORDER BY m."id")
      FROM "Membership" m
      JOIN LATERAL (SELECT h."minutesByWeekday" FROM "MembershipHours" h
        WHERE h."organisationId" = m."organisationId" AND h."membershipId" = m."id" ORDER BY h."from" DESC LIMIT 1) h ON true`,
  },
  responsibilities: {
    teams,
    members: `SELECT json_agg(json_build_object('teamId', m."teamId", 'personId', p."id", 'name', p."name",
        'email', lower(p."email")) ORDER BY m."id")
      FROM "Membership" m JOIN "Person" p ON p."organisationId" = m."organisationId" AND p."id" = m."personId"
      WHERE m."until" IS NULL`,
    people: `SELECT json_agg(json_build_object('name', p."name", 'email', lower(p."email")) ORDER BY p."id")
      FROM "Person" p WHERE p."erasedAt" IS NULL`,
    areas: `SELECT json_agg(json_build_object('id', a."id", 'teamId', a."teamId", 'name', a."name", 'order', a."order")
        ORDER BY a."order", a."id")
      FROM "Area" a`,
    responsibilities: `SELECT json_agg(json_build_object('id', r."id", 'teamId', r."teamId", 'areaId', r."areaId", 'title', r."title",
        'purpose', r."purpose", 'criticality', r."criticality", 'minutesAWeek', h."minutesAWeek", 'season', h."season",
        'version', r."version") ORDER BY r."id")
      FROM "Responsibility" r
      JOIN LATERAL (SELECT h."minutesAWeek", h."season" FROM "ResponsibilityHours" h
        WHERE h."organisationId" = r."organisationId" AND h."responsibilityId" = r."id" ORDER BY h."from" DESC LIMIT 1) h ON true
      WHERE r."closedOn" IS NULL`,
    assignments: `SELECT json_agg(json_build_object('id', s."id", 'responsibilityId', s."responsibilityId", 'personId', s."personId",
        'role', s."role", 'sharePercent', s."sharePercent", 'from', s."from"::text, 'busy',
        s."id" IN (SELECT o."assignmentId" FROM "Offer" o WHERE o."state" = 'open')
        OR s."id" IN (SELECT d."assignmentId" FROM "Delegation" d WHERE d."until" > $1::date)) ORDER BY s."id")
      FROM "Assignment" s WHERE s."until" IS NULL`,
  },
};

/**
 * The organisation as the plan of an import looks at it (`PeopleFacts` or `ResponsibilityFacts`), as JSON: it goes to a thread as
 * it comes, and nobody waits while thousands of rows become objects. Runs inside a transaction of one organisation.
 */
export const readImportFacts = async (
  statements: Statements,
  { kind, today }: { kind: ImportKind; today: string },
): Promise<string> => {
  const parts = Object.entries(factsOf[kind]).map(([name, rows]) => `'${name}', coalesce((${rows}), '[]'::json)`);
  const result = await statements.query<{ facts: string }>({
    text: `SELECT $1::date AS "today", json_build_object(${parts.join(',\n')})::text AS facts`,
    values: [today],
  });
  return result.rows[0]?.facts ?? '{}';
};
