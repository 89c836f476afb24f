import { Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { GoalId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { GoalReading } from './goal-reading.tsx';
import { useGoal } from './goals.ts';
import { forgetTyped, useHasTyped } from './typed-drafts.ts';
import { lazily } from '../../i18n/lazily.ts';

// What makes two texts one is large, and only for who writes.
const GoalWriting = lazily(() => import('./goal-writing.tsx'));

type GoalPageProps = {
  readonly goalId: GoalId;
  readonly actor: Actor;
  /** What stands there for who may not see it, and for who may not see it any more. */
  readonly missing: ReactNode;
};

/** One learning goal: to fill in together for its owner and their buddy, to read for whom they show it. */
export default function GoalPage({ goalId, actor, missing }: GoalPageProps) {
  const t = useTranslations('goals.page');
  const sentence = useFailureSentence();
  const { data: view, error, refetch } = useGoal(goalId);
  const isGone = view === null;
  const isAway = view === undefined && error !== null;
  // What was found stays found: when the goal comes, whoever types in it goes on typing.
  const hasTyped = useHasTyped(goalId, isAway);
  // What is kept of a text holds all of it: who may not write in it any more may not keep what others wrote either.
  const isClosed = isGone || view?.documents === null;
  useEffect(() => {
    if (isClosed) forgetTyped(goalId);
  }, [isClosed, goalId]);
  if (isGone) return missing;
  if (view && (view.documents === null || view.audiences === null || view.plan === null))
    return <GoalReading view={view} />;
  if (view || hasTyped === true)
    return (
      <Suspense fallback={<SkeletonRows rows={5} />}>
        <GoalWriting goalId={goalId} view={view ?? null} actor={actor} />
      </Suspense>
    );
  if (!isAway || hasTyped === null) return <SkeletonRows rows={5} />;
  return (
    <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('again')}</Button>}>
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}
