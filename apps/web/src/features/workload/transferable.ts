import type { Move } from '@roer/domain/workload/what-if';

/** A move as an item of a transfer has it, without what else is known of it. */
export const transferable = ({
  responsibilityId,
  assignmentId,
  workId,
  sharePercent,
  giver,
  receiver,
}: Move): Move => ({
  responsibilityId,
  assignmentId,
  workId,
  sharePercent,
  giver,
  receiver,
});
