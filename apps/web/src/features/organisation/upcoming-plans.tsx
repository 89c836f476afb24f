import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { useUpcoming } from './reorganising-queries.ts';
import { useStepSentence } from './step-sentence.ts';
import styles from './reorganising.module.css';

/** What is announced for this team, with what falls open in it. Nothing when nothing is. */
export function UpcomingPlans({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('reorganising.upcoming');
  const format = useFormatter();
  const stepSentence = useStepSentence();
  const { data: plans = [] } = useUpcoming(teamId);
  if (plans.length === 0) return null;
  return (
    <section className={styles.upcoming} aria-labelledby="upcoming-plans">
      <h2 id="upcoming-plans">{t('heading')}</h2>
      {plans.map(({ id, name, effectiveOn, steps, names, isPossible, opens, misfits }) => (
        <div key={id}>
          <h3>
            {t('when', {
              name,
              date: format.dateTime(middayOf(effectiveOn), { weekday: 'long', day: 'numeric', month: 'long' }),
            })}
          </h3>
          <ul>
            {steps.map((step) => {
              const said = stepSentence(step, names);
              return <li key={said}>{said}</li>;
            })}
          </ul>
          {!isPossible && <p>{t('stuck')}</p>}
          {isPossible && opens.length === 0 && <p>{t('nothing')}</p>}
          {opens.length > 0 && (
            <>
              <p>{t('opens')}</p>
              <ul>
                {opens.map(({ title, isWhole }) => (
                  <li key={title}>{isWhole ? title : t('partly', { title })}</li>
                ))}
              </ul>
            </>
          )}
          {misfits && <p>{t('misfits', misfits)}</p>}
        </div>
      ))}
    </section>
  );
}
