import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { GoalPlan } from './goals.ts';
import styles from './goal-steps.module.css';

const strongly = (words: ReactNode) => <b>{words}</b>;

/** A plan along its line: wish, outcome, obstacle, and if this, then that. What is not filled in stays out. */
export function GoalSteps({ plan }: { readonly plan: GoalPlan }) {
  const t = useTranslations('goals.steps');
  const texts = (['wish', 'outcome', 'obstacle'] as const).filter((field) => plan[field].trim() !== '');
  const hasIfThen = plan.occasion.trim() !== '' || plan.action.trim() !== '';
  if (texts.length === 0 && !hasIfThen) return <p className={styles.empty}>{t('empty')}</p>;
  return (
    <dl className={styles.steps}>
      {texts.map((field) => (
        <div key={field}>
          <dt>{t(field)}</dt>
          <dd>{plan[field]}</dd>
        </div>
      ))}
      {hasIfThen && (
        <div className={styles.last}>
          <dt>{t('ifThen')}</dt>
          <dd>
            {t.rich('sentence', {
              occasion: plan.occasion.trim() === '' ? '…' : plan.occasion,
              action: plan.action.trim() === '' ? '…' : plan.action,
              word: strongly,
            })}
          </dd>
        </div>
      )}
    </dl>
  );
}
