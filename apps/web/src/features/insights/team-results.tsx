import { useTranslations } from 'use-intl';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ResultAlarms } from './result-alarms.tsx';
import { resultColumns } from './result-columns.ts';
import { ResultLead } from './result-lead.tsx';
import { ResultLoad } from './result-load.tsx';
import { ResultPicture } from './result-picture.tsx';
import { ResultTable } from './result-table.tsx';
import { SharedAnswers } from './shared-answers.tsx';
import { useResults } from './use-results.ts';
import { WhoSees } from './who-sees.tsx';
import styles from './results.module.css';

type TeamResultsProps = {
  readonly teamId: TeamId;
  /** Of the team itself: it also sees what colleagues shared openly. The rest is the same for its managers (rule P8). */
  readonly isMember: boolean;
};

/** "Hoe zwaar voelde het?": what was published of a team's check-ins through the year, as a picture and as a table. */
export default function TeamResults({ teamId, isMember }: TeamResultsProps) {
  const t = useTranslations('check-in.results');
  const sentence = useFailureSentence();
  const { data: results, error, refetch } = useResults(teamId);
  const columns = results ? resultColumns(results) : [];
  return (
    <section className={styles.results}>
      <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading>
      {!results && error && (
        <ErrorNotice
          title={sentence(failureOf(error))}
          action={<Button onClick={() => void refetch()}>{t('again')}</Button>}
        />
      )}
      {!results && !error && <SkeletonRows rows={5} />}
      {results && (
        <>
          <ResultLead results={results} />
          {columns.length > 0 && (
            <>
              <ResultPicture {...{ results, columns }} />
              <ResultTable {...{ results }} />
            </>
          )}
          <ResultLoad epoch={results.epochs.at(-1)} />
          <WhoSees isMember={isMember} />
          <ResultAlarms alarms={results.alarms} />
          {isMember && <SharedAnswers teamId={teamId} lastEpoch={results.epochs.at(-1)?.number} />}
        </>
      )}
    </section>
  );
}
