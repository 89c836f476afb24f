import type { ClientBase } from 'pg';
import type { OrganisationId } from '@roer/domain/ids';
import { waitForOrganisation } from '../organisation-lock.ts';
import type { Municipality } from './rows.ts';

type Queries = Pick<ClientBase, 'query'>;

// Parents before what points at them.
const tables = [
  'Organisation',
  'Person',
  'Domain',
  'Team',
  'TeamPlacement',
  'Membership',
  'MembershipHours',
  'Appointment',
  'Area',
  'Responsibility',
  'ResponsibilityHours',
  'Assignment',
  'Offer',
  'Duty',
  'DutySchedule',
  'Occurrence',
  'Absence',
  'DeadlineWork',
  'DeadlineShare',
  'Help',
  'Note',
  'CoverLevel',
  'LeaveIntent',
  'Obstacle',
  'Handover',
  'HandoverItem',
  'Duo',
  'DuoSession',
  'AuditEntry',
] as const satisfies readonly (keyof Municipality)[];

const rowsAtOnce = 5000;

/**
 * Writes a municipality with an empty feed for the organisation and for each team. Runs inside the caller's transaction,
 * as the owner or as roer_app; names the organisation for row-level security itself.
 * Throws PostgreSQL's 23505 when it is there already.
 */
export const writeMunicipality = async (client: Queries, municipality: Municipality): Promise<void> => {
  const [organisation] = municipality.Organisation;
  if (!organisation) throw new Error('A municipality has an organisation.');
  await nameOrganisation(client, organisation.id);
  for (const table of tables) await insert(client, table, municipality[table]);
  const feed = { organisationId: organisation.id, seq: 0 };
  await insert(client, 'Feed', [
    { ...feed, ownerId: organisation.id, kind: 'organisation' },
    ...municipality.Team.map((team) => ({ ...feed, ownerId: team.id, kind: 'team' })),
  ]);
};

const insert = async (client: Queries, table: string, rows: readonly object[]): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  // Names come from our own types, never from outside.
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await client.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      [JSON.stringify(rows.slice(start, start + rowsAtOnce))],
    );
  }
};

// Children first and by table, because a cascade looks for them row by row and stops at areas that are in use.
const removal = [
  'Command',
  'Change',
  'Feed',
  'PersonToken',
  'Obstacle',
  'LeaveIntent',
  'Note',
  'Help',
  'Absence',
  'Occurrence',
  'DutySchedule',
  'Duty',
  'Delegation',
  'Offer',
  'Assignment',
  'ResponsibilityHours',
  'Responsibility',
  'CatalogueItem',
  'ImportRun',
  'Area',
  'Appointment',
  'MembershipHours',
  'Membership',
  'TeamPlacement',
  'Team',
  'Domain',
  'Person',
] as const;

/**
 * Removes an organisation and all it has, inside the caller's transaction, as the owner or as roer_app. Two things stay:
 * audit entries, which nobody may remove and which hold ids and numbers only, and the accounts to sign in with, which
 * belong to roer_identity. Removing what is not there changes nothing. Waits for the check-in that is being made.
 */
export const removeOrganisation = async (client: Queries, organisationId: OrganisationId): Promise<void> => {
  await nameOrganisation(client, organisationId);
  await waitForOrganisation(client, organisationId);
  for (const table of removal) {
    await client.query(`DELETE FROM "${table}" WHERE "organisationId" = $1`, [organisationId]);
  }
  await client.query('DELETE FROM "Organisation" WHERE "id" = $1', [organisationId]);
};

const nameOrganisation = async (client: Queries, organisationId: OrganisationId): Promise<void> => {
  await client.query(`SELECT set_config('app.organisation', $1, true)`, [organisationId]);
};
