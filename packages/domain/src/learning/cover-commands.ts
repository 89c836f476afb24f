import { aboutOne, commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import {
  decideConfirmLevel,
  decideDeclineLevel,
  decideKeepLevel,
  decideProposeLevel,
  decideStepBack,
  decideWithdrawLevel,
} from './cover-steps.ts';
import { decidePlanLeave, decideWithdrawLeave } from './leave-intent.ts';

const cover = { permission: 'cover.write', about: aboutOne } as const;

/** How far people are with what a team carries, and before when a holder hands it over. */
export const coverCommands = commandGroup({
  proposeLevel: commandKind<Parameters<typeof decideProposeLevel>[1]>({
    ...cover,
    action: 'coverLevel.propose',
    decide: decideProposeLevel,
  }),
  confirmLevel: commandKind<Parameters<typeof decideConfirmLevel>[1]>({
    ...cover,
    action: 'coverLevel.confirm',
    decide: decideConfirmLevel,
  }),
  declineLevel: commandKind<Parameters<typeof decideDeclineLevel>[1]>({
    ...cover,
    action: 'coverLevel.decline',
    decide: decideDeclineLevel,
  }),
  withdrawLevel: commandKind<Parameters<typeof decideWithdrawLevel>[1]>({
    ...cover,
    action: 'coverLevel.withdraw',
    decide: decideWithdrawLevel,
  }),
  stepBack: commandKind<Parameters<typeof decideStepBack>[1]>({
    ...cover,
    action: 'coverLevel.stepBack',
    decide: decideStepBack,
  }),
  keepLevel: commandKind<Parameters<typeof decideKeepLevel>[1]>({
    ...cover,
    action: 'coverLevel.keep',
    decide: decideKeepLevel,
  }),
  planLeave: commandKind<Parameters<typeof decidePlanLeave>[1]>({
    ...cover,
    action: 'leaveIntent.plan',
    decide: decidePlanLeave,
  }),
  withdrawLeave: commandKind<Parameters<typeof decideWithdrawLeave>[1]>({
    ...cover,
    action: 'leaveIntent.withdraw',
    decide: decideWithdrawLeave,
  }),
});
