import { aboutOne, commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import { decideAgreeDuo, decideEndDuo, decideProposeDuo, decideWithdrawDuo } from './duo.ts';
import { decideHoldDuoSession, decidePlanDuoSession, decideWriteDuoNote } from './duo-sessions.ts';

const together = { permission: 'duo.hold', about: aboutOne } as const;

/** Two people, five sessions: what one of them knows about a responsibility. */
export const duoCommands = commandGroup({
  proposeDuo: commandKind<Parameters<typeof decideProposeDuo>[1]>({
    ...together,
    action: 'duo.propose',
    decide: decideProposeDuo,
  }),
  agreeDuo: commandKind<Parameters<typeof decideAgreeDuo>[1]>({
    ...together,
    action: 'duo.agree',
    decide: decideAgreeDuo,
  }),
  withdrawDuo: commandKind<Parameters<typeof decideWithdrawDuo>[1]>({
    ...together,
    action: 'duo.withdraw',
    decide: decideWithdrawDuo,
  }),
  endDuo: commandKind<Parameters<typeof decideEndDuo>[1]>({ ...together, action: 'duo.end', decide: decideEndDuo }),
  planDuoSession: commandKind<Parameters<typeof decidePlanDuoSession>[1]>({
    ...together,
    action: 'duo.plan',
    decide: decidePlanDuoSession,
  }),
  writeDuoNote: commandKind<Parameters<typeof decideWriteDuoNote>[1]>({
    ...together,
    reads: ['note'],
    action: 'duo.note',
    decide: decideWriteDuoNote,
  }),
  holdDuoSession: commandKind<Parameters<typeof decideHoldDuoSession>[1]>({
    ...together,
    action: 'duo.session',
    decide: decideHoldDuoSession,
  }),
});
