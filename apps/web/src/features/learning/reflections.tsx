import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { audiences } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useLongDate } from '../insights/obstacle-when.ts';
import type { GoalStep, ReflectionView } from './goals.ts';
import { ReflectionForm } from './reflection-form.tsx';
import { SureButton } from './sure-button.tsx';
import { useLearningAct } from './use-learning-act.ts';
import styles from './goal.module.css';

type ReflectionsProps = {
  readonly goal: GoalStep;
  readonly reflections: readonly ReflectionView[];
  readonly canWrite: boolean;
};

/** What the owner looked back on at a goal, the latest first, as far as it is for the reader. */
export function Reflections({ goal, reflections, canWrite }: ReflectionsProps) {
  const t = useTranslations('goals.reflection');
  const [writes, setWrites] = useState(false);
  if (!canWrite && reflections.length === 0) return null;
  return (
    <section>
      <SectionHeading>{t('heading')}</SectionHeading>
      {canWrite && (
        <div className={styles.fields}>
          {writes ? (
            <ReflectionForm goalId={goal.id} onDone={() => setWrites(false)} />
          ) : (
            <div>
              <Button onClick={() => setWrites(true)}>{t('add')}</Button>
            </div>
          )}
        </div>
      )}
      <ul className={styles.reflections}>
        {reflections.map((reflection) => (
          <ReflectionItem key={reflection.id} reflection={reflection} />
        ))}
      </ul>
    </section>
  );
}

function ReflectionItem({ reflection }: { readonly reflection: ReflectionView }) {
  const t = useTranslations('goals.reflection');
  const longDate = useLongDate();
  const { act, busy, failure } = useLearningAct();
  const { id: reflectionId, audience, occurred, text, on } = reflection;
  const share = (value: string): void => {
    const chosen = audiences.find((each) => each === value);
    if (chosen) void act(() => api.learning.shareReflection.mutate({ reflectionId, audience: chosen }), t('shared'));
  };
  return (
    <li>
      <p className={styles.quiet}>{t(occurred ? 'occurredOn' : 'notOccurredOn', { date: longDate(on) })}</p>
      <p className={styles.text}>{text}</p>
      {audience !== null && (
        <div className={styles.buttons}>
          <SelectField
            label={t('for')}
            value={audience}
            onChoose={share}
            options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
          />
          <SureButton
            label={t('remove')}
            sure={t('removeSure')}
            yes={t('removeYes')}
            busy={busy}
            onSure={() => void act(() => api.learning.removeReflection.mutate({ reflectionId }), t('removed'))}
          />
        </div>
      )}
      {failure !== undefined && <ErrorNotice title={failure} />}
    </li>
  );
}
