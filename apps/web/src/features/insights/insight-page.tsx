import { useTranslations } from 'use-intl';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { Answered, AskedOfMe } from './asked-of-me.tsx';
import { Dashboard } from './dashboard.tsx';
import { countAsking, useInsightLead } from './insight-lead.ts';
import { InsightLimits } from './insight-limits.tsx';
import { InsightMirror } from './insight-mirror.tsx';
import { useObstacles } from './use-obstacles.ts';

/** Inzicht: what the teams that somebody leads ask, and what was published of them. The team sees the same. */
export default function InsightPage() {
  const t = useTranslations('insights.manager');
  const sentence = useFailureSentence();
  const lead = useInsightLead();
  const { data: teams, error, refetch } = useObstacles();
  if (!teams) {
    if (!error) return <SkeletonRows rows={8} />;
    return (
      <ErrorNotice
        title={sentence(failureOf(error))}
        action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
      />
    );
  }
  const words = lead(countAsking(teams));
  return (
    <>
      <PageLead above={t('title')} quiet={words.quiet}>
        {words.sentence}
      </PageLead>
      <InsightMirror />
      <AskedOfMe teams={teams} />
      <Dashboard />
      <Answered teams={teams} />
      <InsightLimits />
    </>
  );
}
