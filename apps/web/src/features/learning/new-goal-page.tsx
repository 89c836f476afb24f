import { coverLevels } from '@roer/domain/learning/cover-level';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearchParams } from 'wouter';
import type { GoalId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import { goalLimits } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { newTimelessId } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../responsibilities/drafts.ts';
import { goalAddress } from './goals.ts';
import { useLearningAct } from './use-learning-act.ts';
import styles from './goal.module.css';

type NewGoal = { id: GoalId; title: string; responsibilityId: string; targetLevel: string };

/** Begins a goal, free or about a responsibility of the team; the plan comes on its own page. */
export default function NewGoalPage({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('goals');
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const { data: snapshot } = useTeam(teamId);
  const { act, busy, failure } = useLearningAct();
  const about = search.get('responsibility') ?? '';
  const { draft, change, forget } = useDraft<NewGoal>(`goal.new.${teamId}.${about}`, () => ({
    id: newTimelessId<'goal'>(),
    title: '',
    responsibilityId: about,
    targetLevel: '',
  }));
  const [isTried, setTried] = useState(false);
  const responsibilities = Object.values(snapshot?.responsibility ?? {})
    .filter(({ closedOn }) => closedOn === null)
    .toSorted((one, other) => one.title.localeCompare(other.title));
  const title = draft.title.trim();
  const isWrong = title === '' || title.length > goalLimits.title;
  const create = async (): Promise<void> => {
    setTried(true);
    if (isWrong) return;
    const { id } = draft;
    const chosen = responsibilities.find((each) => each.id === draft.responsibilityId)?.id ?? null;
    const responsibilityId: ResponsibilityId | null = chosen;
    const targetLevel = coverLevels.find((level) => level === draft.targetLevel) ?? null;
    const made = await act(() => api.learning.createGoal.mutate({ id, teamId, responsibilityId, targetLevel, title }));
    if (!made) return;
    forget();
    navigate(goalAddress(teamId, id), { replace: true });
  };
  return (
    <>
      <PageLead quiet={t('new.quiet')}>{t('new.lead')}</PageLead>
      <div className={styles.sections}>
        <Form
          onSubmit={() => void create()}
          failure={failure === undefined ? undefined : t('new.notMade', { why: failure })}
          actions={
            <Button kind="primary" type="submit" busy={busy}>
              {t('new.make')}
            </Button>
          }
        >
          <TextField
            label={t('fields.title')}
            hint={t('fields.titleHint')}
            error={isTried && isWrong ? t('new.titleNeeded', { most: goalLimits.title }) : undefined}
            autoComplete="off"
            value={draft.title}
            onText={(typed) => change({ title: typed })}
          />
          <SelectField
            label={t('new.about')}
            hint={t('new.aboutHint')}
            value={draft.responsibilityId}
            onChoose={(responsibilityId) => change({ responsibilityId })}
            options={[
              { value: '', label: t('new.free') },
              ...responsibilities.map(({ id, title: name }) => ({ value: id, label: name })),
            ]}
          />
          {draft.responsibilityId !== '' && (
            <SelectField
              label={t('new.level')}
              optional
              value={draft.targetLevel}
              onChoose={(targetLevel) => change({ targetLevel })}
              options={[
                { value: '', label: t('new.noLevel') },
                ...coverLevels.map((level) => ({ value: level, label: t(`levels.${level}`) })),
              ]}
            />
          )}
        </Form>
      </div>
    </>
  );
}
