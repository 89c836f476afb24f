import { z } from 'zod';
import type { TeamPermission } from '@roer/domain/access/may';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import {
  acceptOfferInput,
  addResponsibilitiesInput,
  answerOfferInput,
  changeShareInput,
  createAreaInput,
  editResponsibilityInput,
  giveBackInput,
  id,
  makeOfferInput,
  removeAreaInput,
  renameAreaInput,
  responsibilityInput,
  takeOverInput,
  undoInput,
} from '@roer/domain/responsibilities/schema';
import { command, read } from '../../platform/transaction.ts';
import { router, signedInProcedure } from '../../platform/trpc.ts';
import { openTeam } from './access.ts';
import * as commands from './commands.ts';
import { board, changesSince, history } from './queries.ts';

const teamInput = z.object({ teamId: id<'team'>() });

/** The gate that a command goes through: one permission, and the one responsibility it is about. */
const gate =
  <Permission extends TeamPermission>(permission: Permission) =>
  ({ teamId, responsibilityId }: { teamId: TeamId; responsibilityId: ResponsibilityId }) => ({
    teamId,
    permission,
    about: [responsibilityId],
  });
const members = ({ teamId }: { teamId: TeamId }) => ({ teamId, permission: 'team.read' as const });
const carrying = gate('responsibility.carry');
const passingOn = gate('responsibility.passOn');
const writing = gate('responsibility.write');

export const responsibilitiesRouter = router({
  board: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) => read(ctx, async (transaction) => board(await openTeam(transaction, members(input))))),
  since: signedInProcedure
    .input(teamInput.extend({ seq: z.int().min(0) }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) =>
        changesSince(await openTeam(transaction, { ...members(input), about: [] }), input),
      ),
    ),
  history: signedInProcedure
    .input(teamInput.extend({ responsibilityId: id<'responsibility'>() }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) => history(await openTeam(transaction, gate('team.read')(input)), input)),
    ),
  takeOver: signedInProcedure
    .input(takeOverInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.takeOver', input }, async (transaction) =>
        commands.takeOver(await openTeam(transaction, carrying(input)), input),
      ),
    ),
  giveBack: signedInProcedure
    .input(giveBackInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.giveBack', input }, async (transaction) =>
        commands.giveBack(await openTeam(transaction, carrying(input)), input),
      ),
    ),
  changeShare: signedInProcedure
    .input(changeShareInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.changeShare', input }, async (transaction) =>
        commands.changeShare(await openTeam(transaction, carrying(input)), input),
      ),
    ),
  makeOffer: signedInProcedure
    .input(makeOfferInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.makeOffer', input }, async (transaction) =>
        commands.makeOffer(await openTeam(transaction, passingOn(input)), input),
      ),
    ),
  acceptOffer: signedInProcedure
    .input(acceptOfferInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.acceptOffer', input }, async (transaction) =>
        commands.acceptOffer(await openTeam(transaction, passingOn(input)), input),
      ),
    ),
  declineOffer: signedInProcedure
    .input(answerOfferInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.declineOffer', input }, async (transaction) =>
        commands.declineOffer(await openTeam(transaction, passingOn(input)), input),
      ),
    ),
  withdrawOffer: signedInProcedure
    .input(answerOfferInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.withdrawOffer', input }, async (transaction) =>
        commands.withdrawOffer(await openTeam(transaction, passingOn(input)), input),
      ),
    ),
  add: signedInProcedure
    .input(addResponsibilitiesInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.add', input }, async (transaction) =>
        commands.addResponsibilities(
          await openTeam(transaction, { teamId: input.teamId, permission: 'responsibility.write' }),
          input,
        ),
      ),
    ),
  edit: signedInProcedure
    .input(editResponsibilityInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.edit', input }, async (transaction) =>
        commands.editResponsibility(await openTeam(transaction, writing(input)), input),
      ),
    ),
  close: signedInProcedure
    .input(responsibilityInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.close', input }, async (transaction) =>
        commands.closeResponsibility(await openTeam(transaction, writing(input)), input),
      ),
    ),
  reopen: signedInProcedure
    .input(responsibilityInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.reopen', input }, async (transaction) =>
        commands.reopenResponsibility(await openTeam(transaction, writing(input)), input),
      ),
    ),
  createArea: signedInProcedure
    .input(createAreaInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.createArea', input }, async (transaction) =>
        commands.createArea(await openTeam(transaction, { teamId: input.teamId, permission: 'area.write' }), input),
      ),
    ),
  renameArea: signedInProcedure
    .input(renameAreaInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.renameArea', input }, async (transaction) =>
        commands.renameArea(await openTeam(transaction, { teamId: input.teamId, permission: 'area.write' }), input),
      ),
    ),
  removeArea: signedInProcedure
    .input(removeAreaInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.removeArea', input }, async (transaction) =>
        commands.removeArea(await openTeam(transaction, { teamId: input.teamId, permission: 'area.write' }), input),
      ),
    ),
  undo: signedInProcedure
    .input(undoInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.undo', input }, async (transaction) =>
        commands.undo(await openTeam(transaction, { teamId: input.teamId, permission: 'team.undo' }), input),
      ),
    ),
});
