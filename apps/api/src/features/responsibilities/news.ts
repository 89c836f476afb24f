import { readSeenUntil, saveSeenUntil } from '@roer/db/seen-until';
import { readChangesSince, readHead } from '@roer/db/team-transaction';
import { DomainError } from '@roer/domain/errors';
import type { Delivery } from '@roer/domain/feed';
import type { AllowedTeam } from './access.ts';

/**
 * `seenSeq` is null for who never looked: then there is nothing to compare with. `changes` is null when too much happened to
 * tell, or it was pruned. `head` is the number of the feed's last change.
 */
export type News = { seenSeq: number | null; changes: Delivery[] | null; head: number };

/** How far the actor has seen a team, and what others changed since (rules S1, S2). Throws `notFound`. */
export const news = async (team: AllowedTeam<'team.read'>): Promise<News> => {
  const { client, actor } = team.transaction;
  const feedId = team.subject.id;
  const [head, seenSeq] = await Promise.all([
    readHead(client, feedId),
    readSeenUntil(client, { personId: actor.personId, feedId }),
  ]);
  if (head === null) throw new DomainError('notFound');
  if (seenSeq === null) return { seenSeq, changes: [], head };
  const changes = await readChangesSince(client, { feedId, seq: seenSeq });
  return { seenSeq, changes: changes && changes.filter(({ actorId }) => actorId !== actor.personId), head };
};

/** The actor has seen the team up to `seq`, on whichever device. Only they themselves can ever know (rule S3). */
export const markSeen = async (
  team: AllowedTeam<'team.read'>,
  { seq }: { seq: number },
): Promise<{ seenSeq: number }> => {
  const { client, actor } = team.transaction;
  const { organisationId, personId } = actor;
  return { seenSeq: await saveSeenUntil(client, { organisationId, personId, feedId: team.subject.id, seq }) };
};
