import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { countCoverage, deriveBoard } from '@roer/domain/responsibilities/coverage';
import { overviewCsv } from '@roer/domain/responsibilities/overview-csv';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { now, today } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { boardAddress } from './board-address.ts';
import { useLeadSentence } from './lead-sentence.ts';
import { overviewFile, saveFile } from '../../live/save-file.ts';
import { OverviewTable } from './overview-table.tsx';
import { useOverviewWords } from './overview-words.ts';
import { useRecurrence } from './use-recurrence.ts';
import styles from './overview.module.css';

/** Team › overview: everything on the board on paper or in a file, for the wall or a meeting elsewhere. */
export default function OverviewPage({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('responsibilities');
  const sentence = useFailureSentence();
  const { data: snapshot, error, refetch } = useTeam(teamId);
  if (snapshot) return <Overview teamId={teamId} snapshot={snapshot} />;
  if (!error) return <SkeletonRows rows={8} />;
  return (
    <ErrorNotice title={t('notLoaded')} action={<Button onClick={() => void refetch()}>{t('loadAgain')}</Button>}>
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}

function Overview({ teamId, snapshot }: { readonly teamId: TeamId; readonly snapshot: TeamSnapshot }) {
  const t = useTranslations('overview');
  const words = useTranslations('people');
  const format = useFormatter();
  const lead = useLeadSentence();
  const recurrence = useRecurrence();
  const overviewWords = useOverviewWords(snapshot);
  const day = today();
  const board = useMemo(
    () =>
      deriveBoard(snapshot, { today: day, ...(recurrence && { asleep: recurrence.deriveAsleep }) }).filter(
        ({ responsibilities }) => responsibilities.length > 0,
      ),
    [snapshot, day, recurrence],
  );
  const team = snapshot.team[teamId]?.name ?? '';
  usePageTitle(t('title', { team }));
  const date = format.dateTime(now(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const above = t('above', { team, date });
  if (board.length === 0) {
    return (
      <>
        <PageLead above={above}>{lead(countCoverage([]))}</PageLead>
        <EmptyState
          sign="asleep"
          title={t('emptyTitle')}
          action={
            <Link href={boardAddress(teamId)} className={buttonLook({ kind: 'secondary' })}>
              {words('toBoard')}
            </Link>
          }
        >
          {t('empty')}
        </EmptyState>
      </>
    );
  }
  const rows = board.flatMap(({ responsibilities }) => responsibilities);
  // What sleeps is counted after the first paint; a file or a print made before would say less than the page after it.
  const counting = recurrence === null;
  const download = (): void => {
    const csv = overviewCsv({ board, snapshot, today: day }, overviewWords);
    saveFile(csv, overviewFile({ name: t('fileName'), team, day }));
  };
  return (
    <>
      <div className={styles.top}>
        <PageLead above={above}>{lead(countCoverage(rows.map(({ coverage }) => coverage)))}</PageLead>
        <div className={styles.tools}>
          <Button kind="primary" busy={counting} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button busy={counting} onClick={download}>
            {t('download')}
          </Button>
        </div>
      </div>
      {board.map(({ area, responsibilities }) => (
        <OverviewTable key={area.id} {...{ area, responsibilities, snapshot }} today={day} words={overviewWords} />
      ))}
    </>
  );
}
