import { readOwnCommand } from '@roer/db/team-transaction';
import { DomainError } from '@roer/domain/errors';
import type { RowChange, TeamAction } from '@roer/domain/feed';
import type { CommandId } from '@roer/domain/ids';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import type { TakeOver } from '@roer/domain/responsibilities/carry';
import {
  decideAddResponsibilities,
  decideCloseResponsibility,
  decideCreateArea,
  decideEditResponsibility,
  decideRemoveArea,
  decideRenameArea,
  decideReopenResponsibility,
} from '@roer/domain/responsibilities/edit';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import {
  decideAcceptOffer,
  decideDeclineOffer,
  decideMakeOffer,
  decideWithdrawOffer,
} from '@roer/domain/responsibilities/pass-on';
import type { MakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import type { Transaction } from '../../platform/transaction.ts';
import type { AllowedTeam } from './access.ts';

type Done = { action: TeamAction; changes: RowChange[] };
type Input<Decide extends (facts: never, input: never, context: never) => unknown> = Parameters<Decide>[1];

const context = ({ transaction }: { transaction: Transaction }): DecisionContext => ({
  actorId: transaction.actor.personId,
  today: transaction.today,
});

export const takeOver = (team: AllowedTeam<'responsibility.carry'>, input: TakeOver): Done => ({
  action: 'assignment.takeOver',
  changes: decideTakeOver(team.subject, input, context(team)),
});
export const giveBack = (team: AllowedTeam<'responsibility.carry'>, input: Input<typeof decideGiveBack>): Done => ({
  action: 'assignment.giveBack',
  changes: decideGiveBack(team.subject, input, context(team)),
});
export const changeShare = (
  team: AllowedTeam<'responsibility.carry'>,
  input: Input<typeof decideChangeShare>,
): Done => ({
  action: 'assignment.changeShare',
  changes: decideChangeShare(team.subject, input, context(team)),
});
export const makeOffer = (team: AllowedTeam<'responsibility.passOn'>, input: MakeOffer): Done => ({
  action: 'offer.make',
  changes: decideMakeOffer(team.subject, input, context(team)),
});
export const acceptOffer = (
  team: AllowedTeam<'responsibility.passOn'>,
  input: Input<typeof decideAcceptOffer>,
): Done => ({
  action: 'offer.accept',
  changes: decideAcceptOffer(team.subject, input, context(team)),
});
export const declineOffer = (
  team: AllowedTeam<'responsibility.passOn'>,
  input: Input<typeof decideDeclineOffer>,
): Done => ({
  action: 'offer.decline',
  changes: decideDeclineOffer(team.subject, input, context(team)),
});
export const withdrawOffer = (
  team: AllowedTeam<'responsibility.passOn'>,
  input: Input<typeof decideWithdrawOffer>,
): Done => ({
  action: 'offer.withdraw',
  changes: decideWithdrawOffer(team.subject, input, context(team)),
});
export const addResponsibilities = (
  team: AllowedTeam<'responsibility.write'>,
  input: Input<typeof decideAddResponsibilities>,
): Done => ({
  action: input.responsibilities.some((row) => row.catalogueItemId) ? 'responsibility.adopt' : 'responsibility.create',
  changes: decideAddResponsibilities(team.subject, input, context(team)),
});
export const editResponsibility = (
  team: AllowedTeam<'responsibility.write'>,
  input: Input<typeof decideEditResponsibility>,
): Done => ({ action: 'responsibility.edit', changes: decideEditResponsibility(team.subject, input) });
export const closeResponsibility = (
  team: AllowedTeam<'responsibility.write'>,
  input: Input<typeof decideCloseResponsibility>,
): Done => ({ action: 'responsibility.close', changes: decideCloseResponsibility(team.subject, input, context(team)) });
export const reopenResponsibility = (
  team: AllowedTeam<'responsibility.write'>,
  input: Input<typeof decideReopenResponsibility>,
): Done => ({ action: 'responsibility.reopen', changes: decideReopenResponsibility(team.subject, input) });
export const createArea = (team: AllowedTeam<'area.write'>, input: Input<typeof decideCreateArea>): Done => ({
  action: 'area.create',
  changes: decideCreateArea(team.subject, input),
});
export const renameArea = (team: AllowedTeam<'area.write'>, input: Input<typeof decideRenameArea>): Done => ({
  action: 'area.rename',
  changes: decideRenameArea(team.subject, input),
});
export const removeArea = (team: AllowedTeam<'area.write'>, input: Input<typeof decideRemoveArea>): Done => ({
  action: 'area.remove',
  changes: decideRemoveArea(team.subject, input),
});

/** Takes back an earlier command of the actor in this team. Throws `nothingToUndo`, `cannotUndo`, `changedMeanwhile`. */
export const undo = async (team: AllowedTeam<'team.undo'>, input: { undoes: CommandId }): Promise<Done> => {
  const { client, actor } = team.transaction;
  const done = await readOwnCommand(client, {
    teamId: team.subject.id,
    commandId: input.undoes,
    personId: actor.personId,
  });
  if (!done) throw new DomainError('nothingToUndo');
  return { action: 'undo', changes: decideUndo(team.subject, done, context(team)) };
};
