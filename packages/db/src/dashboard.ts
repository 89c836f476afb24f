import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, PersonId, TeamId } from '@roer/domain/ids';
import type { DashboardTeam, DomainSummary, GroupPicture, Look } from '@roer/domain/insights/dashboard';
import type { PoolClient } from './pool.ts';

// Raw SQL, because these answers must not take longer with every year that passes: all of it is of this day.

const sums = (state: string): string =>
  `ARRAY[${[1, 2, 3].map((level) => `coalesce(sum(c."${state}"[${level}]), 0)::int`).join(', ')}]`;

/** The domains of `domainIds`, or all of them (null), by name, with the sums of their open teams on the day `today`. */
export const readDomainSummaries = async (
  client: PoolClient,
  { domainIds, today }: { domainIds: readonly DomainId[] | null; today: LocalDate },
): Promise<DomainSummary[]> => {
  const result = await client.query<DomainSummary>({
    name: 'domain-summaries',
    text: `SELECT d."id", d."name", count(t."id")::int AS "teams", json_build_object('covered', ${sums('covered')},
          'fragile', ${sums('fragile')}, 'unclear', ${sums('unclear')}, 'gap', ${sums('gap')}) AS "counts",
        coalesce(sum(w."waiting"), 0)::int AS "waiting"
      FROM "Domain" d
        JOIN "TeamPlacement" p ON p."organisationId" = d."organisationId" AND p."domainId" = d."id"
          AND p."from" <= $1 AND (p."until" IS NULL OR p."until" > $1)
        JOIN "Team" t ON t."organisationId" = p."organisationId" AND t."id" = p."teamId" AND t."closedOn" IS NULL
        LEFT JOIN "Coverage" c ON c."organisationId" = t."organisationId" AND c."teamId" = t."id"
        -- Once for all domains, and only those that wait: what was answered in five years is not looked at.
        LEFT JOIN (SELECT b."organisationId", b."teamId", count(*) AS "waiting" FROM "Obstacle" b
          WHERE b."state" = 'open' GROUP BY b."organisationId", b."teamId") w
          ON w."organisationId" = t."organisationId" AND w."teamId" = t."id"
      WHERE $2::uuid[] IS NULL OR d."id" = ANY ($2)
      GROUP BY d."organisationId", d."id", d."name" ORDER BY d."name", d."id"`,
    values: [today, domainIds],
  });
  return result.rows;
};

/** A team of a domain with its group in the window that holds (null for none), and what was kept of that group. */
export type DashboardRecord = DashboardTeam & {
  isClosed: boolean;
  cellId: string | null;
  /** All teams of the group, by name: of other domains, and that closed meanwhile, too. Null without a group. */
  counted: { id: TeamId; name: string }[] | null;
  /** The state of the ledger that `picture` is of; null when there is none yet. */
  ledger: string | null;
  picture: GroupPicture | null;
};

/**
 * The teams of a domain on the day `today`, by name; with a `teamId` that team and those of its domain that are counted with it. One that
 * closed is among them as long as the window in which it is counted holds. `first` is the first epoch of that window; null for none.
 */
