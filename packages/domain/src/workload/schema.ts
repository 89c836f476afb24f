import { z } from 'zod';
import type {
  AssignmentId,
  DeadlineWorkId,
  OverloadId,
  PersonId,
  ResponsibilityId,
  TransferId,
  TransferItemId,
} from '../ids.ts';
import { id, localDate, teamCommand } from '../responsibilities/schema.ts';
import { deadlineWorkLimits } from './deadline-work.ts';
import { mostItems } from './transfer.ts';

const responsibilityId = id<'responsibility'>().transform((value): ResponsibilityId => value);
const personId = id<'person'>().transform((value): PersonId => value);
const workId = id<'deadlineWork'>().transform((value): DeadlineWorkId => value);
const transferId = id<'transfer'>().transform((value): TransferId => value);
const minutes = z.int().min(0).max(deadlineWorkLimits.minutes);

const deadlineWorkText = z.object({
  title: z.string().trim().min(1).max(deadlineWorkLimits.title),
  earliestStart: localDate,
  due: localDate,
  leastMinutes: minutes,
  likelyMinutes: minutes,
  mostMinutes: minutes,
});

/** One thing that would move: a part of an assignment or of work with a deadline, exactly one of the two. */
const transferItem = z
  .object({
    id: id<'transferItem'>().transform((value): TransferItemId => value),
    responsibilityId,
    assignmentId: id<'assignment'>()
      .transform((value): AssignmentId => value)
      .nullable(),
    workId: workId.nullable(),
    sharePercent: z.int().min(1).max(100),
    giver: personId,
    receiver: personId,
  })
  .refine((item) => (item.assignmentId === null) !== (item.workId === null));

const work = teamCommand.extend({ responsibilityId, workId });

/** The input of the commands of a team about its workload, by the name of the procedure. */
export const workloadCommandInputs = {
  addDeadlineWork: work.extend({ text: deadlineWorkText }),
  editDeadlineWork: work.extend({ version: z.int().min(1), text: deadlineWorkText }),
  settleDeadlineWork: work.extend({ done: z.boolean() }),
  takeDeadlineShare: work.extend({ percent: z.int().min(0).max(100) }),
  proposeTransfer: teamCommand.extend({
    transferId,
    items: z.array(transferItem).min(1).max(mostItems),
    from: localDate,
    until: localDate.nullable(),
  }),
  consentTransfer: teamCommand.extend({ transferId }),
  withdrawTransfer: teamCommand.extend({ transferId }),
  recordOverload: teamCommand.extend({
    overloadId: id<'overload'>().transform((value): OverloadId => value),
    monday: localDate,
    kind: z.enum(['dropped', 'moved', 'accepted']),
    responsibilityId: responsibilityId.nullable(),
  }),
};
