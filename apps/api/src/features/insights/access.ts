import { readTeamForResults } from '@roer/db/check-in-results';
import { readOwnAppointments } from '@roer/db/organisation-membership';
import { isMember as isMemberNow, mayViewResults } from '@roer/domain/access/may';
import type { Actor } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { DomainId, TeamId } from '@roer/domain/ids';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';

/** `lookedInto`: the domain that somebody looks into who is not of the team; null for its members. */
export type AllowedResults = Allowed<{ teamId: TeamId; name: string; lookedInto: DomainId | null }, 'results.read'>;
export type AllowedShared = Allowed<{ teamId: TeamId }, 'shared.read'>;

/** The actor with the appointments that hold now: one that ended a moment ago no longer counts. */
const current = async ({ client, actor, today }: Transaction): Promise<Actor> => ({
  ...actor,
  appointments: await readOwnAppointments(client, { personId: actor.personId, today }),
});

const teamOf = async ({ client, actor, today }: Transaction, teamId: TeamId) => {
  const team = await readTeamForResults(client, { teamId, personId: actor.personId, today });
  if (!team) throw new DomainError('notFound');
  return team;
};

/**
 * Opens what was published of a team's check-ins: for its members and for who leads its domain (rule P8), or did when it closed
 * (rule I1.13). Throws `notFound`.
 */
export const openResults = async (
  transaction: Transaction,
  { teamId }: { teamId: TeamId },
): Promise<AllowedResults> => {
  const team = await teamOf(transaction, teamId);
  if (!mayViewResults(await current(transaction), team)) throw new DomainError('notFound');
  return allow(transaction, { teamId, name: team.name, lookedInto: team.isMember ? null : team.domainId });
};

/** Opens what colleagues shared with their team: for its members only. Throws `notFound`. */
export const openShared = async (transaction: Transaction, { teamId }: { teamId: TeamId }): Promise<AllowedShared> => {
  const { isMember } = await teamOf(transaction, teamId);
  // Of a team that closed nothing is shown any more.
  if (!isMember || !isMemberNow(transaction.actor, teamId)) throw new DomainError('notFound');
  return allow(transaction, { teamId });
};
