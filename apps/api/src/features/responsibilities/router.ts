import { coverCommandInputs } from '@roer/domain/learning/cover-schema';
import { z } from 'zod';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import { id, teamCommandInputs, undoInput } from '@roer/domain/responsibilities/schema';
import { handoverCommandInputs } from '@roer/domain/learning/handover-schema';
import { workloadCommandInputs } from '@roer/domain/workload/schema';
import { command, read, writeOwn } from '../../platform/transaction.ts';
import { router, signedInProcedure } from '../../platform/trpc.ts';
import { openTeam } from './access.ts';
import { undo } from './commands.ts';
import { markSeen, news } from './news.ts';
import { board, changesSince, history, yearOfDuties } from './queries.ts';
import { teamProcedure } from './team-procedure.ts';

const teamInput = z.object({ teamId: id<'team'>() });

const members = ({ teamId }: { teamId: TeamId }) => ({ teamId, permission: 'team.read' as const });
const rights = { about: [] as ResponsibilityId[], entities: ['team', 'member'] } as const;

export const responsibilitiesRouter = router({
  board: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) => read(ctx, async (transaction) => board(await openTeam(transaction, members(input))))),
  since: signedInProcedure
    .input(teamInput.extend({ seq: z.int().min(0) }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) =>
        changesSince(await openTeam(transaction, { ...members(input), ...rights }), input),
      ),
    ),
  news: signedInProcedure
    .input(teamInput)
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) => news(await openTeam(transaction, { ...members(input), ...rights }))),
    ),
  markSeen: signedInProcedure
    .input(teamInput.extend({ seq: z.int().min(0) }))
    .mutation(({ ctx, input }) =>
      writeOwn(ctx, async (transaction) =>
        markSeen(await openTeam(transaction, { ...members(input), ...rights }), input),
      ),
    ),
  history: signedInProcedure
    .input(teamInput.extend({ responsibilityId: id<'responsibility'>() }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) =>
        history(
          await openTeam(transaction, {
            ...members(input),
            about: [input.responsibilityId],
            entities: ['team', 'member', 'responsibility'],
          }),
          input,
        ),
      ),
    ),
  yearOfDuties: signedInProcedure
    .input(teamInput.extend({ year: z.int().min(2000).max(2099) }))
    .query(({ ctx, input }) =>
      read(ctx, async (transaction) =>
        yearOfDuties(await openTeam(transaction, { ...members(input), ...rights }), input),
      ),
    ),
  takeOver: teamProcedure('takeOver', teamCommandInputs.takeOver),
  giveBack: teamProcedure('giveBack', teamCommandInputs.giveBack),
  changeShare: teamProcedure('changeShare', teamCommandInputs.changeShare),
  makeOffer: teamProcedure('makeOffer', teamCommandInputs.makeOffer),
  acceptOffer: teamProcedure('acceptOffer', teamCommandInputs.acceptOffer),
  declineOffer: teamProcedure('declineOffer', teamCommandInputs.declineOffer),
  withdrawOffer: teamProcedure('withdrawOffer', teamCommandInputs.withdrawOffer),
  endDelegation: teamProcedure('endDelegation', teamCommandInputs.endDelegation),
  makeHelp: teamProcedure('makeHelp', teamCommandInputs.makeHelp),
  acceptHelp: teamProcedure('acceptHelp', teamCommandInputs.acceptHelp),
  releaseHelp: teamProcedure('releaseHelp', teamCommandInputs.releaseHelp),
  withdrawHelp: teamProcedure('withdrawHelp', teamCommandInputs.withdrawHelp),
  planAbsence: teamProcedure('planAbsence', teamCommandInputs.planAbsence),
  withdrawAbsence: teamProcedure('withdrawAbsence', teamCommandInputs.withdrawAbsence),
  add: teamProcedure('add', teamCommandInputs.add),
  edit: teamProcedure('edit', teamCommandInputs.edit),
  close: teamProcedure('close', teamCommandInputs.close),
  reopen: teamProcedure('reopen', teamCommandInputs.reopen),
  createArea: teamProcedure('createArea', teamCommandInputs.createArea),
  renameArea: teamProcedure('renameArea', teamCommandInputs.renameArea),
  removeArea: teamProcedure('removeArea', teamCommandInputs.removeArea),
  createDuty: teamProcedure('createDuty', teamCommandInputs.createDuty),
  editDuty: teamProcedure('editDuty', teamCommandInputs.editDuty),
  endDuty: teamProcedure('endDuty', teamCommandInputs.endDuty),
  resumeDuty: teamProcedure('resumeDuty', teamCommandInputs.resumeDuty),
  settleOccurrence: teamProcedure('settleOccurrence', teamCommandInputs.settleOccurrence),
  moveOccurrence: teamProcedure('moveOccurrence', teamCommandInputs.moveOccurrence),
  reopenOccurrence: teamProcedure('reopenOccurrence', teamCommandInputs.reopenOccurrence),
  writeNote: teamProcedure('writeNote', teamCommandInputs.writeNote),
  removeNote: teamProcedure('removeNote', teamCommandInputs.removeNote),
  addDeadlineWork: teamProcedure('addDeadlineWork', workloadCommandInputs.addDeadlineWork),
  editDeadlineWork: teamProcedure('editDeadlineWork', workloadCommandInputs.editDeadlineWork),
  settleDeadlineWork: teamProcedure('settleDeadlineWork', workloadCommandInputs.settleDeadlineWork),
  takeDeadlineShare: teamProcedure('takeDeadlineShare', workloadCommandInputs.takeDeadlineShare),
  proposeTransfer: teamProcedure('proposeTransfer', workloadCommandInputs.proposeTransfer),
  consentTransfer: teamProcedure('consentTransfer', workloadCommandInputs.consentTransfer),
  withdrawTransfer: teamProcedure('withdrawTransfer', workloadCommandInputs.withdrawTransfer),
  recordOverload: teamProcedure('recordOverload', workloadCommandInputs.recordOverload),
  raiseObstacle: teamProcedure('raiseObstacle', teamCommandInputs.raiseObstacle),
  withdrawObstacle: teamProcedure('withdrawObstacle', teamCommandInputs.withdrawObstacle),
  startHandovers: teamProcedure('startHandovers', handoverCommandInputs.startHandovers),
  changeHandover: teamProcedure('changeHandover', handoverCommandInputs.changeHandover),
  receiveHandover: teamProcedure('receiveHandover', handoverCommandInputs.receiveHandover),
  declineHandover: teamProcedure('declineHandover', handoverCommandInputs.declineHandover),
  writeHandoverItem: teamProcedure('writeHandoverItem', handoverCommandInputs.writeHandoverItem),
  removeHandoverItem: teamProcedure('removeHandoverItem', handoverCommandInputs.removeHandoverItem),
  tickHandoverItem: teamProcedure('tickHandoverItem', handoverCommandInputs.tickHandoverItem),
  acceptHandover: teamProcedure('acceptHandover', handoverCommandInputs.acceptHandover),
  returnHandover: teamProcedure('returnHandover', handoverCommandInputs.returnHandover),
  withdrawHandover: teamProcedure('withdrawHandover', handoverCommandInputs.withdrawHandover),
  proposeDuo: teamProcedure('proposeDuo', handoverCommandInputs.proposeDuo),
  agreeDuo: teamProcedure('agreeDuo', handoverCommandInputs.agreeDuo),
  withdrawDuo: teamProcedure('withdrawDuo', handoverCommandInputs.withdrawDuo),
  endDuo: teamProcedure('endDuo', handoverCommandInputs.endDuo),
  planDuoSession: teamProcedure('planDuoSession', handoverCommandInputs.planDuoSession),
  writeDuoNote: teamProcedure('writeDuoNote', handoverCommandInputs.writeDuoNote),
  holdDuoSession: teamProcedure('holdDuoSession', handoverCommandInputs.holdDuoSession),
  proposeLevel: teamProcedure('proposeLevel', coverCommandInputs.proposeLevel),
  confirmLevel: teamProcedure('confirmLevel', coverCommandInputs.confirmLevel),
  declineLevel: teamProcedure('declineLevel', coverCommandInputs.declineLevel),
  withdrawLevel: teamProcedure('withdrawLevel', coverCommandInputs.withdrawLevel),
  stepBack: teamProcedure('stepBack', coverCommandInputs.stepBack),
  keepLevel: teamProcedure('keepLevel', coverCommandInputs.keepLevel),
  planLeave: teamProcedure('planLeave', coverCommandInputs.planLeave),
  withdrawLeave: teamProcedure('withdrawLeave', coverCommandInputs.withdrawLeave),
  undo: signedInProcedure
    .input(undoInput)
    .mutation(({ ctx, input }) =>
      command(ctx, { procedure: 'responsibilities.undo', input }, async (transaction) =>
        undo(await openTeam(transaction, { teamId: input.teamId, permission: 'team.undo' }), input),
      ),
    ),
});
