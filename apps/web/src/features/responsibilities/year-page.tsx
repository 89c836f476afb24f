import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useSearch, useLocation } from 'wouter';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../live/api.ts';
import { today as dayNow } from '../../live/clock.ts';
import { useTeam } from '../../live/team.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageLead } from '../../ui/page-lead.tsx';
import { SegmentedFilter } from '../../ui/segmented-filter.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts';
import { twelveMonths } from './coming-months.ts';
import { useRecurrence } from './use-recurrence.ts';
import type { Recurrence } from './use-recurrence.ts';
import { useYearLead } from './year-lead.ts';
import { YearList } from './year-list.tsx';
import { YearTable } from './year-table.tsx';
import { inAreas } from './year-areas.ts';
import styles from './year.module.css';

type YearPageProps = { readonly teamId: TeamId };

/** Team › Jaar: what recurs, month by month. A page to print, too. */
export default function YearPage({ teamId }: YearPageProps) {
  const t = useTranslations('duties.yearPage');
  const sentence = useFailureSentence();
  const { data: snapshot, error, refetch } = useTeam(teamId);
  const recurrence = useRecurrence();
  if (snapshot && recurrence) return <Year {...{ teamId, snapshot, recurrence }} />;
  if (!error) return <SkeletonRows rows={10} />;
  return (
    <ErrorNotice
      title={t('notLoaded')}
      action={
        <Button kind="secondary" onClick={() => void refetch()}>
          {t('loadAgain')}
        </Button>
      }
    >
      {sentence(failureOf(error))}
    </ErrorNotice>
  );
}

type YearProps = YearPageProps & { readonly snapshot: TeamSnapshot; readonly recurrence: Recurrence };

function Year({ teamId, snapshot, recurrence }: YearProps) {
  const t = useTranslations('duties.yearPage');
  const narrow = useMediaQuery(NARROW);
  const [path, navigate] = useLocation();
  const today = dayNow();
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(new URLSearchParams(useSearch()).get('year'));
  // Null: this month and the eleven after it.
  const year = asked === thisYear || asked === thisYear + 1 ? asked : null;
  const rows = useMemo(() => {
    const responsibilities = Object.values(snapshot.responsibility)
      .filter(({ closedOn }) => closedOn === null)
      .toSorted((one, other) => one.title.localeCompare(other.title, 'nl'));
    const first = year === null ? { year: thisYear, month: Number(today.slice(5, 7)) } : { year, month: 1 };
    return twelveMonths(recurrence, snapshot, { responsibilities, first, today }).filter(({ months }) =>
      months.some(({ dates }) => dates.length > 0),
    );
  }, [recurrence, snapshot, year, thisYear, today]);
  const lead = useYearLead({ rows, year });
  const areas = inAreas(snapshot, rows);
  const choices = [null, thisYear, thisYear + 1];
  return (
    <>
      <div className={styles.top}>
        <p className={styles.team}>{snapshot.team[teamId]?.name}</p>
        <PageLead>{lead}</PageLead>
      </div>
      <div className={styles.tools}>
        <SegmentedFilter
          label={t('which')}
          value={String(year)}
          segments={choices.map((value) => ({
            value: String(value),
            label: value === null ? t('coming') : String(value),
          }))}
          onChoose={(value) => navigate(value === 'null' ? path : `${path}?year=${value}`, { replace: true })}
        />
        {rows.length > 0 && (
          <Button dense onClick={() => window.print()}>
            {t('print')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState sign="asleep" title={t('empty.title')}>
          {t('empty.words')}
        </EmptyState>
      ) : narrow ? (
        <YearList {...{ teamId, areas }} />
      ) : (
        <YearTable {...{ teamId, areas, today }} />
      )}
    </>
  );
}
