import { z } from 'zod';
import { answerObstacleInput } from '@roer/domain/insights/obstacle-schema';
import { id } from '@roer/domain/responsibilities/schema';
import { command, read } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import { openTeam } from '../responsibilities/access.ts';
import { openObstacle, openObstacles } from './obstacle-access.ts';
import { answerObstacle } from './obstacle-commands.ts';
import { addressees, obstacles } from './obstacle-queries.ts';

/** What teams ask their management: whom they may ask, what a manager sees of it, and the answer. */
export const obstacleProcedures = {
  addressees: signedInProcedure.input(z.object({ teamId: id<'team'>() })).query(({ ctx, input }) =>
    read(ctx, async (transaction) =>
      addressees(
        await openTeam(transaction, {
          ...input,
          permission: 'obstacle.raise',
          about: [],
          entities: ['team', 'member'],
        }),
      ),
    ),
  ),
  obstacles: signedInProcedure.query(({ ctx }) =>
    read(ctx, async (transaction) => obstacles(await openObstacles(transaction))),
  ),
  answerObstacle: signedInProcedure.input(answerObstacleInput).mutation(async ({ ctx, input }) => {
    const { live } = ctx.platform;
    // Others who lead the team see it too, and nobody's screen of the organisation holds more than it may.
    const committed = () => live.nudgeOrganisation(ctx.actor.organisationId);
    await command(ctx, { procedure: 'insights.answerObstacle', input, committed }, async (transaction) =>
      answerObstacle(await openObstacle(transaction, input), input),
    );
    // The change itself is the team's: it tells who of them wrote down what they ask.
    return { answered: true as const };
  }),
};
