import { useEffect, useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { useUpcoming } from './reorganising-queries.ts';
import { useStepSentence } from './step-sentence.ts';
import { upcomingPlace } from './upcoming-place.ts';
import styles from './reorganising.module.css';

/** What is announced for this team, with what falls open in it. Nothing when nothing is. */
export function UpcomingPlans({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('reorganising.upcoming');
  const format = useFormatter();
  const stepSentence = useStepSentence();
  const { data: plans = [] } = useUpcoming(teamId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = plans.length > 0;
  // Who comes for this from Vandaag is brought to it: it stands below the members, and is there after them.
  useEffect(() => {
    if (isThere && location.hash === `#${upcomingPlace}`) heading.current?.focus();
  }, [isThere]);
  if (!isThere) return null;
  return (
    <section className={styles.upcoming} aria-labelledby={upcomingPlace}>
      <h2 id={upcomingPlace} ref={heading} tabIndex={-1}>
        {t('heading')}
      </h2>
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
