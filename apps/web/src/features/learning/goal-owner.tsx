import { useTranslations } from 'use-intl';
import { stretches } from '@roer/domain/learning/goal';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { GoalMoment } from './goal-moment.tsx';
import type { GoalPlan, GoalStep } from './goals.ts';
import { useSetGoal } from './use-set-goal.ts';
import styles from './goal.module.css';

type GoalOwnerProps = {
  readonly goal: GoalStep;
  readonly plan: GoalPlan;
};

/** What the owner alone chooses about the step: how far it reaches, and when to look at it again. */
export function GoalOwner({ goal, plan }: GoalOwnerProps) {
  const t = useTranslations('goals');
  const { set, busy, failure, pending } = useSetGoal(goal.id);
  return (
    <section className={styles.fields}>
      <SectionHeading>{t('size.heading')}</SectionHeading>
      <RadioGroup
        label={t('size.label')}
        hint={t('size.hint')}
        options={stretches.map((value) => ({ value, label: t(`size.${value}`), hint: t(`size.${value}Hint`) }))}
        value={pending.stretch ?? plan.stretch ?? undefined}
        onChoose={(value) => void set({ stretch: stretches.find((stretch) => stretch === value) ?? null })}
      />
      <GoalMoment
        key={plan.nextMoment}
        nextMoment={plan.nextMoment}
        busy={busy}
        onSet={(nextMoment) => void set({ nextMoment }, t('moment.saved'))}
      />
      {failure !== undefined && <ErrorNotice title={failure} />}
    </section>
  );
}
