import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button.tsx';
import { useLongDate } from '../insights/obstacle-when.ts';
import { GoalSteps } from './goal-steps.tsx';
import { goalAddress } from './goals.ts';
import type { OwnGoal } from './goals.ts';
import styles from './goal.module.css';

/** One of my goals beside the learning of the team, with its plan. */
export function GoalCard({ goal }: { readonly goal: OwnGoal }) {
  const t = useTranslations('goals');
  const longDate = useLongDate();
  const { id, teamId, title, targetLevel, plan, state } = goal;
  return (
    <section className={styles.card}>
      <p className={styles.quiet}>
        {plan.nextMoment === null ? t('card.mine') : t('card.moment', { date: longDate(plan.nextMoment) })}
      </p>
      <h2>{title === '' ? t('untitled') : title}</h2>
      {targetLevel !== null && <p className={styles.quiet}>{t('target', { level: t(`levels.${targetLevel}`) })}</p>}
      <GoalSteps plan={plan} />
      <div className={styles.buttons}>
        <Link href={goalAddress(teamId, id)} className={buttonLook({ kind: 'secondary', dense: true })}>
          {t(state === 'draft' ? 'card.fill' : 'card.open')}
        </Link>
      </div>
    </section>
  );
}
