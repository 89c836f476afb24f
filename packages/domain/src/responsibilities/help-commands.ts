import { commandGroup, commandKind } from './command-kind.ts';
import { decideAcceptHelp, decideMakeHelp, decideReleaseHelp, decideWithdrawHelp } from './help.ts';
import type { MakeHelp } from './help.ts';

const exchanging = { permission: 'help.exchange', about: () => [], reads: ['help'] } as const;

/** Asking for help and offering time. */
export const helpCommands = commandGroup({
  makeHelp: commandKind<MakeHelp>({
    ...exchanging,
    about: ({ responsibilityId }) => (responsibilityId ? [responsibilityId] : []),
    action: 'help.make',
    decide: decideMakeHelp,
  }),
  acceptHelp: commandKind<Parameters<typeof decideAcceptHelp>[1]>({
    ...exchanging,
    action: 'help.accept',
    decide: decideAcceptHelp,
  }),
  releaseHelp: commandKind<Parameters<typeof decideReleaseHelp>[1]>({
    ...exchanging,
    action: 'help.release',
    decide: decideReleaseHelp,
  }),
  withdrawHelp: commandKind<Parameters<typeof decideWithdrawHelp>[1]>({
    ...exchanging,
    action: 'help.withdraw',
    decide: decideWithdrawHelp,
  }),
});
