import { readAppointments } from '@roer/db/organisation-appointments';
import { readOwnAppointments } from '@roer/db/organisation-membership';
import { mayInOrganisation } from '@roer/domain/access/may';
import type { Actor, OrganisationPermission } from '@roer/domain/access/may';
import { holdsOn } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { OrganisationTransaction } from '../../platform/organisation-transaction.ts';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';
import { openTeam } from '../responsibilities/access.ts';
import type { AllowedTeam } from '../responsibilities/access.ts';

export type AllowedOrganisation<Permission extends OrganisationPermission> = Allowed<
  { actor: Actor },
  Permission,
  OrganisationTransaction
>;

/**
 * Opens the actor's organisation for one permission. Appointments are read inside the transaction: one that ended a
 * moment ago no longer counts. Throws `notFound` to everybody else.
 */
export const openOrganisation =
  <Permission extends OrganisationPermission>(permission: Permission) =>
  async (transaction: OrganisationTransaction): Promise<AllowedOrganisation<Permission>> => {
    const { personId } = transaction.actor;
    const appointments = await readAppointments(transaction.database, { personId });
    const actor: Actor = {
      ...transaction.actor,
      appointments: appointments.filter((appointment) => holdsOn(appointment, transaction.today)),
    };
    if (!mayInOrganisation(actor, permission)) throw new DomainError('notFound');
    return allow(transaction, { actor });
  };

/**
 * Opens an organisation to whoever runs the server, at its command line (rules OP2, OP9 and OP13). No procedure calls this: who gets here
 * has the database already.
 */
export const openToOperator = async <Permission extends OrganisationPermission>(
  transaction: OrganisationTransaction,
): Promise<AllowedOrganisation<Permission>> => allow(transaction, { actor: transaction.actor });

/** Opens an organisation to somebody for what they do about themselves alone (rules MD2, MD5): the caller names nobody else. */
export const openToOneself = (transaction: OrganisationTransaction): Promise<AllowedOrganisation<'people.write'>> =>
  openToOperator(transaction);

/** Opens an organisation to note that what its administrators planned could not be carried out (rule O29). For the job alone. */
export const openToJob = async (
  transaction: OrganisationTransaction,
): Promise<AllowedOrganisation<'structure.write'>> => allow(transaction, { actor: transaction.actor });

/**
 * Opens a team to change who is in it: for its members, and for administrators, who see nothing else of it.
 * `about` as in `openTeam`. Throws `notFound`.
 */
export const openTeamForMembers = async (
  transaction: Transaction,
  request: { teamId: TeamId; about?: readonly ResponsibilityId[] },
): Promise<AllowedTeam<'team.changeMembers'>> => {
  const appointments = await readOwnAppointments(transaction.client, {
    personId: transaction.actor.personId,
    today: transaction.today,
  });
  const actor = { ...transaction.actor, appointments };
  return openTeam({ ...transaction, actor }, { ...request, permission: 'team.changeMembers' });
};
