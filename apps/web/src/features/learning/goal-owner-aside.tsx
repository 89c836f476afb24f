import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import { audiences as allAudiences, narrower, reaches } from '@roer/domain/learning/goal';
import type { Audience, GoalChoices } from '@roer/domain/learning/goal';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { BuddySection } from './buddy-section.tsx';
import { GoalSeen } from './goal-seen.tsx';
import { GoalState } from './goal-state.tsx';
import { useOwnGoals } from './goals.ts';
import type { GoalPlan, GoalStep, GoalView } from './goals.ts';
import { useSetGoal } from './use-set-goal.ts';
import styles from './goal.module.css';

type GoalOwnerAsideProps = {
  readonly goal: GoalStep;
  readonly plan: GoalPlan;
  readonly audiences: NonNullable<GoalView['audiences']>;
  readonly actor: Actor;
};

/** How the goal stands, with whom, and who sees what: all of it the owner's own choice. */
export function GoalOwnerAside({ goal, plan, audiences, actor }: GoalOwnerAsideProps) {
  const t = useTranslations('goals');
  const { set: setGoal, act, busy, failure, pending } = useSetGoal(goal.id);
  const { data: own } = useOwnGoals();
  const buddy = own?.buddies.find(({ mine, teamId, state }) => mine && teamId === goal.teamId && state === 'agreed');
  const set = (changed: Partial<GoalChoices>, done?: string) => void setGoal(changed, done);
  const shown = {
    stepAudience: pending.stepAudience ?? audiences.stepAudience,
    planAudience: pending.planAudience ?? audiences.planAudience,
  };
  const options = (group: 'step' | 'plan', within: Audience) =>
    allAudiences
      .filter((audience) => reaches(within, audience))
      .map((value) => ({ value, label: t(`audience.${value}`), hint: t(`audience.${group}.${value}`) }));
  const chosen = (value: string): Audience => allAudiences.find((audience) => audience === value) ?? 'me';
  return (
    <>
      <GoalState {...{ goal, plan, actor, busy, set, act }} />
      <section className={styles.fields}>
        <SectionHeading>{t('audience.heading')}</SectionHeading>
        <RadioGroup
          label={t('audience.step.label')}
          options={options('step', 'team')}
          value={shown.stepAudience}
          onChoose={(value) => {
            const stepAudience = chosen(value);
            // A plan is never for more people than its step, so it narrows along.
            set({ stepAudience, planAudience: narrower(stepAudience, audiences.planAudience) }, t('audience.saved'));
          }}
        />
        <RadioGroup
          label={t('audience.plan.label')}
          options={options('plan', shown.stepAudience)}
          value={shown.planAudience}
          onChoose={(value) => set({ planAudience: chosen(value) }, t('audience.saved'))}
        />
        <GoalSeen audiences={audiences} buddy={buddy?.name} />
        {failure !== undefined && <ErrorNotice title={failure} />}
      </section>
      <BuddySection teamId={goal.teamId} actor={actor} />
    </>
  );
}
