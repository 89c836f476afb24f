import { useTranslations } from 'use-intl';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { GoalAbout } from './goal-about.tsx';
import { GoalSteps } from './goal-steps.tsx';
import type { GoalView } from './goals.ts';
import { Reflections } from './reflections.tsx';
import styles from './goal.module.css';

/** A colleague's goal, as far as they show it. */
export function GoalReading({ view: { goal, plan, reflections } }: { readonly view: GoalView }) {
  const t = useTranslations('goals');
  const name = goal.title === '' ? t('untitled') : goal.title;
  // The browser's history outlives the right to see it.
  usePageTitle(t('page.of', { name: goal.personName }));
  return (
    <>
      <PageLead above={t('page.of', { name: goal.personName })} quiet={t(`page.quiet.${goal.state}`)}>
        {name}
      </PageLead>
      <GoalAbout goal={goal} />
      <div className={styles.reading}>
        {plan ? (
          <GoalSteps plan={plan} />
        ) : (
          <p className={styles.quiet}>{t('page.stepOnly', { name: goal.personName })}</p>
        )}
        <Reflections goal={goal} reflections={reflections} canWrite={false} />
      </div>
    </>
  );
}
