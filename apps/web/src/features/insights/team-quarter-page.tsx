import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { teamsCounted } from '@roer/domain/insights/dashboard';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useQuarterChoice } from './quarter-choice.ts';
import { QuarterMeaning } from './quarter-meaning.tsx';
import { QuarterSheet } from './quarter-sheet.tsx';
import { QuarterTools } from './quarter-tools.tsx';
import { useQuarterName, useQuarterTitle } from './quarter-words.ts';
import { useMirror } from './use-dashboard.ts';
import styles from './quarter.module.css';

/** The quarter of one's own team, exactly as its managers see it (rule I2.3). */
export default function TeamQuarterPage({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('dashboard');
  const sentence = useFailureSentence();
  const format = useFormatter();
  const name = useQuarterName();
  const chosen = useQuarterChoice();
  const { data: mirror, error, refetch } = useMirror(teamId);
  const { choice } = chosen;
  const titleOf = useQuarterTitle();
  const title = titleOf(choice.quarter);
  usePageTitle(title);
  if (!mirror) {
    if (!error) return <SkeletonRows rows={8} />;
    return (
      <ErrorNotice
        title={sentence(failureOf(error))}
        action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
      />
    );
  }
  const names = format.list(teamsCounted(mirror.group).map((team) => team.name));
  return (
    <div className={styles.quarterPage}>
      <PageLead
        above={t('mirror.title')}
        quiet={choice.against ? t('quarter.beside', { quarter: name(choice.against) }) : undefined}
      >
        {title}
      </PageLead>
      <p className={styles.same}>{t('quarter.same')}</p>
      <QuarterTools chosen={chosen} />
      <QuarterMeaning />
      <QuarterSheet name={names} groups={[mirror.group]} choice={choice} />
      <p className={styles.back}>
        <Link href={`/team/${teamId}/load`}>{t('quarter.backToLoad')}</Link>
      </p>
    </div>
  );
}
