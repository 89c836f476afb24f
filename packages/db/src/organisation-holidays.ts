import type { LocalDate } from '@roer/domain/dates';
import type { OrganisationId, TeamId } from '@roer/domain/ids';
import { dateColumn } from './organisation-structure.ts';
import type { Transaction } from './organisation-transaction.ts';

/** The days on which the municipality is closed beside public holidays, in order. */
export const readOwnHolidays = async (transaction: Transaction, id: OrganisationId): Promise<LocalDate[]> => {
  const row = await transaction.organisation.findUnique({ where: { id }, select: { ownHolidays: true } });
  return (row?.ownHolidays ?? []).map((day) => day.toISOString().slice(0, 10));
};

export const saveOwnHolidays = async (
  transaction: Transaction,
  { organisationId, days }: { organisationId: OrganisationId; days: readonly LocalDate[] },
): Promise<void> => {
  await transaction.organisation.update({
    where: { id: organisationId },
    data: { ownHolidays: days.map(dateColumn) },
  });
};

/** The teams that are not closed. */
export const readOpenTeams = async (transaction: Transaction): Promise<{ id: TeamId; name: string }[]> => {
  const rows = await transaction.team.findMany({ where: { closedOn: null }, select: { id: true, name: true } });
  // Ids of the database are of the table they were read from.
  return rows.map(({ id, name }) => ({ id: id as TeamId, name }));
};
