import { dayInMilliseconds } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { operatorId, personalDays, personalKinds, providerId, teamLogDays } from '@roer/domain/audit/kinds';
import type { AuditAction, OperatorAction } from '@roer/domain/audit/kinds';
import type { AuditActor, AuditCursor, AuditLine } from '@roer/domain/audit/log';
import type { OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import { enterOrganisation } from './first-run.ts';
import { isItsLine } from './audit-lines.ts';
import { inTransaction } from './pool-transaction.ts';
import type { Pool, PoolClient } from './pool.ts';

/** Which lines: of these kinds, and, where given, of one person or one day, after a cursor. */
export type LogRequest = {
  actions: readonly AuditAction[];
  personId: PersonId | null;
  day: LocalDate | null;
  before: AuditCursor | null;
  limit: number;
};

type Row = Omit<AuditLine, 'actor'> & { actorId: PersonId; actorName: string | null };

const actorOf = ({ actorId, actorName }: Row): AuditActor => {
  if (actorId === operatorId) return { kind: 'operator' };
  if (actorId === providerId) return { kind: 'provider' };
  return actorName === null ? { kind: 'former' } : { kind: 'person', personId: actorId, name: actorName };
};

const lineOf = (row: Row): AuditLine => {
  const { id, at, action, about, team, role } = row;
  return { id, at, actor: actorOf(row), action, about, team, role };
};

// $1 to $6 are the request. The erased have no name any more.
const columns = `e."id", (extract(epoch FROM e."at") * 1000)::double precision AS "at", e."actorId", e."action",
  (SELECT p."name" FROM "Person" p WHERE p."organisationId" = e."organisationId" AND p."id" = e."actorId" AND p."erasedAt" IS NULL)
    AS "actorName",
  CASE WHEN e."action" IN ('appointment.start', 'appointment.end') THEN (
    SELECT jsonb_build_object('kind', a."kind", 'domain', d."name") FROM "Appointment" a
      LEFT JOIN "Domain" d ON d."organisationId" = a."organisationId" AND d."id" = a."domainId"
    WHERE a."organisationId" = e."organisationId" AND a."id" = (e."detail"->>'appointmentId')::uuid) END AS "role"`;
const chosen = `e."action" = ANY ($1) AND ($2::uuid IS NULL OR e."actorId" = $2)
  AND ($3::date IS NULL OR (e."at" >= $3::date::timestamp AT TIME ZONE 'Europe/Amsterdam'
    AND e."at" < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'))
  AND ($4::double precision IS NULL OR (e."at", e."id") < (to_timestamp($4::double precision / 1000), $5::uuid))`;
const ordered = 'ORDER BY e."at" DESC, e."id" DESC LIMIT $6';
const valuesOf = ({ actions, personId, day, before, limit }: LogRequest): unknown[] => [
  actions,
  personId,
  day,
  before?.at ?? null,
  before?.id ?? null,
  limit,
];
const person = `(SELECT p."name" FROM "Person" p WHERE p."organisationId" = e."organisationId" AND p."id" = e."subjectId" AND p."erasedAt" IS NULL)`;
const teamBy = (id: string): string =>
  `(SELECT t."name" FROM "Team" t WHERE t."organisationId" = e."organisationId" AND t."id" = ${id})`;
/** People, domains and teams: nothing of a team's work. */
const aboutStructure = `coalesce(${person},
  (SELECT d."name" FROM "Domain" d WHERE d."organisationId" = e."organisationId" AND d."id" = e."subjectId"),
  CASE WHEN e."teamId" IS NULL THEN ${teamBy('e."subjectId"')} END) AS "about", ${teamBy('e."teamId"')} AS "team"`;

/** What was done to the organisation, the latest first (rule AU5). */
export const readOrganisationLog = async (client: PoolClient, request: LogRequest): Promise<AuditLine[]> => {
  const result = await client.query<Row>({
    name: 'organisation-log',
    // The condition of its index, word for word.
    text: `SELECT ${columns}, ${aboutStructure} FROM "AuditEntry" e
      WHERE (e."teamId" IS NULL OR e."action" LIKE 'membership.%') AND ${isItsLine('e')} AND ${chosen} ${ordered}`,
    values: valuesOf(request),
  });
  return result.rows.map(lineOf);
};

/** What was done in one team, the latest first, as far back as `now` (epoch milliseconds) allows (rule AU6). */
export const readTeamLog = async (
  client: PoolClient,
  { teamId, now }: { teamId: TeamId; now: number },
  request: LogRequest,
): Promise<AuditLine[]> => {
  const result = await client.query<Row>({
    name: 'team-log',
    text: `SELECT ${columns}, NULL AS "team", CASE WHEN e."action" LIKE 'membership.%' THEN ${person}
        ELSE (SELECT r."title" FROM "Responsibility" r WHERE r."organisationId" = e."organisationId"
          AND r."teamId" = e."teamId" AND r."id" = e."subjectId") END AS "about"
      FROM "AuditEntry" e WHERE e."teamId" = $7 AND e."at" > to_timestamp($8::double precision / 1000)
        AND (e."action" <> ALL ($9) OR e."at" > to_timestamp($10::double precision / 1000))
        AND (e."action" NOT LIKE 'membership.%' OR ${isItsLine('e')}) AND ${chosen} ${ordered}`,
    values: [
      ...valuesOf(request),
      teamId,
      now - teamLogDays * dayInMilliseconds,
      personalKinds,
      now - personalDays * dayInMilliseconds,
    ],
  });
  return result.rows.map(lineOf);
};

/** What was done with somebody's account and rights, by whomever, the latest first (rule AU10). */
export const readOwnLog = async (
  client: PoolClient,
  { personId, actions, limit }: { personId: PersonId; actions: readonly AuditAction[]; limit: number },
): Promise<AuditLine[]> => {
  const result = await client.query<Row>({
    name: 'own-log',
    text: `SELECT ${columns}, NULL AS "about", NULL AS "team" FROM "AuditEntry" e WHERE e."subjectId" = $2 AND e."teamId" IS NULL
      AND e."action" = ANY ($1) ORDER BY e."at" DESC, e."id" DESC LIMIT $3`,
    values: [actions, personId, limit],
  });
  return result.rows.map(lineOf);
};

/** What the operator found when they last walked the chain. */
export const readVerified = async (client: PoolClient): Promise<{ at: number; detail: unknown } | null> => {
  const { rows } = await client.query<{ at: number; detail: unknown }>(
    `SELECT (extract(epoch FROM e."at") * 1000)::double precision AS "at", e."detail" FROM "AuditEntry" e
     WHERE (e."teamId" IS NULL OR e."action" LIKE 'membership.%') AND e."action" = 'audit.verify'
     ORDER BY e."at" DESC, e."id" DESC LIMIT 1`,
  );
  return rows[0] ?? null;
};

/** Writes down what whoever runs the server did at the command line; `now` in epoch milliseconds. Numbers only. */
export const noteOperator = (
  pool: Pool,
  entry: {
    organisationId: OrganisationId;
    id: string;
    action: OperatorAction;
    detail: Record<string, number>;
    now: number;
  },
): Promise<void> =>
  inTransaction(pool, async (client) => {
    await enterOrganisation(client, entry.organisationId);
    await client.query(
      `INSERT INTO "AuditEntry" ("organisationId", "id", "actorId", "action", "subjectId", "detail", "at")
       VALUES ($1, $2, $3, $4, $1, $5, to_timestamp($6::double precision / 1000))`,
      [entry.organisationId, entry.id, operatorId, entry.action, entry.detail, entry.now],
    );
  });
