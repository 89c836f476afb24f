import type { HandoverPart } from './handover-items.tsx';

/** What every command about a handover is told, and what it is about. */
export const useWhich = ({ tools, handover }: HandoverPart) => ({
  input: { handoverId: handover.id, responsibilityId: handover.responsibilityId },
  context: { actorId: tools.me, today: tools.today },
  title: tools.titleOf(handover.responsibilityId),
});
