import type { AppointmentId, DomainId, OrganisationId, PersonId } from '@roer/domain/ids';
import type { AppointmentRow } from '@roer/domain/organisation/appointment';
import { dateColumn } from './organisation-structure.ts';
import type { Transaction } from './organisation-transaction.ts';

/** The appointments that have no end yet, of everybody or of one person. */
export const readAppointments = async (
  transaction: Transaction,
  of: { personId?: PersonId } = {},
): Promise<AppointmentRow[]> => {
  const rows = await transaction.appointment.findMany({ where: { ...of, until: null }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    // Ids of the database are of the table they were read from.
    id: row.id as AppointmentId,
    personId: row.personId as PersonId,
    kind: row.kind,
    domainId: row.domainId as DomainId | null,
    from: row.from.toISOString().slice(0, 10),
    until: null,
  }));
};

export const insertAppointment = async (
  transaction: Transaction,
  organisationId: OrganisationId,
  row: AppointmentRow,
): Promise<void> => {
  await transaction.appointment.create({ data: { ...row, organisationId, from: dateColumn(row.from), until: null } });
};

export const saveEndedAppointments = async (
  transaction: Transaction,
  rows: readonly AppointmentRow[],
): Promise<void> => {
  for (const { id, until } of rows)
    await transaction.appointment.updateMany({ where: { id }, data: { until: until && dateColumn(until) } });
};

/** Whether this is the example municipality, whose people sign in without a password. */
export const isDemo = async (transaction: Transaction, id: OrganisationId): Promise<boolean> =>
  (await transaction.organisation.findFirst({ where: { id }, select: { demo: true } }))?.demo ?? false;
