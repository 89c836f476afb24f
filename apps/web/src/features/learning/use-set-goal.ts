import { useState } from 'react';
import type { GoalId } from '@roer/domain/ids';
import type { GoalChoices } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { useLearningAct } from './use-learning-act.ts';

/** Changes what the owner alone chooses. `pending` is what was chosen and not answered yet: it shows at once. */
export const useSetGoal = (goalId: GoalId) => {
  const { act, busy, failure } = useLearningAct();
  const [pending, setPending] = useState<Partial<GoalChoices>>({});
  const set = async (changed: Partial<GoalChoices>, done?: string): Promise<boolean> => {
    setPending(changed);
    const isDone = await act(() => api.learning.setGoal.mutate({ goalId, ...changed }), done);
    setPending({});
    return isDone;
  };
  return { set, act, busy, failure, pending };
};
