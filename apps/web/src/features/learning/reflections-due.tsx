import { useTranslations } from 'use-intl';
import { recalls } from '@roer/domain/learning/reflection-review';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { useLongDate } from '../insights/obstacle-when.ts';
import type { ReflectionView } from './goals.ts';
import { useLearningAct } from './use-learning-act.ts';
import styles from './goal.module.css';

/** What I wrote some time ago and is worth reading again today. Nothing waits, and nothing is counted. */
export function ReflectionsDue({ due }: { readonly due: readonly ReflectionView[] }) {
  const t = useTranslations('goals.due');
  const longDate = useLongDate();
  const { act, busy, failure } = useLearningAct();
  if (due.length === 0) return null;
  return (
    <section>
      <SectionHeading aside={t('aside')}>{t('heading')}</SectionHeading>
      <ul className={styles.reflections}>
        {due.map(({ id: reflectionId, text, on }) => (
          <li key={reflectionId}>
            <p className={styles.quiet}>{t('on', { date: longDate(on) })}</p>
            <p className={styles.text}>{text}</p>
            <div className={styles.buttons}>
              {recalls.map((recall) => (
                <Button
                  key={recall}
                  dense
                  busy={busy}
                  onClick={() =>
                    void act(() => api.learning.reviewReflection.mutate({ reflectionId, recall }), t('done'))
                  }
                >
                  {t(recall)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {failure !== undefined && <ErrorNotice title={failure} />}
    </section>
  );
}
