import { commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import { decideConsentTransfer, decideProposeTransfer, decideWithdrawTransfer } from './transfer.ts';
import type { ProposeTransfer } from './transfer.ts';

/** What goes from some people to others, together or not at all. */
export const transferCommands = commandGroup({
  proposeTransfer: commandKind<ProposeTransfer>({
    permission: 'transfer.agree',
    action: 'transfer.propose',
    about: ({ items }) => [...new Set(items.map(({ responsibilityId }) => responsibilityId))],
    decide: decideProposeTransfer,
  }),
  // What moves stands in the proposal itself, so this looks at the whole team.
  consentTransfer: commandKind<Parameters<typeof decideConsentTransfer>[1]>({
    permission: 'transfer.agree',
    action: 'transfer.consent',
    // What a giver wrote for a handover becomes notes when it ends (rule R6.8).
    reads: ['note'],
    decide: decideConsentTransfer,
  }),
  withdrawTransfer: commandKind<Parameters<typeof decideWithdrawTransfer>[1]>({
    permission: 'transfer.agree',
    action: 'transfer.withdraw',
    about: () => [],
    decide: decideWithdrawTransfer,
  }),
});
