import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import type { Actor } from '@roer/domain/access/may';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { lazyWithSentences } from '../../i18n/later-sentences.tsx';
import { failureOf } from '../../live/api.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { TeamWeeks } from './team-weeks.tsx';

const TeamResults = lazyWithSentences(() => import('../insights/team-results.tsx'));
const TeamMirror = lazyWithSentences(() => import('../insights/team-mirror.tsx'));

type LoadPageProps = { readonly teamId: TeamId; readonly actor: Actor };

/** Team › Belasting: whether the work fits in the hours, twelve weeks ahead, and what to do when it does not. */
export default function LoadPage({ teamId, actor }: LoadPageProps) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence();
  const { data: snapshot, error, refetch } = useTeam(teamId);
  if (snapshot) {
    return (
      <>
        <TeamWeeks {...{ teamId, actor, snapshot }} />
        <Suspense>
          <TeamResults teamId={teamId} isMember />
          <TeamMirror teamId={teamId} />
        </Suspense>
      </>
    );
  }
  if (!error) return <SkeletonRows rows={8} />;
  return (
    <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('loadAgain')}</Button>}>
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}
