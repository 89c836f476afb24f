import { commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import { decideRecordOverload } from './overload.ts';
import type { RecordOverload } from './overload.ts';

/** What somebody chooses in a week that is full. */
export const overloadCommands = commandGroup({
  recordOverload: commandKind<RecordOverload>({
    permission: 'overload.record',
    action: 'overload.record',
    about: ({ responsibilityId }) => (responsibilityId ? [responsibilityId] : []),
    reads: ['overload'],
    decide: decideRecordOverload,
  }),
});
