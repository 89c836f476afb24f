import type { TeamAction } from '../team-actions.ts';

/** What somebody may undo alone (rule U1). What two people agreed on is undone by agreeing again. */
const undoable: ReadonlySet<TeamAction> = new Set<TeamAction>([
  'area.create',
  'area.rename',
  'area.remove',
  'responsibility.create',
  'responsibility.adopt',
  'responsibility.edit',
  'responsibility.close',
  'responsibility.reopen',
  'assignment.takeOver',
  'assignment.giveBack',
  'assignment.changeShare',
  'offer.make',
  'duty.create',
  'duty.edit',
  'duty.end',
  'duty.resume',
  'occurrence.settle',
  'occurrence.move',
  'occurrence.reopen',
  'absence.plan',
  'absence.withdraw',
  'help.make',
  'help.withdraw',
  'note.write',
  'note.remove',
  'deadlineWork.add',
  'deadlineWork.edit',
  'deadlineWork.settle',
  'deadlineWork.reopen',
  'deadlineWork.takeShare',
  'overload.record',
  'handover.start',
  'duo.propose',
]);

/** Whether undo is offered for what was done. */
export const isUndoable = (action: TeamAction): boolean => undoable.has(action);
