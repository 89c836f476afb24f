import { operatorId, providerId } from '@roer/domain/audit/kinds';
import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { Statement, WindowId } from '@roer/domain/workload/check-in';
import type { PoolClient } from './pool.ts';

/** From now on this transaction sees what was published at `now` (epoch milliseconds) and nothing later. */
export const atMoment = async (client: PoolClient, now: number): Promise<void> => {
  await client.query({ name: 'moment', text: `SELECT set_config('app.now', $1, true)`, values: [String(now)] });
};

export type WindowRecord = { id: WindowId; first: number; announcedOn: LocalDate };

/** The last windows that were announced, the latest first. */
export const readWindows = async (client: PoolClient, most: number): Promise<WindowRecord[]> => {
  const result = await client.query<WindowRecord>({
    name: 'roster-windows',
    text: 'SELECT "id", "first", "announcedOn" FROM "RosterWindow" ORDER BY "first" DESC LIMIT $1',
    values: [most],
  });
  return result.rows;
};

/** The groups that somebody is in, in these windows. */
export const readOwnCells = async (
  client: PoolClient,
  { personId, windows }: { personId: PersonId; windows: readonly WindowId[] },
): Promise<{ windowId: WindowId; cellId: string }[]> => {
  const result = await client.query<{ windowId: WindowId; cellId: string }>({
    name: 'own-cells',
    text: `SELECT "windowId", "cellId" FROM "CellMember" WHERE "personId" = $1 AND "windowId" = ANY ($2::uuid[])`,
    values: [personId, windows],
  });
  return result.rows;
};

export type RosterMember = {
  personId: PersonId;
  name: string;
  teamId: TeamId;
  addedBy: string | null;
  /** When nobody of the organisation did. */
  adder: 'provider' | 'operator' | null;
  /** Since when the account is surely its owner's; null when it is not. */
  provenOn: LocalDate | null;
};
export type RosterRecord = {
  teams: { id: TeamId; name: string }[];
  members: RosterMember[];
  /** Who was counted with any of these teams in the window before; empty without one. */
  before: { personId: PersonId; name: string }[];
};

/** Who is in a group, in which teams, and who was there in the window before, by name. */
export const readRoster = async (
  client: PoolClient,
  { cellId, previous }: { cellId: string; previous: WindowId | null },
): Promise<RosterRecord> => {
  const [teams, members, before] = await Promise.all([
    client.query<{ id: TeamId; name: string }>({
      name: 'roster-teams',
      text: `SELECT t."id", t."name" FROM "CellTeam" c
          JOIN "Team" t ON t."organisationId" = c."organisationId" AND t."id" = c."teamId"
        WHERE c."cellId" = $1 ORDER BY t."name", t."id"`,
      values: [cellId],
    }),
    client.query<RosterMember>({
      name: 'roster-members',
      text: `SELECT p."id" AS "personId", p."name", c."teamId", p."mailboxProvenOn" AS "provenOn", a."name" AS "addedBy",
          CASE m."addedBy" WHEN $2::uuid THEN 'provider' WHEN $3::uuid THEN 'operator' END AS "adder"
        FROM "CellMember" c JOIN "Person" p ON p."organisationId" = c."organisationId" AND p."id" = c."personId"
          LEFT JOIN LATERAL (SELECT m."addedBy" FROM "Membership" m
            WHERE m."organisationId" = c."organisationId" AND m."personId" = c."personId" AND m."teamId" = c."teamId"
            ORDER BY m."from" DESC, m."until" DESC NULLS FIRST LIMIT 1) m ON true
          LEFT JOIN "Person" a ON a."organisationId" = c."organisationId" AND a."id" = m."addedBy"
        WHERE c."cellId" = $1 ORDER BY p."name", p."id"`,
      values: [cellId, providerId, operatorId],
    }),
    client.query<{ personId: PersonId; name: string }>({
      name: 'roster-before',
      text: `SELECT p."id" AS "personId", p."name" FROM "CellMember" c
          JOIN "Person" p ON p."organisationId" = c."organisationId" AND p."id" = c."personId"
        WHERE c."windowId" = $2 AND c."cellId" IN (
          SELECT o."cellId" FROM "CellTeam" o JOIN "CellTeam" n
            ON n."organisationId" = o."organisationId" AND n."teamId" = o."teamId" AND n."cellId" = $1
          WHERE o."windowId" = $2)
        ORDER BY p."name", p."id"`,
      values: [cellId, previous],
    }),
  ]);
  return { teams: teams.rows, members: members.rows, before: before.rows };
};

