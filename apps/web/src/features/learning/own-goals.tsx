import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { BuddySection } from './buddy-section.tsx';
import { GoalCard } from './goal-card.tsx';
import { GoalSeen } from './goal-seen.tsx';
import { newGoalAddress, ownLearningAddress, useOwnGoals } from './goals.ts';
import type { OwnGoal } from './goals.ts';
import styles from './goal.module.css';

type OwnGoalsProps = { readonly teamId: TeamId; readonly actor: Actor };

/** The order in which goals are worth a look: what I am at, then what I began to write. */
const shownFirst: readonly OwnGoal['state'][] = ['active', 'draft', 'paused'];

/** My own goal and my buddy in one team, beside the learning of the team. Only I see this. */
export default function OwnGoals({ teamId, actor }: OwnGoalsProps) {
  const t = useTranslations('goals');
  const sentence = useFailureSentence();
  const { data: own, error, refetch } = useOwnGoals();
  if (!own) {
    if (!error) return null;
    return (
      <ErrorNotice
        title={t('page.notLoaded')}
        action={<Button onClick={() => void refetch()}>{t('page.again')}</Button>}
      >
        {sentence(failureOf(error))}
      </ErrorNotice>
    );
  }
  const goals = own.goals.filter((goal) => goal.teamId === teamId);
  const first = shownFirst.flatMap((state) => goals.find((goal) => goal.state === state) ?? [])[0];
  const others = goals.filter(({ id, state }) => id !== first?.id && state !== 'done').length;
  const buddy = own.buddies.find((each) => each.mine && each.teamId === teamId && each.state === 'agreed');
  const more = (kind: 'primary' | 'tertiary') => (
    <Link href={newGoalAddress(teamId)} className={buttonLook({ kind, dense: true })}>
      {t('new.open')}
    </Link>
  );
  const all = (
    <Link href={ownLearningAddress(teamId)} className={buttonLook({ kind: 'tertiary', dense: true })}>
      {t('all', { count: others })}
    </Link>
  );
  return (
    <div className={styles.own}>
      {first ? (
        <>
          <GoalCard goal={first} />
          <GoalSeen audiences={first} buddy={buddy?.name} />
          <div className={styles.buttons}>
            {more('tertiary')}
            {all}
          </div>
        </>
      ) : (
        <section className={styles.card}>
          <p className={styles.quiet}>{t('card.mine')}</p>
          <h2>{t('none.title')}</h2>
          <p>{t('none.words')}</p>
          <div className={styles.buttons}>
            {more('primary')}
            {all}
          </div>
        </section>
      )}
      <BuddySection teamId={teamId} actor={actor} />
    </div>
  );
}
