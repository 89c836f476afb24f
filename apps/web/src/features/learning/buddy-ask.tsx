import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { TeamId } from '@roer/domain/ids';
import { reaches } from '@roer/domain/learning/goal';
import { api } from '../../live/api.ts';
import { newTimelessId } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { OwnGoal } from './goals.ts';
import { useLearningAct } from './use-learning-act.ts';
import styles from './goal.module.css';

type BuddyAskProps = { readonly teamId: TeamId; readonly actor: Actor; readonly goals: readonly OwnGoal[] };

/** Asks a colleague to learn along, and says beforehand what they will see when they say yes. */
export function BuddyAsk({ teamId, actor, goals }: BuddyAskProps) {
  const t = useTranslations('goals.buddy.ask');
  const { data: snapshot } = useTeam(teamId);
  const { act, busy, failure } = useLearningAct();
  const [chosen, setChosen] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [id] = useState(() => newTimelessId<'buddy'>());
  const people = Object.values(snapshot?.member ?? {})
    .filter(({ personId }) => personId !== actor.personId)
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const somebody = people.find(({ personId }) => personId === chosen);
  const shared = goals.filter((goal) => goal.teamId === teamId && reaches(goal.stepAudience, 'buddy')).length;
  if (snapshot && people.length === 0) return <p className={styles.quiet}>{t('nobody')}</p>;
  const send = (): void => {
    setWrong(!somebody);
    if (!somebody) return;
    const { personId } = somebody;
    void act(() => api.learning.askBuddy.mutate({ id, teamId, personId }), t('asked', { name: somebody.name }));
  };
  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>{t('words')}</p>
      <SelectField
        label={t('who')}
        error={isWrong && !somebody ? t('choose') : undefined}
        value={chosen}
        onChoose={setChosen}
        options={[
          { value: '', label: t('nobodyYet') },
          ...people.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
      />
      {somebody && <p className={styles.quiet}>{t('sees', { name: somebody.name, count: shared })}</p>}
      <div>
        <Button dense type="submit" busy={busy}>
          {t('send')}
        </Button>
      </div>
      {failure !== undefined && <ErrorNotice title={failure} />}
    </form>
  );
}
