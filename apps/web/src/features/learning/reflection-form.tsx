import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { GoalId, ReflectionId } from '@roer/domain/ids';
import { audiences, reflectionLimit } from '@roer/domain/learning/goal';
import type { Audience } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { newTimelessId } from '../../live/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useDraft } from '../responsibilities/drafts.ts';
import { useLearningAct } from './use-learning-act.ts';

type ReflectionDraft = { id: ReflectionId; occurred: 'yes' | 'no' | undefined; text: string; audience: Audience };
type ReflectionFormProps = { readonly goalId: GoalId; readonly onDone: () => void };

/** Whether the situation was there, and what I did then: neutral words, for nobody else unless I say so. */
export function ReflectionForm({ goalId, onDone }: ReflectionFormProps) {
  const t = useTranslations('goals.reflection');
  const { act, busy, failure } = useLearningAct();
  const { draft, change, forget } = useDraft<ReflectionDraft>(`reflection.${goalId}`, () => ({
    id: newTimelessId<'reflection'>(),
    occurred: undefined,
    text: '',
    audience: 'me',
  }));
  const [isTried, setTried] = useState(false);
  const text = draft.text.trim();
  const isTextWrong = text === '' || text.length > reflectionLimit;
  const send = async (): Promise<void> => {
    setTried(true);
    const { id, occurred, audience } = draft;
    if (occurred === undefined || isTextWrong) return;
    const given = { id, goalId, occurred: occurred === 'yes', text, audience };
    if (!(await act(() => api.learning.reflect.mutate(given), t('saved')))) return;
    forget();
    onDone();
  };
  return (
    <Form
      onSubmit={() => void send()}
      failure={failure === undefined ? undefined : t('notSaved', { why: failure })}
      actions={
        <>
          <Button kind="primary" type="submit" busy={busy}>
            {t('save')}
          </Button>
          <Button
            kind="tertiary"
            onClick={() => {
              forget();
              onDone();
            }}
          >
            {t('cancel')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('occurred')}
        error={isTried && draft.occurred === undefined ? t('occurredNeeded') : undefined}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
        value={draft.occurred}
        onChoose={(value) => change({ occurred: value === 'yes' ? 'yes' : 'no' })}
      />
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        error={isTried && isTextWrong ? t('textNeeded', { most: reflectionLimit }) : undefined}
        rows={4}
        value={draft.text}
        onText={(typed) => change({ text: typed })}
      />
      <SelectField
        label={t('for')}
        hint={t('forHint')}
        value={draft.audience}
        onChoose={(value) => change({ audience: audiences.find((each) => each === value) ?? 'me' })}
        options={audiences.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
    </Form>
  );
}