export const readDashboardTeams = async (
  client: PoolClient,
  { domainId, teamId }: { domainId: DomainId | null; teamId: TeamId | null },
  { today, first }: { today: LocalDate; first: number | null },
): Promise<DashboardRecord[]> => {
  const result = await client.query<DashboardRecord>({
    name: 'dashboard-teams',
    text: `WITH "grouped" AS (SELECT x."organisationId", x."teamId", x."cellId" FROM "CellTeam" x
          JOIN "RosterWindow" w ON w."organisationId" = x."organisationId" AND w."id" = x."windowId" AND w."first" = $2),
        "placed" AS (SELECT p."teamId" FROM "TeamPlacement" p
            JOIN "Team" t ON t."organisationId" = p."organisationId" AND t."id" = p."teamId"
            CROSS JOIN LATERAL (SELECT least($1::date, t."closedOn" - 1) AS "day") d
            WHERE p."domainId" = $3 AND p."from" <= d."day" AND (p."until" IS NULL OR p."until" > d."day")
          UNION SELECT $4::uuid),
        "chosen" AS (SELECT p."teamId" FROM "placed" p WHERE $4::uuid IS NULL OR p."teamId" = $4 OR p."teamId" IN (
          SELECT o."teamId" FROM "grouped" g JOIN "grouped" o ON o."cellId" = g."cellId" WHERE g."teamId" = $4))
      SELECT t."id", t."name", (SELECT count(*) FROM "Membership" m WHERE m."organisationId" = t."organisationId"
          AND m."teamId" = t."id" AND m."from" <= $1 AND (m."until" IS NULL OR m."until" > $1))::int AS "people",
        json_build_object('covered', coalesce(c."covered", '{0,0,0}'), 'fragile', coalesce(c."fragile", '{0,0,0}'),
          'unclear', coalesce(c."unclear", '{0,0,0}'), 'gap', coalesce(c."gap", '{0,0,0}')) AS "counts",
        b."waiting", b."late", t."closedOn" IS NOT NULL AS "isClosed", x."cellId",
        (SELECT json_agg(json_build_object('id', n."id", 'name', n."name") ORDER BY n."name", n."id") FROM "CellTeam" o
          JOIN "Team" n ON n."organisationId" = o."organisationId" AND n."id" = o."teamId"
          WHERE o."organisationId" = x."organisationId" AND o."cellId" = x."cellId") AS "counted",
        i."ledger", i."picture"::json AS "picture"
      FROM "chosen" h JOIN "Team" t ON t."id" = h."teamId"
        LEFT JOIN "Coverage" c ON c."organisationId" = t."organisationId" AND c."teamId" = t."id"
        LEFT JOIN "grouped" x ON x."teamId" = t."id"
        LEFT JOIN "GroupPicture" i ON i."organisationId" = x."organisationId" AND i."cellId" = x."cellId"
        CROSS JOIN LATERAL (SELECT count(*)::int AS "waiting", (count(*) FILTER (WHERE b."dueOn" < $1))::int AS "late"
          FROM "Obstacle" b WHERE b."organisationId" = t."organisationId" AND b."teamId" = t."id" AND b."state" = 'open') b
      WHERE t."closedOn" IS NULL OR x."cellId" IS NOT NULL
      ORDER BY t."name", t."id"`,
    values: [today, first, domainId, teamId],
  });
  return result.rows;
};

/** An open domain's name; null when there is none. */
export const readDomainName = async (client: PoolClient, id: DomainId): Promise<string | null> => {
  const result = await client.query<{ name: string }>({
    name: 'domain-name',
    text: 'SELECT "name" FROM "Domain" WHERE "id" = $1 AND "closedOn" IS NULL',
    values: [id],
  });
  return result.rows[0]?.name ?? null;
};

/** The state of what was published: another one, another picture. Windows, epochs and closings are all that it grows by. */
export const readLedgerState = async (client: PoolClient): Promise<{ lastClosed: number | null; closings: number }> => {
  const result = await client.query<{ lastClosed: number | null; closings: number }>({
    name: 'ledger-state',
    text: `SELECT max("number") AS "lastClosed", count(*)::int AS "closings" FROM "Epoch" WHERE "closed"`,
  });
  return result.rows[0] ?? { lastClosed: null, closings: 0 };
};

/** The first epoch of the window that holds in epoch `number`, or null. */
export const readWindowOf = async (
  client: PoolClient,
  { number, firstAfter }: { number: number; firstAfter: number },
): Promise<number | null> => {
  const result = await client.query<{ first: number }>({
    name: 'window-of-epoch',
    text: 'SELECT "first" FROM "RosterWindow" WHERE "first" > $1 AND "first" <= $2 ORDER BY "first" DESC LIMIT 1',
    values: [firstAfter, number],
  });
  return result.rows[0]?.first ?? null;
};

