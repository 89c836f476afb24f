import { decidePlanAbsence, decideWithdrawAbsence } from './absence.ts';
import { commandGroup, commandKind } from './command-kind.ts';

const planning = { permission: 'absence.plan', about: () => [], reads: ['absence'] } as const;

/** When somebody is not available. */
export const absenceCommands = commandGroup({
  planAbsence: commandKind<Parameters<typeof decidePlanAbsence>[1]>({
    ...planning,
    action: 'absence.plan',
    decide: decidePlanAbsence,
  }),
  withdrawAbsence: commandKind<Parameters<typeof decideWithdrawAbsence>[1]>({
    ...planning,
    action: 'absence.withdraw',
    decide: decideWithdrawAbsence,
  }),
});
