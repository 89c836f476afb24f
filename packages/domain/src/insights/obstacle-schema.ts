import { z } from 'zod';
import { teamCommand, obstacleId } from '../responsibilities/schema.ts';
import { obstacleLimits } from './obstacles.ts';

/** What somebody who leads a team answers it. */
export const answerObstacleInput = teamCommand.extend({
  obstacleId,
  body: z.string().trim().min(1).max(obstacleLimits.answer),
});
