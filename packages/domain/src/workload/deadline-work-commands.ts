import { aboutOne, commandGroup, commandKind } from '../responsibilities/command-kind.ts';
import {
  decideAddDeadlineWork,
  decideEditDeadlineWork,
  decideSettleDeadlineWork,
  decideTakeDeadlineShare,
} from './deadline-work.ts';

const writing = { permission: 'deadlineWork.write', about: aboutOne } as const;

/** Work that must be done between two days. */
export const deadlineWorkCommands = commandGroup({
  addDeadlineWork: commandKind<Parameters<typeof decideAddDeadlineWork>[1]>({
    ...writing,
    action: 'deadlineWork.add',
    decide: decideAddDeadlineWork,
  }),
  editDeadlineWork: commandKind<Parameters<typeof decideEditDeadlineWork>[1]>({
    ...writing,
    action: 'deadlineWork.edit',
    decide: decideEditDeadlineWork,
  }),
  settleDeadlineWork: commandKind<Parameters<typeof decideSettleDeadlineWork>[1]>({
    ...writing,
    action: ({ done }) => (done ? 'deadlineWork.settle' : 'deadlineWork.reopen'),
    decide: decideSettleDeadlineWork,
  }),
  takeDeadlineShare: commandKind<Parameters<typeof decideTakeDeadlineShare>[1]>({
    ...writing,
    action: 'deadlineWork.takeShare',
    decide: decideTakeDeadlineShare,
  }),
});
