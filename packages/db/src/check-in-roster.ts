import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { WindowId } from '@roer/domain/workload/check-in';
import type { RosterCell, RosterFacts } from '@roer/domain/workload/roster';
import { holdOrganisation } from './organisation-lock.ts';
import { inTransaction } from './pool-transaction.ts';
import type { Pool, PoolClient } from './pool.ts';

/** Beside the numbers of epochs, which are never this low: what only one process may do for an organisation at a time. */
const rosterLock = -1_000_000;

/**
 * Runs `work` as roer_release in one transaction of one organisation, while no other process does the same for it: for its
 * rosters, or for one epoch. Whoever answers in that epoch is done first.
 */
export const inRelease = <Result>(
  pool: Pool,
  { organisationId, about }: { organisationId: OrganisationId; about: number | 'rosters' },
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> =>
  inTransaction(pool, async (client) => {
    await client.query(`SELECT set_config('app.organisation', $1, true)`, [organisationId]);
    await holdOrganisation(client, organisationId);
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', [
      organisationId,
      about === 'rosters' ? rosterLock : about,
    ]);
    return work(client);
  });

/** Reads as roer_release in one organisation, and waits for nobody. */
export const readRelease = <Result>(
  pool: Pool,
  organisationId: OrganisationId,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> =>
  inTransaction(pool, async (client) => {
    await client.query(`SELECT set_config('app.organisation', $1, true)`, [organisationId]);
    return work(client);
  });

/** What rosters are made of on the day `today`. `previous`: the window before. */
export const readRosterFacts = async (
  client: PoolClient,
  { today, demo, previous }: { today: LocalDate; demo: boolean; previous: WindowId | null },
): Promise<RosterFacts> => {
  const now = [today];
  const [teams, home, appointments, cells] = await Promise.all([
    client.query<{ id: TeamId; domainId: DomainId; createdOn: LocalDate }>(
      `SELECT t."id", p."domainId", t."createdOn" FROM "Team" t
         JOIN "TeamPlacement" p ON p."organisationId" = t."organisationId" AND p."teamId" = t."id"
           AND p."from" <= $1 AND (p."until" IS NULL OR p."until" > $1)
       WHERE t."closedOn" IS NULL OR t."closedOn" > $1`,
      now,
    ),
    client.query<{ personId: PersonId; teamId: TeamId; provenMailbox: boolean }>(
      `SELECT m."personId", m."teamId", coalesce(p."mailboxProvenOn" < $1, false) AS "provenMailbox" FROM "Membership" m
         JOIN "Person" p ON p."organisationId" = m."organisationId" AND p."id" = m."personId" AND p."erasedAt" IS NULL
       WHERE m."home" AND m."from" <= $1 AND (m."until" IS NULL OR m."until" > $1) ORDER BY m."personId"`,
      now,
    ),
    client.query<{ personId: PersonId; kind: 'manager' | 'administrator'; domainId: DomainId | null }>(
      `SELECT "personId", "kind", "domainId" FROM "Appointment"
       WHERE "from" <= $1 AND ("until" IS NULL OR "until" > $1)`,
      now,
    ),
    client.query<{ teamIds: TeamId[] }>(
      `SELECT array_agg("teamId" ORDER BY "teamId") AS "teamIds" FROM "CellTeam" WHERE "windowId" = $1 GROUP BY "cellId"`,
      [previous],
    ),
  ]);
  return {
    demo,
    teams: teams.rows,
    home: home.rows,
    appointments: appointments.rows,
    previous: cells.rows.map(({ teamIds }) => teamIds),
  };
};

export type NewWindow = {
  organisationId: OrganisationId;
  id: WindowId;
  first: number;
  announcedOn: LocalDate;
  cells: readonly (RosterCell & { id: string })[];
};

const rowsAtOnce = 2000;

/** Announces a window with its groups. They never change. */
export const saveWindow = async (client: PoolClient, window: NewWindow): Promise<void> => {
  const { organisationId, id: windowId, first, announcedOn, cells } = window;
  await client.query(
    'INSERT INTO "RosterWindow" ("organisationId", "id", "first", "announcedOn") VALUES ($1, $2, $3, $4)',
    [organisationId, windowId, first, announcedOn],
  );
  const owned = { organisationId, windowId };
  await insertRows(
    client,
    'Cell',
    cells.map(({ id }) => ({ ...owned, id })),
  );
  await insertRows(
    client,
    'CellTeam',
    cells.flatMap(({ id, teamIds }) => teamIds.map((teamId) => ({ ...owned, cellId: id, teamId }))),
  );
  await insertRows(
    client,
    'CellMember',
    cells.flatMap(({ id, members }) => members.map((member) => ({ ...owned, cellId: id, ...member }))),
  );
};

/** Inserts rows that all have the columns of the first. The names come from our own types, never from outside. */
export const insertRows = async (client: PoolClient, table: string, rows: readonly object[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await client.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      [JSON.stringify(rows.slice(start, start + rowsAtOnce))],
    );
};
