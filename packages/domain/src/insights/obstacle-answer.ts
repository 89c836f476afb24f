import { DomainError } from '../errors.ts';
import type { ObstacleRow, RowChange } from '../feed.ts';
import type { ObstacleId, PersonId } from '../ids.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { obstacleIn } from './obstacles.ts';

/**
 * Somebody who leads this team answers: once, with the day, for the whole team to read (rule W6.5). Who may is decided by the
 * gate. The same answer again changes nothing. Throws `obstacleAnswered` (with `by`), `obstacleGone`.
 */
export const decideAnswerObstacle = (
  facts: Pick<TeamFacts, 'obstacle'>,
  { obstacleId, body, byName }: { obstacleId: ObstacleId; body: string; byName: string },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = obstacleIn(facts, obstacleId);
  if (before.answer) {
    if (before.answer.by === actorId && before.answer.body === body) return [];
    throw new DomainError('obstacleAnswered', { by: before.answer.by });
  }
  const answer = { by: actorId, byName, body, on: today };
  return [{ entity: 'obstacle', before, after: { ...before, state: 'answered', answer } }];
};

/** What a team asked somebody, or got answered by them, under their new name instead of the one that `was` (rule W6.8). */
export const decideRenameInObstacles = (
  facts: Pick<TeamFacts, 'obstacle'>,
  { personId, was, name }: { personId: PersonId; was: string; name: string },
): RowChange[] => {
  const named = (row: ObstacleRow, as: string): ObstacleRow => ({
    ...row,
    addressedName: row.addressedTo === personId ? as : row.addressedName,
    answer: row.answer?.by === personId ? { ...row.answer, byName: as } : row.answer,
  });
  return Object.values(facts.obstacle)
    .filter(({ addressedTo, answer }) => addressedTo === personId || answer?.by === personId)
    .map((row) => ({ entity: 'obstacle', before: named(row, was), after: named(row, name) }));
};
