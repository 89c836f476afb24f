import type { LocalDate } from '@roer/domain/dates';
import type { DomainId, OrganisationId, PersonId, TeamId } from '@roer/domain/ids';
import type { Transaction } from './organisation-transaction.ts';

/** Prisma's form of a date column: midnight UTC. */
export const dateColumn = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

export type StructureRow = {
  id: DomainId;
  name: string;
  teams: { id: TeamId; name: string; people: number }[];
};

/** The open domains with the teams that are in them now and how many people those have, by name. */
export const readStructure = async (transaction: Transaction): Promise<StructureRow[]> => {
  const rows = await transaction.domain.findMany({
    where: { closedOn: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      placements: {
        where: { until: null, team: { closedOn: null } },
        orderBy: [{ team: { name: 'asc' } }, { teamId: 'asc' }],
        select: {
          team: { select: { id: true, name: true, _count: { select: { memberships: { where: { until: null } } } } } },
        },
      },
    },
  });
  return rows.map((row) => ({
    // Ids of the database are of the table they were read from.
    id: row.id as DomainId,
    name: row.name,
    teams: row.placements.map(({ team }) => ({
      id: team.id as TeamId,
      name: team.name,
      people: team['_count'].memberships,
    })),
  }));
};

/** An open domain; null when there is none. */
export const readDomain = async (
  transaction: Transaction,
  id: DomainId,
): Promise<{ name: string; teams: number } | null> => {
  const row = await transaction.domain.findFirst({
    where: { id, closedOn: null },
    select: { name: true, _count: { select: { placements: { where: { until: null } } } } },
  });
  return row && { name: row.name, teams: row['_count'].placements };
};

/** An open team and the domain it is in; null when there is none. */
export const readTeam = async (
  transaction: Transaction,
  id: TeamId,
): Promise<{ name: string; domainId: DomainId | null; members: number; ownHolidays: LocalDate[] } | null> => {
  const row = await transaction.team.findFirst({
    where: { id, closedOn: null },
    select: {
      name: true,
      organisation: { select: { ownHolidays: true } },
      placements: { where: { until: null }, select: { domainId: true } },
      _count: { select: { memberships: { where: { until: null } } } },
    },
  });
  if (!row) return null;
  // As above: of the table it was read from.
  const domainId = (row.placements[0]?.domainId ?? null) as DomainId | null;
  const ownHolidays = row.organisation.ownHolidays.map((day) => day.toISOString().slice(0, 10));
  return { name: row.name, domainId, members: row['_count'].memberships, ownHolidays };
};

export const insertDomain = async (
  transaction: Transaction,
  row: { organisationId: OrganisationId; id: DomainId; name: string },
): Promise<void> => {
  await transaction.domain.create({ data: row });
};

export const saveDomainName = async (transaction: Transaction, id: DomainId, name: string): Promise<void> => {
  await transaction.domain.updateMany({ where: { id }, data: { name } });
};

/** Closes a domain and ends the appointments of its managers. */
export const saveDomainClosed = async (transaction: Transaction, id: DomainId, on: LocalDate): Promise<PersonId[]> => {
  const until = dateColumn(on);
  const managers = await transaction.appointment.findMany({
    where: { domainId: id, until: null },
    select: { personId: true },
  });
  await transaction.appointment.updateMany({ where: { domainId: id, until: null }, data: { until } });
  await transaction.domain.updateMany({ where: { id }, data: { closedOn: until } });
  // As above: of the table it was read from.
  return managers.map(({ personId }) => personId as PersonId);
};

/** Makes a team in a domain, with the feed of its changes. */
export const insertTeam = async (
  transaction: Transaction,
  row: { organisationId: OrganisationId; id: TeamId; name: string; on: LocalDate; placement: Placement },
): Promise<void> => {
  const { organisationId, id, name, on, placement } = row;
  await transaction.team.create({ data: { organisationId, id, name, createdOn: dateColumn(on) } });
  await transaction.feed.create({ data: { organisationId, ownerId: id, kind: 'team', seq: 0 } });
  await placeTeam(transaction, { organisationId, teamId: id, on, placement });
};

export type Placement = { id: string; domainId: DomainId };
type Placed = { organisationId: OrganisationId; teamId: TeamId; on: LocalDate; placement: Placement };

/** The day `on` is the team's first day in the domain. It is in none until then. */
export const placeTeam = async (
  transaction: Transaction,
  { organisationId, teamId, on, placement }: Placed,
): Promise<void> => {
  const { id, domainId } = placement;
  await transaction.teamPlacement.create({ data: { organisationId, id, teamId, domainId, from: dateColumn(on) } });
};

/** Ends where a team is; the day it is placed elsewhere is the first day there. */
const endPlacements = async (transaction: Transaction, teamId: TeamId, on: LocalDate): Promise<void> => {
  await transaction.teamPlacement.updateMany({ where: { teamId, until: null }, data: { until: dateColumn(on) } });
};

export const savePlacement = async (transaction: Transaction, placed: Placed): Promise<void> => {
  await endPlacements(transaction, placed.teamId, placed.on);
  await placeTeam(transaction, placed);
};

export const saveTeamClosed = async (transaction: Transaction, teamId: TeamId, on: LocalDate): Promise<void> => {
  await endPlacements(transaction, teamId, on);
  await transaction.team.updateMany({ where: { id: teamId }, data: { closedOn: dateColumn(on) } });
};
