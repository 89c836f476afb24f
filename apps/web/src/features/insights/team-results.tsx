import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { TeamId } from '@roer/domain/ids';
import type { ResultsView } from '@roer/domain/insights/series';
import { statements } from '@roer/domain/workload/check-in';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { BandWords } from '../../ui/band.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ResultAlarms } from './result-alarms.tsx';
import { resultColumns } from './result-columns.ts';
import { ResultLead } from './result-lead.tsx';
import { ResultLoad } from './result-load.tsx';
import { ResultNotes } from './result-notes.tsx';
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
  /** Instead of its own, where several teams stand below each other. */
  readonly heading?: ReactNode;
};

/** "Hoe zwaar voelde het?": what was published of a team's check-ins through the year, as a picture and as a table. */
export default function TeamResults({ teamId, isMember, heading }: TeamResultsProps) {
  const t = useTranslations('check-in.results');
  const sentence = useFailureSentence();
  const { data: results, error, refetch } = useResults(teamId);
  return (
    <section className={styles.results}>
      {heading === undefined ? <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading> : heading}
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
          <YearOfResults {...{ results, isMember }} />
          <ResultAlarms alarms={results.alarms} />
          <ResultLoad epoch={results.epochs.at(-1)} />
          {isMember && <SharedAnswers teamId={teamId} lastEpoch={results.epochs.at(-1)?.number} />}
        </>
      )}
    </section>
  );
}

type YearOfResultsProps = { readonly results: ResultsView; readonly isMember: boolean };

/** The picture with what its signs mean; beside it, for who asks, the same as a table and who can see it. */
function YearOfResults({ results, isMember }: YearOfResultsProps) {
  const t = useTranslations('check-in.results');
  const id = useId();
  const [shown, setShown] = useState({ table: false, who: false });
  const columns = resultColumns(results);
  const hasNone = results.epochs.some(({ bands }) => statements.some((statement) => bands[statement] === null));
  const toggle = (part: keyof typeof shown, label: string) => (
    <Button
      kind="tertiary"
      dense
      aria-expanded={shown[part]}
      aria-controls={`${id}-${part}`}
      onClick={() => setShown({ ...shown, [part]: !shown[part] })}
    >
      {label}
    </Button>
  );
  return (
    <>
      {columns.length > 0 && <ResultPicture {...{ results, columns }} />}
      <div className={styles.key}>
        {columns.length > 0 && (
          <BandWords signs={['light', 'middle', 'heavy', ...(hasNone ? (['none'] as const) : []), 'now']} />
        )}
        <div className={styles.toggles}>
          {results.epochs.length > 0 && toggle('table', t(shown.table ? 'asPicture' : 'asTable'))}
          {toggle('who', t('who'))}
        </div>
      </div>
      <div id={`${id}-who`} hidden={!shown.who}>
        <WhoSees isMember={isMember} />
      </div>
      <ResultNotes {...{ columns, hasNone, isMember }} />
      <div id={`${id}-table`} hidden={!shown.table}>
        <ResultTable results={results} />
      </div>
    </>
  );
}
