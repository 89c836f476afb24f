import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Actor } from '@roer/domain/access/may';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { BuddySection } from './buddy-section.tsx';
import { goalAddress, newGoalAddress, useOwnGoals } from './goals.ts';
import type { OwnLearning } from './goals.ts';
import { IntervisieInvite } from './intervisie-invite.tsx';
import { OwnLearningFile } from './own-learning-file.tsx';
import { ReflectionsDue } from './reflections-due.tsx';
import styles from './goal.module.css';

type OwnLearningPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Everything of my own learning: goals in every state, what is worth reading again, with whom, and to take along or erase. */
export default function OwnLearningPage({ teamId, actor }: OwnLearningPageProps) {
  const t = useTranslations('goals.page');
  const sentence = useFailureSentence();
  const { data: own, error, refetch } = useOwnGoals();
  if (own) return <Own {...{ teamId, actor, own }} />;
  if (!error) return <SkeletonRows rows={5} />;
  return (
    <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('again')}</Button>}>
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}

function Own({ teamId, actor, own }: OwnLearningPageProps & { readonly own: OwnLearning }) {
  const t = useTranslations('goals');
  const { goals, due } = own;
  const active = goals.filter(({ state }) => state === 'active').length;
  const teamOf = (id: TeamId) => actor.memberships.find((membership) => membership.teamId === id)?.teamName;
  return (
    <>
      <PageLead quiet={t('own.quiet')}>{t(goals.length === 0 ? 'own.none' : 'own.lead', { count: active })}</PageLead>
      <div className={styles.sections}>
        <section>
          <SectionHeading>{t('own.heading')}</SectionHeading>
          {goals.length === 0 ? (
            <p>{t('none.words')}</p>
          ) : (
            <ul className={styles.list}>
              {(['active', 'draft', 'paused', 'done'] as const).flatMap((state) =>
                goals
                  .filter((goal) => goal.state === state)
                  .map((goal) => (
                    <li key={goal.id}>
                      <Link href={goalAddress(goal.teamId, goal.id)}>
                        {goal.title === '' ? t('untitled') : goal.title}
                      </Link>
                      <span className={styles.quiet}>
                        {t(`state.${state}`)}
                        {goal.teamId !== teamId && ` · ${teamOf(goal.teamId) ?? t('own.formerTeam')}`}
                      </span>
                    </li>
                  )),
              )}
            </ul>
          )}
          <div className={styles.buttons}>
            <Link href={newGoalAddress(teamId)} className={buttonLook({ kind: 'primary' })}>
              {t('new.open')}
            </Link>
          </div>
        </section>
        <ReflectionsDue due={due} />
        <BuddySection teamId={teamId} actor={actor} />
        <IntervisieInvite teamId={teamId} />
        <OwnLearningFile hasGoals={goals.length > 0} />
      </div>
    </>
  );
}