/** Keeps what was published of a group, as it is shown. */
export const keepPicture = async (
  client: PoolClient,
  { cellId, ledger, picture }: { cellId: string; ledger: string; picture: GroupPicture },
): Promise<void> => {
  await client.query({
    name: 'keep-picture',
    text: `INSERT INTO "GroupPicture" ("organisationId", "cellId", "ledger", "picture")
      SELECT c."organisationId", c."id", $2, $3 FROM "Cell" c WHERE c."id" = $1
      ON CONFLICT ("organisationId", "cellId") DO UPDATE SET "ledger" = excluded."ledger", "picture" = excluded."picture"`,
    values: [cellId, ledger, JSON.stringify(picture)],
  });
};

/** The groups of a window whose kept picture is of another state, or that have none. */
export const readStalePictures = async (
  client: PoolClient,
  { first, ledger }: { first: number; ledger: string },
): Promise<string[]> => {
  const result = await client.query<{ id: string }>({
    name: 'stale-pictures',
    text: `SELECT c."id" FROM "Cell" c
        JOIN "RosterWindow" w ON w."organisationId" = c."organisationId" AND w."id" = c."windowId" AND w."first" = $1
        LEFT JOIN "GroupPicture" g ON g."organisationId" = c."organisationId" AND g."cellId" = c."id"
      WHERE g."ledger" IS DISTINCT FROM $2 ORDER BY c."id"`,
    values: [first, ledger],
  });
  return result.rows.map(({ id }) => id);
};

/** Notes that somebody looked at domains, but for those that they looked at since `after` (both epoch milliseconds). */
export const saveVisits = async (
  client: PoolClient,
  visit: { domainIds: readonly DomainId[]; personId: PersonId; at: number; after: number },
): Promise<void> => {
  await client.query({
    name: 'mirror-visits-saved',
    text: `INSERT INTO "MirrorVisit" ("organisationId", "domainId", "personId", "at")
      SELECT d."organisationId", d."id", $2, to_timestamp($3::double precision / 1000) FROM "Domain" d WHERE d."id" = ANY($1)
        AND NOT EXISTS (SELECT FROM "MirrorVisit" v WHERE v."organisationId" = d."organisationId" AND v."domainId" = d."id"
          AND v."personId" = $2 AND v."at" > to_timestamp($4::double precision / 1000))
      ON CONFLICT DO NOTHING`,
    values: [visit.domainIds, visit.personId, visit.at, visit.after],
  });
};

/**
 * Who looked at the domain of a team since a moment (epoch milliseconds), the latest first; of each domain that the team was in, in the
 * time that it was.
 */
export const readVisits = async (
  client: PoolClient,
  { teamId, since }: { teamId: TeamId; since: number },
): Promise<Look[]> => {
  const result = await client.query<Look>({
    name: 'mirror-visits',
    text: `SELECT v."personId", p."name", (extract(epoch FROM v."at") * 1000)::double precision AS "at"
      FROM "TeamPlacement" l JOIN "Team" t ON t."organisationId" = l."organisationId" AND t."id" = l."teamId"
        JOIN "MirrorVisit" v ON v."organisationId" = l."organisationId" AND v."domainId" = l."domainId"
          AND v."at" > to_timestamp($2::double precision / 1000)
          AND v."at" >= l."from"::timestamp AT TIME ZONE 'Europe/Amsterdam'
          -- Results of a team that closed are looked at there still.
          AND (l."until" IS NULL OR l."until" = t."closedOn" OR v."at" < l."until"::timestamp AT TIME ZONE 'Europe/Amsterdam')
        JOIN "Person" p ON p."organisationId" = v."organisationId" AND p."id" = v."personId"
      WHERE l."teamId" = $1 ORDER BY v."at" DESC, v."personId"`,
    values: [teamId, since],
  });
  return result.rows;
};
