import { commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import { decideRaiseObstacle, decideWithdrawObstacle } from './obstacles.ts';
import type { RaiseObstacle } from './obstacles.ts';

const raising = { permission: 'obstacle.raise', about: () => [], reads: ['obstacle'] } as const;

/** What a team puts before its management. The answer is no command of the team: whoever gives it is not in it. */
export const obstacleCommands = commandGroup({
  raiseObstacle: commandKind<RaiseObstacle>({ ...raising, action: 'obstacle.raise', decide: decideRaiseObstacle }),
  withdrawObstacle: commandKind<Parameters<typeof decideWithdrawObstacle>[1]>({
    ...raising,
    action: 'obstacle.withdraw',
    decide: decideWithdrawObstacle,
  }),
});
