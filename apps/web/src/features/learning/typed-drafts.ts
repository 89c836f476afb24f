import { useEffect, useState } from 'react';
import type { GoalId } from '@roer/domain/ids';
import type { GoalTextPart } from '@roer/domain/learning/goal';
import { forgetDraft, recallDraft } from '../../live/kept-drafts.ts';

/** Under this name stands on the device what was typed and not answered yet. */
export const typedKey = (goalId: GoalId, part: GoalTextPart): string => `goal.${goalId}.${part}`;

/** Nothing that was typed at this goal stays on this device. */
export const forgetTyped = (goalId: GoalId): void => {
  for (const part of ['step', 'plan'] as const) forgetDraft(typedKey(goalId, part));
};

/** Whether something of this goal stands on this device; null until that is known. It is looked for once, when `isAsked`. */
export const useHasTyped = (goalId: GoalId, isAsked: boolean): boolean | null => {
  const [hasTyped, setHasTyped] = useState<boolean | null>(null);
  useEffect(() => {
    if (!isAsked) return undefined;
    const wait = { isOver: false };
    const look = async (): Promise<void> => {
      const kept = await Promise.all([recallDraft(typedKey(goalId, 'step')), recallDraft(typedKey(goalId, 'plan'))]);
      if (!wait.isOver) setHasTyped(kept.some((each) => each instanceof Uint8Array));
    };
    void look();
    return () => {
      wait.isOver = true;
    };
  }, [goalId, isAsked]);
  return hasTyped;
};
