import type { RowChange, TeamAction, TeamSnapshot } from '@roer/domain/feed';
import type { AreaId, AssignmentId, OfferId, PersonId, ResponsibilityId } from '@roer/domain/ids';
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
import type { NewResponsibility, ResponsibilityText } from '@roer/domain/responsibilities/edit';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';
import {
  decideAcceptOffer,
  decideDeclineOffer,
  decideMakeOffer,
  decideWithdrawOffer,
} from '@roer/domain/responsibilities/pass-on';
import type { AreaRow } from '@roer/domain/feed';
import { api } from '../../live/api.ts';
import type { TeamCommand } from '../../live/apply.ts';
import { newId } from '../../live/clock.ts';

/** A command of this slice: how it is decided here, how the server is asked, and which action the feed will tell. */
export type BoardCommand = TeamCommand & { action: TeamAction; decide: (facts: TeamSnapshot) => RowChange[] };

type About = { responsibilityId: ResponsibilityId };

export const takeOver = (given: Omit<TakeOver, 'assignmentId'>, context: DecisionContext): BoardCommand => {
  const input = { ...given, assignmentId: newId<'assignment'>() };
  return {
    action: 'assignment.takeOver',
    decide: (facts) => decideTakeOver(facts, input, context),
    ask: (command) => api.responsibilities.takeOver.mutate({ ...command, ...input }),
  };
};

export const giveBack = (input: About & { assignmentId: AssignmentId }, context: DecisionContext): BoardCommand => ({
  action: 'assignment.giveBack',
  decide: (facts) => decideGiveBack(facts, input, context),
  ask: (command) => api.responsibilities.giveBack.mutate({ ...command, ...input }),
});

export const changeShare = (
  input: About & { assignmentId: AssignmentId; sharePercent: number },
  context: DecisionContext,
): BoardCommand => ({
  action: 'assignment.changeShare',
  decide: (facts) => decideChangeShare(facts, input, context),
  ask: (command) => api.responsibilities.changeShare.mutate({ ...command, ...input }),
});

export const makeOffer = (
  given: About & { assignmentId: AssignmentId; kind: 'give' | 'take'; toPersonId: PersonId; sharePercent: number },
  context: DecisionContext,
): BoardCommand => {
  const input = { ...given, offerId: newId<'offer'>() };
  return {
    action: 'offer.make',
    decide: (facts) => decideMakeOffer(facts, input, context),
    ask: (command) => api.responsibilities.makeOffer.mutate({ ...command, ...input }),
  };
};

export const acceptOffer = (given: About & { offerId: OfferId }, context: DecisionContext): BoardCommand => {
  const input = { ...given, assignmentId: newId<'assignment'>() };
  return {
    action: 'offer.accept',
    decide: (facts) => decideAcceptOffer(facts, input, context),
    ask: (command) => api.responsibilities.acceptOffer.mutate({ ...command, ...input }),
  };
};

export const declineOffer = (input: About & { offerId: OfferId }, context: DecisionContext): BoardCommand => ({
  action: 'offer.decline',
  decide: (facts) => decideDeclineOffer(facts, input, context),
  ask: (command) => api.responsibilities.declineOffer.mutate({ ...command, ...input }),
});

export const withdrawOffer = (input: About & { offerId: OfferId }, context: DecisionContext): BoardCommand => ({
  action: 'offer.withdraw',
  decide: (facts) => decideWithdrawOffer(facts, input, context),
  ask: (command) => api.responsibilities.withdrawOffer.mutate({ ...command, ...input }),
});

export const addResponsibilities = (
  input: { areas: AreaRow[]; responsibilities: NewResponsibility[] },
  context: DecisionContext,
): BoardCommand => ({
  action: input.responsibilities.some((row) => row.catalogueItemId) ? 'responsibility.adopt' : 'responsibility.create',
  decide: (facts) => decideAddResponsibilities(facts, input, context),
  ask: (command) => api.responsibilities.add.mutate({ ...command, ...input }),
});

export const editResponsibility = (input: About & { version: number; text: ResponsibilityText }): BoardCommand => ({
  action: 'responsibility.edit',
  decide: (facts) => decideEditResponsibility(facts, input),
  ask: (command) => api.responsibilities.edit.mutate({ ...command, ...input }),
});

export const closeResponsibility = (input: About, context: DecisionContext): BoardCommand => ({
  action: 'responsibility.close',
  decide: (facts) => decideCloseResponsibility(facts, input, context),
  ask: (command) => api.responsibilities.close.mutate({ ...command, ...input }),
});

export const reopenResponsibility = (input: About): BoardCommand => ({
  action: 'responsibility.reopen',
  decide: (facts) => decideReopenResponsibility(facts, input),
  ask: (command) => api.responsibilities.reopen.mutate({ ...command, ...input }),
});

export const createArea = (input: { id: AreaId; name: string }): BoardCommand => ({
  action: 'area.create',
  decide: (facts) => decideCreateArea(facts, input),
  ask: (command) => api.responsibilities.createArea.mutate({ ...command, ...input }),
});

export const renameArea = (input: { areaId: AreaId; name: string }): BoardCommand => ({
  action: 'area.rename',
  decide: (facts) => decideRenameArea(facts, input),
  ask: (command) => api.responsibilities.renameArea.mutate({ ...command, ...input }),
});

export const removeArea = (input: { areaId: AreaId }): BoardCommand => ({
  action: 'area.remove',
  decide: (facts) => decideRemoveArea(facts, input),
  ask: (command) => api.responsibilities.removeArea.mutate({ ...command, ...input }),
});
