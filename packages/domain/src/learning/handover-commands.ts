import { aboutOne, commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import type { ResponsibilityId } from '../ids.ts';
import {
  decideAcceptHandover,
  decideChangeHandover,
  decideDeclineHandover,
  decideReceiveHandover,
  decideReturnHandover,
  decideStartHandovers,
  decideWithdrawHandover,
} from './handover.ts';
import { decideRemoveHandoverItem, decideTickHandoverItem, decideWriteHandoverItem } from './handover-items.ts';

const passing = { permission: 'responsibility.passOn', about: aboutOne } as const;
/** What the giver wrote becomes notes when it ends. */
const ending = { ...passing, reads: ['note'] } as const;

type Input<Decide extends (facts: never, input: never, context: never) => unknown> = Parameters<Decide>[1];

/** Handing over with acceptance. */
export const handoverCommands = commandGroup({
  startHandovers: commandKind<Input<typeof decideStartHandovers>>({
    permission: 'responsibility.passOn',
    action: 'handover.start',
    about: ({ handovers }): readonly ResponsibilityId[] => [
      ...new Set(handovers.map(({ responsibilityId }) => responsibilityId)),
    ],
    decide: decideStartHandovers,
  }),
  changeHandover: commandKind<Input<typeof decideChangeHandover>>({
    ...passing,
    action: 'handover.change',
    decide: decideChangeHandover,
  }),
  receiveHandover: commandKind<Input<typeof decideReceiveHandover>>({
    ...passing,
    action: 'handover.receive',
    decide: decideReceiveHandover,
  }),
  declineHandover: commandKind<Input<typeof decideDeclineHandover>>({
    ...passing,
    action: 'handover.decline',
    decide: decideDeclineHandover,
  }),
  writeHandoverItem: commandKind<Input<typeof decideWriteHandoverItem>>({
    ...passing,
    action: 'handover.write',
    decide: decideWriteHandoverItem,
  }),
  removeHandoverItem: commandKind<Input<typeof decideRemoveHandoverItem>>({
    ...passing,
    action: 'handover.write',
    decide: decideRemoveHandoverItem,
  }),
  tickHandoverItem: commandKind<Input<typeof decideTickHandoverItem>>({
    ...passing,
    action: 'handover.tick',
    decide: decideTickHandoverItem,
  }),
  acceptHandover: commandKind<Input<typeof decideAcceptHandover>>({
    ...ending,
    action: 'handover.accept',
    decide: decideAcceptHandover,
  }),
  returnHandover: commandKind<Input<typeof decideReturnHandover>>({
    ...ending,
    action: 'handover.return',
    decide: decideReturnHandover,
  }),
  withdrawHandover: commandKind<Input<typeof decideWithdrawHandover>>({
    ...ending,
    action: 'handover.withdraw',
    decide: decideWithdrawHandover,
  }),
});
