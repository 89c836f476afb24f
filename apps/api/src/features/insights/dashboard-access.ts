import { readTeamForResults } from '@roer/db/check-in-results';
import { readDomainName } from '@roer/db/dashboard';
import { readOwnAppointments } from '@roer/db/organisation-membership';
import { domainsLed, isManager, isManagerOf } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { DomainId, TeamId } from '@roer/domain/ids';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';

/** `domainIds` is null for who leads the whole organisation. */
export type AllowedDashboard = Allowed<{ domainIds: readonly DomainId[] | null }, 'dashboard.read'>;
export type AllowedDomain = Allowed<{ id: DomainId; name: string }, 'dashboard.openDomain'>;
export type AllowedMirror = Allowed<{ teamId: TeamId; domainId: DomainId | null }, 'mirror.read'>;

/** The appointments that hold now: one that ended a moment ago no longer counts. */
const leads = async ({ client, actor, today }: Transaction): Promise<Pick<Actor, 'appointments'>> => ({
  appointments: await readOwnAppointments(client, { personId: actor.personId, today }),
});

/** Opens the dashboard of whoever leads a domain or the organisation. Throws `notFound` to everybody else. */
export const openDashboard = async (transaction: Transaction): Promise<AllowedDashboard> => {
  const leading = await leads(transaction);
  if (!isManager(leading)) throw new DomainError('notFound');
  return allow(transaction, { domainIds: domainsLed(leading) });
};

/** Opens one domain, for who leads it today. Throws `notFound` to everybody else, and of a domain that is not there. */
export const openDomain = async (
  transaction: Transaction,
  { domainId }: { domainId: DomainId },
): Promise<AllowedDomain> => {
  const [leading, name] = await Promise.all([leads(transaction), readDomainName(transaction.client, domainId)]);
  if (name === null || !isManagerOf(leading, domainId)) throw new DomainError('notFound');
  return allow(transaction, { id: domainId, name });
};

/** Opens what the managers of a team see of it, for its members (rules I1.13, I2.1). Throws `notFound` to everybody else. */
export const openMirror = async (transaction: Transaction, { teamId }: { teamId: TeamId }): Promise<AllowedMirror> => {
  const { client, actor, today } = transaction;
  const team = await readTeamForResults(client, { teamId, personId: actor.personId, today });
  if (!team?.isMember) throw new DomainError('notFound');
  return allow(transaction, { teamId, domainId: team.domainId });
};
