import type { GoalId } from '@roer/domain/ids';
import type { GoalTextPart } from '@roer/domain/learning/goal';
import { forgetDraft } from '../../live/kept-drafts.ts';

/** Under this name stands on the device what was typed and not answered yet. */
export const typedKey = (goalId: GoalId, part: GoalTextPart): string => `goal.${goalId}.${part}`;

/** Nothing that was typed at this goal stays on this device. */
export const forgetTyped = (goalId: GoalId): void => {
  for (const part of ['step', 'plan'] as const) forgetDraft(typedKey(goalId, part));
};
