import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { GoalChoices, GoalState as State } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { GoalOfferNotice } from './goal-offer-notice.tsx';
import { ownLearningAddress } from './goals.ts';
import type { GoalPlan, GoalStep } from './goals.ts';
import { SureButton } from './sure-button.tsx';
import { forgetTyped } from './typed-drafts.ts';
import styles from './goal.module.css';

type GoalStateProps = {
  readonly goal: GoalStep;
  readonly plan: GoalPlan;
  readonly actor: Actor;
  readonly busy: boolean;
  readonly set: (changed: Partial<GoalChoices>, done?: string) => void;
  readonly act: (work: () => Promise<unknown>, done?: string) => Promise<boolean>;
};

/** What can be made of a goal from each state, the ordinary way first. */
const ways: Readonly<Record<State, readonly Exclude<State, 'draft'>[]>> = {
  draft: ['active'],
  active: ['paused', 'done'],
  paused: ['active', 'done'],
  done: ['active'],
};

/** Begin, pause, go on, finish or remove: nobody else has to agree. */
export function GoalState({ goal, plan, actor, busy, set, act }: GoalStateProps) {
  const t = useTranslations('goals.stand');
  const [, navigate] = useLocation();
  const [isGone, setGone] = useState(false);
  const remove = async (): Promise<void> => {
    setGone(true);
    const done = await act(() => api.learning.removeGoal.mutate({ goalId: goal.id }), t('removed'));
    setGone(done);
    if (!done) return;
    forgetTyped(goal.id);
    navigate(ownLearningAddress(goal.teamId));
  };
  return (
    <section className={styles.state}>
      <p>{t(`now.${goal.state}`)}</p>
      <GoalOfferNotice {...{ goal, plan, actor, set, act }} />
      <div className={styles.buttons}>
        {ways[goal.state].map((state, index) => (
          <Button
            key={state}
            kind={goal.state === 'draft' && index === 0 ? 'primary' : 'secondary'}
            dense
            busy={busy}
            onClick={() => set({ state }, t(`did.${state}`))}
          >
            {goal.state === 'draft' ? t('to.begin') : t(`to.${state}`)}
          </Button>
        ))}
        <SureButton
          label={t('remove')}
          sure={t('removeSure')}
          yes={t('removeYes')}
          busy={isGone}
          onSure={() => void remove()}
        />
      </div>
    </section>
  );
}
