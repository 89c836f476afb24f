import { readOwnAppointments } from '@roer/db/organisation-membership';
import { mayInOrganisation } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';

export type AllowedLog = Allowed<object, 'audit.read'>;

/** Opens the log of the organisation, for its administrators of this moment. Throws `notFound` to everybody else. */
export const openOrganisationLog = async (transaction: Transaction): Promise<AllowedLog> => {
  const { client, actor, today } = transaction;
  const appointments = await readOwnAppointments(client, { personId: actor.personId, today });
  if (!mayInOrganisation({ ...actor, appointments }, 'audit.read')) throw new DomainError('notFound');
  return allow(transaction, {});
};
