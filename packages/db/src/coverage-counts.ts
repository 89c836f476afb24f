import type { LocalDate } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { countedEntities, deriveCoverageCounts, nextTransitionOn } from '@roer/domain/insights/coverage-counts';
import type { CoverageCounts } from '@roer/domain/insights/coverage-counts';
import type { Statements } from './statements.ts';
import { readTeamFacts } from './team-facts.ts';

/** What a team's coverage is on a day, counted from what the team has. */
export const countCoverageOf = async (
  client: Statements,
  { teamId, today }: { teamId: TeamId; today: LocalDate },
): Promise<{ counts: CoverageCounts; nextTransitionOn: LocalDate | null }> => {
  const facts = await readTeamFacts(client, { teamId, today, entities: countedEntities });
  return { counts: deriveCoverageCounts(facts, today), nextTransitionOn: nextTransitionOn(facts, today) };
};

/**
 * Counts a team's coverage anew and keeps it; says whether its counts differ from what was kept. A count of an older state of the
 * team never takes the place of a later one.
 */
export const keepCoverage = async (
  client: Statements,
  { teamId, today }: { teamId: TeamId; today: LocalDate },
): Promise<boolean> => {
  // The number first: what is read after it is as new as that number, or newer.
  const head = await client.query<{ seq: string }>({
    name: 'coverage-head',
    text: `SELECT "seq"::text AS "seq" FROM "Feed" WHERE "ownerId" = $1 AND "kind" = 'team'`,
    values: [teamId],
  });
  const seq = head.rows[0]?.seq;
  if (seq === undefined) return false;
  const { counts, nextTransitionOn: next } = await countCoverageOf(client, { teamId, today });
  const kept = await client.query<{ differs: boolean }>({
    name: 'keep-coverage',
    text: `WITH "before" AS (SELECT * FROM "Coverage" WHERE "teamId" = $1),
      "kept" AS (INSERT INTO "Coverage" AS c
          ("organisationId", "teamId", "seq", "covered", "fragile", "unclear", "gap", "nextTransitionOn")
        SELECT t."organisationId", t."id", $2, $3, $4, $5, $6, $7 FROM "Team" t WHERE t."id" = $1
        ON CONFLICT ("organisationId", "teamId") DO UPDATE SET "seq" = excluded."seq", "covered" = excluded."covered",
          "fragile" = excluded."fragile", "unclear" = excluded."unclear", "gap" = excluded."gap",
          "nextTransitionOn" = excluded."nextTransitionOn"
        WHERE c."seq" <= excluded."seq" RETURNING c.*)
      SELECT NOT EXISTS (SELECT FROM "before" b WHERE b."covered" = k."covered" AND b."fragile" = k."fragile"
        AND b."unclear" = k."unclear" AND b."gap" = k."gap") AS "differs" FROM "kept" k`,
    values: [teamId, seq, counts.covered, counts.fragile, counts.unclear, counts.gap, next],
  });
  return kept.rows[0]?.differs ?? false;
};

/** The open teams whose coverage was never counted, changed since, or may have changed by the time that passed. */
export const readStaleCoverage = async (client: Statements, today: LocalDate): Promise<TeamId[]> => {
  const result = await client.query<{ id: TeamId }>({
    name: 'stale-coverage',
    text: `SELECT t."id" FROM "Team" t
        JOIN "Feed" f ON f."organisationId" = t."organisationId" AND f."ownerId" = t."id"
        LEFT JOIN "Coverage" c ON c."organisationId" = t."organisationId" AND c."teamId" = t."id"
      WHERE t."closedOn" IS NULL AND (c."teamId" IS NULL OR c."seq" < f."seq" OR c."nextTransitionOn" <= $1)
      ORDER BY t."id"`,
    values: [today],
  });
  return result.rows.map(({ id }) => id);
};
