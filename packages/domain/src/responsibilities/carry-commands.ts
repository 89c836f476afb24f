import type { ResponsibilityId } from '../ids.ts';
import { decideChangeShare, decideGiveBack, decideTakeOver } from './carry.ts';
import { aboutOne, commandGroup, commandKind } from './command-kind.ts';
import { decideEndDelegation } from './delegation-endings.ts';
import { decideAcceptOffer, decideDeclineOffer, decideMakeOffer, decideWithdrawOffer } from './pass-on.ts';

type Input<Decide extends (facts: never, input: never, context: never) => unknown> = Parameters<Decide>[1] & {
  responsibilityId: ResponsibilityId;
};

/** What a giver wrote for a handover becomes notes when it ends (rule R6.8). */
const keepsNotes = { reads: ['note'] } as const;

/** Who carries, and how it passes on. */
export const carryCommands = commandGroup({
  takeOver: commandKind({
    permission: 'responsibility.carry',
    action: 'assignment.takeOver',
    about: aboutOne,
    ...keepsNotes,
    decide: decideTakeOver,
  }),
  giveBack: commandKind<Input<typeof decideGiveBack>>({
    permission: 'responsibility.carry',
    action: 'assignment.giveBack',
    about: aboutOne,
    ...keepsNotes,
    decide: decideGiveBack,
  }),
  changeShare: commandKind<Input<typeof decideChangeShare>>({
    permission: 'responsibility.carry',
    action: 'assignment.changeShare',
    about: aboutOne,
    ...keepsNotes,
    decide: decideChangeShare,
  }),
  makeOffer: commandKind<Input<typeof decideMakeOffer>>({
    permission: 'responsibility.passOn',
    action: 'offer.make',
    about: aboutOne,
    decide: decideMakeOffer,
  }),
  acceptOffer: commandKind<Input<typeof decideAcceptOffer>>({
    permission: 'responsibility.passOn',
    action: 'offer.accept',
    about: aboutOne,
    ...keepsNotes,
    decide: decideAcceptOffer,
  }),
  declineOffer: commandKind<Input<typeof decideDeclineOffer>>({
    permission: 'responsibility.passOn',
    action: 'offer.decline',
    about: aboutOne,
    decide: decideDeclineOffer,
  }),
  withdrawOffer: commandKind<Input<typeof decideWithdrawOffer>>({
    permission: 'responsibility.passOn',
    action: 'offer.withdraw',
    about: aboutOne,
    decide: decideWithdrawOffer,
  }),
  endDelegation: commandKind<Input<typeof decideEndDelegation>>({
    permission: 'responsibility.passOn',
    action: 'delegation.end',
    about: aboutOne,
    decide: decideEndDelegation,
  }),
});
