import { useEffect, useState } from 'react';
import { today } from '../../live/clock.ts';
import { forgetDraft, keepDraft, knownDraft, recallDraft } from '../../live/kept-drafts.ts';
import type { Plan, PlanStep } from './reorganising-queries.ts';

export type PlanDraft = { name: string; effectiveOn: string; steps: PlanStep[] };

/** What is typed for a plan, a known one or a new one; kept on this device until it is sent or given up. */
export const usePlanDraft = (plan: Plan | undefined) => {
  // Of another version what was typed is about something else.
  const key = `reorganisation.${plan ? `${plan.id}.${plan.version}` : 'new'}`;
  const [draft, setDraft] = useState<PlanDraft>(
    () =>
      // Nothing else is kept under this key.
      (knownDraft(key) as PlanDraft | undefined) ?? {
        name: plan?.name ?? '',
        effectiveOn: plan && plan.effectiveOn >= today() ? plan.effectiveOn : today(),
        steps: plan?.steps ?? [],
      },
  );
  useEffect(() => {
    let isThere = true;
    const recall = async (): Promise<void> => {
      const kept = await recallDraft(key);
      // As above.
      if (isThere && kept !== undefined) setDraft(kept as PlanDraft);
    };
    void recall();
    return () => {
      isThere = false;
    };
  }, [key]);
  return {
    draft,
    change: (changed: Partial<PlanDraft>): void => {
      const next = { ...draft, ...changed };
      setDraft(next);
      keepDraft(key, next);
    },
    forget: () => forgetDraft(key),
  };
};
