import { readTeamFacts } from '@roer/db/team-facts';
import { mayInTeam } from '@roer/domain/access/may';
import type { TeamPermission } from '@roer/domain/access/may';
import { DomainError } from '@roer/domain/errors';
import type { SnapshotPart } from '@roer/domain/feed';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { TeamFacts } from '@roer/domain/responsibilities/facts';
import { allow } from '../../platform/transaction.ts';
import type { Allowed, Transaction } from '../../platform/transaction.ts';

export type AllowedTeam<Permission extends TeamPermission> = Allowed<TeamFacts & { id: TeamId }, Permission>;

/**
 * Opens a team for one permission, with the rows of the responsibilities it is about, or all of them, and of `entities`
 * alone when they are named (with `team` and `member`, which rights are read from). Rights are read inside the transaction: a membership that ended a moment ago no longer counts.
 * Throws `notFound` for a team that is not there and for one that this person has nothing to do with.
 */
export const openTeam = async <Permission extends TeamPermission>(
  transaction: Transaction,
  request: {
    teamId: TeamId;
    permission: Permission;
    about?: readonly ResponsibilityId[] | null;
    entities?: readonly SnapshotPart[];
  },
): Promise<AllowedTeam<Permission>> => {
  const { teamId, about = null, entities } = request;
  const { client, today } = transaction;
  const facts = await readTeamFacts(client, { teamId, today, about, ...(entities ? { entities } : {}) });
  const { actor } = transaction;
  const memberships = Object.values(facts.member)
    .filter((member) => member.personId === actor.personId)
    .map((member) => ({ id: member.id, teamId, teamName: facts.team[teamId]?.name ?? '', home: member.home }));
  if (!facts.team[teamId] || !mayInTeam({ ...actor, memberships }, request.permission, teamId))
    throw new DomainError('notFound');
  return allow(transaction, { ...facts, id: teamId });
};