export type Outsider = {
  home: { teamId: TeamId; domainId: DomainId } | null;
  /** Since when the account is surely its owner's; null when it is not. */
  provenOn: LocalDate | null;
  /** Whether the home team is in a group of the window asked about. */
  inCell: boolean;
};

/** What tells why somebody is in no group, on the day `today`. */
export const readOutsider = async (
  client: PoolClient,
  { personId, today, windowId }: { personId: PersonId; today: LocalDate; windowId: WindowId | null },
): Promise<Outsider> => {
  const result = await client.query<{
    teamId: TeamId | null;
    domainId: DomainId | null;
    provenOn: LocalDate | null;
    inCell: boolean;
  }>({
    name: 'outsider',
    text: `SELECT m."teamId", l."domainId", p."mailboxProvenOn" AS "provenOn",
        EXISTS (SELECT FROM "CellTeam" c WHERE c."organisationId" = p."organisationId" AND c."windowId" = $3
          AND c."teamId" = m."teamId") AS "inCell"
      FROM "Person" p
        LEFT JOIN "Membership" m ON m."organisationId" = p."organisationId" AND m."personId" = p."id" AND m."home"
          AND m."from" <= $2 AND (m."until" IS NULL OR m."until" > $2)
        LEFT JOIN "TeamPlacement" l ON l."organisationId" = m."organisationId" AND l."teamId" = m."teamId"
          AND l."from" <= $2 AND (l."until" IS NULL OR l."until" > $2)
      WHERE p."id" = $1`,
    values: [personId, today, windowId],
  });
  const [row] = result.rows;
  return {
    home: row?.teamId && row.domainId ? { teamId: row.teamId, domainId: row.domainId } : null,
    provenOn: row?.provenOn ?? null,
    inCell: row?.inCell ?? false,
  };
};

/** The public key of an epoch that takes answers; null when it was not opened or has closed. */
export const readOpenEpoch = async (
  client: PoolClient,
  number: number,
): Promise<{ windowId: WindowId; publicKey: Buffer } | null> => {
  const result = await client.query<{ windowId: WindowId; publicKey: Buffer | null }>({
    name: 'open-epoch',
    text: 'SELECT "windowId", "publicKey" FROM "Epoch" WHERE "number" = $1 AND NOT "closed"',
    values: [number],
  });
  const [row] = result.rows;
  return row?.publicKey ? { windowId: row.windowId, publicKey: row.publicKey } : null;
};

/** Holds an epoch open until this transaction ends: who closes it waits, and who comes later sees that it closed. */
export const holdEpoch = async (
  client: PoolClient,
  { organisationId, number }: { organisationId: OrganisationId; number: number },
): Promise<void> => {
  await client.query({
    name: 'hold-epoch',
    text: 'SELECT pg_advisory_xact_lock_shared(hashtext($1), $2)',
    values: [organisationId, number],
  });
};

/**
 * Replaces the own sealed answers of an epoch, all five in one statement; null writes them again as they are. The transaction
 * is the person's own. Rows that are not there are not made.
 */
export const saveOwnAnswers = async (
  client: PoolClient,
  { number, personId, sealed }: { number: number; personId: PersonId; sealed: Record<Statement, Buffer> | null },
): Promise<void> => {
  if (sealed === null) {
    await client.query({ name: 'rewrite-answers', text: 'SELECT rewrite_own_answers($1)', values: [number] });
    return;
  }
  await client.query({
    name: 'save-answers',
    text: `UPDATE "Answer" a SET "sealed" = s."sealed" FROM unnest($3::text[], $4::bytea[]) AS s("statement", "sealed")
      WHERE a."epoch" = $1 AND a."personId" = $2 AND a."statement" = s."statement"`,
    values: [number, personId, Object.keys(sealed), Object.values(sealed)],
  });
};

/** The epochs in which there are answers of somebody, sealed or blank. The transaction is their own. */
export const readOwnOpenEpochs = async (client: PoolClient, personId: PersonId): Promise<{ number: number }[]> => {
  const result = await client.query<{ number: number }>(
    `SELECT DISTINCT e."number" FROM "Answer" a
       JOIN "Epoch" e ON e."organisationId" = a."organisationId" AND e."number" = a."epoch"
     WHERE a."personId" = $1 AND NOT e."closed" ORDER BY 1`,
    [personId],
  );
  return result.rows;
};
