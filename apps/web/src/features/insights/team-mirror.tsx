import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { TeamId } from '@roer/domain/ids';
import type { MirrorVisit } from '@roer/domain/insights/dashboard';
import { lastYear } from '@roer/domain/insights/last-year';
import { useFailureSentence } from '../../i18n/failure-sentence.ts';
import { usePersonName } from '../../i18n/person-name.ts';
import { failureOf } from '../../live/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SectionHeading } from '../../ui/section-heading.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { DashboardRow } from './dashboard-row.tsx';
import { groupColumns } from './group-columns.ts';
import { teamQuarterAddress } from './quarter-choice.ts';
import { useMirror } from './use-dashboard.ts';
import styles from './dashboard.module.css';

/** The latest looks that are shown; older ones stand behind a line. */
const shownAtOnce = 5;

/** Of one's own team: what its managers see of it, and when they looked (rules I2.1, I2.2). */
export default function TeamMirror({ teamId }: { readonly teamId: TeamId }) {
  const t = useTranslations('dashboard.mirror');
  const again = useTranslations('dashboard');
  const sentence = useFailureSentence();
  const { data: mirror, error, refetch } = useMirror(teamId);
  if (!mirror) {
    if (!error) return <SkeletonRows rows={2} />;
    const failure = failureOf(error);
    // A team that closed has none any more.
    if (failure.code === 'notFound') return null;
    return (
      <section className={styles.mirror}>
        <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading>
        <ErrorNotice
          title={sentence(failure)}
          action={<Button onClick={() => void refetch()}>{again('again')}</Button>}
        />
      </section>
    );
  }
  const groups = lastYear([mirror.group]);
  const columns = groupColumns(groups);
  return (
    <section className={styles.mirror}>
      <SectionHeading aside={t('aside')}>{t('title')}</SectionHeading>
      <ul className={styles.mirrored}>
        {groups.map((group) => (
          <DashboardRow key={teamId} group={group} columns={columns} isMirror />
        ))}
      </ul>
      <p>
        <Link href={teamQuarterAddress(teamId)}>{t('quarter')}</Link>
      </p>
      <Visits visits={mirror.visits} />
    </section>
  );
}

function Visits({ visits }: { readonly visits: readonly MirrorVisit[] }) {
  const t = useTranslations('dashboard.mirror');
  if (visits.length === 0) return <p className={styles.quiet}>{t('nobody')}</p>;
  const older = visits.slice(shownAtOnce);
  return (
    <div className={styles.visits}>
      <h3>{t('looked')}</h3>
      <VisitList visits={visits.slice(0, shownAtOnce)} />
      {older.length > 0 && (
        <details>
          <summary>{t('older', { count: older.length })}</summary>
          <VisitList visits={older} />
        </details>
      )}
    </div>
  );
}

function VisitList({ visits }: { readonly visits: readonly MirrorVisit[] }) {
  const called = usePersonName();
  const format = useFormatter();
  return (
    <ul>
      {visits.map(({ personId, name, from, until }) => (
        <li key={`${personId} ${from}`}>
          <b>{called(name)}</b>
          <time dateTime={new Date(from).toISOString()}>
            {format.dateTimeRange(from, until, {
              weekday: 'long',
              day: 'numeric',
              month: 'long',
              hour: 'numeric',
              minute: '2-digit',
            })}
          </time>
        </li>
      ))}
    </ul>
  );
}
