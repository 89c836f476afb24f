import type { RowChange } from '@roer/domain/feed';
import type { ObstacleId } from '@roer/domain/ids';
import { decideAnswerObstacle } from '@roer/domain/insights/obstacle-answer';
import type { TeamAction } from '@roer/domain/team-actions';
import type { AllowedObstacle } from './obstacle-access.ts';

/** Answers what a team asked, in the name that the actor has here. Throws `obstacleAnswered`, `obstacleGone`. */
export const answerObstacle = (
  { subject, transaction }: AllowedObstacle,
  { obstacleId, body }: { obstacleId: ObstacleId; body: string },
): { action: TeamAction; changes: RowChange[] } => {
  const { actor, today } = transaction;
  const context = { actorId: actor.personId, today };
  return {
    action: 'obstacle.answer',
    changes: decideAnswerObstacle(subject, { obstacleId, body, byName: actor.name }, context),
  };
};
