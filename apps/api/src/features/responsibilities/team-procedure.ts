import type { z } from 'zod';
import type { CommandId, TeamId } from '@roer/domain/ids';
import type { TeamCommandInput, TeamCommandName } from '@roer/domain/responsibilities/team-commands';
import { command } from '../../platform/transaction.ts';
import { signedInProcedure } from '../../platform/trpc.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { decideTeamCommand } from './commands.ts';

type Input<Name extends TeamCommandName> = TeamCommandInput<Name> & { commandId: CommandId; teamId: TeamId };

const toldToManagers: ReadonlySet<TeamCommandName> = new Set(['raiseObstacle', 'withdrawObstacle']);

/** Who leads the team is in none of its rooms: their browsers are told to ask again, without content. */
const requestOf = ({ platform, actor }: SignedInContext, name: TeamCommandName) => ({
  procedure: `responsibilities.${name}`,
  ...(toldToManagers.has(name) ? { committed: () => platform.live.nudgeOrganisation(actor.organisationId) } : {}),
});

/** The procedure of one command of the table: parse, open, decide, save, deliver. */
export const teamProcedure = <Name extends TeamCommandName, Schema extends z.ZodType<Input<Name>, unknown>>(
  name: Name,
  schema: Schema & z.ZodType<Input<Name>, unknown>,
) =>
  signedInProcedure
    .input(schema)
    .mutation(({ ctx, input }) =>
      command(ctx, { ...requestOf(ctx, name), input: input as Input<Name> }, (transaction) =>
        decideTeamCommand(transaction, name, input as Input<Name>),
      ),
    );
