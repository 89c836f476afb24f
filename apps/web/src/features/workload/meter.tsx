import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import type { TeamLoad } from '@roer/domain/workload/load';
import { deriveMeter } from '@roer/domain/workload/organising';
import { organisingParts } from '@roer/domain/workload/organising-parts';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { MeterPeople } from './meter-people.tsx';
import { organisingGroups } from './organising-groups.ts';
import { OwnOrganising } from './own-organising.tsx';
import styles from './meter.module.css';

type MeterProps = {
  readonly teamId: TeamId;
  readonly snapshot: TeamSnapshot;
  readonly load: TeamLoad;
  readonly today: LocalDate;
  readonly names: PeopleNames;
};

const workday = 8 * 60;
const parts = ['organising', 'core', 'room'] as const;
const bold = (words: ReactNode) => <b>{words}</b>;

/** How much of this week goes to organising, how much to what the team is there for, and how much room is left. */
export default function Meter({ teamId, snapshot, load, today, names }: MeterProps) {
  const t = useTranslations('workload.meter');
  const format = useFormatter();
  const hours = useLevelHours();
  const { team, people } = useMemo(() => deriveMeter(load, 0), [load]);
  const groups = useMemo(
    () => organisingGroups(snapshot, organisingParts(snapshot, { today, week: 0 })),
    [snapshot, today],
  );
  const total = team.organising + team.core + team.room;
  if (total === 0) return null;
  const share = (minutes: number): string => `${((100 * minutes) / total).toFixed(2)}%`;
  // To five minutes: it is a picture of a week, not a clock.
  const aDay = Math.round((workday * team.organising) / total / 5) * 5;
  const most = Math.max(1, ...groups.map(({ minutes }) => minutes));
  return (
    <section className={styles.meter}>
      <h2>{t('heading')}</h2>
      <p className={styles.lead}>
        {team.organising === 0
          ? t('nothing')
          : t.rich('lead', { b: bold, whole: Math.floor(aDay / 60), minutes: aDay % 60 })}
      </p>
      {/* Said by the list below it. */}
      <div className={styles.bar} aria-hidden>
        {parts.map(
          (part) => team[part] > 0 && <i key={part} className={styles[part]} style={{ width: share(team[part]) }} />,
        )}
      </div>
      <dl className={styles.figures}>
        {parts.map((part) => (
          <div key={part}>
            <dt>
              {t(part)}
              <small>
                {part === 'organising'
                  ? t('share', { share: Math.round((100 * team[part]) / total) })
                  : t(`${part}Words`)}
              </small>
            </dt>
            <dd>{t('hours', { hours: hours(team[part]) })}</dd>
          </div>
        ))}
      </dl>
      {groups.length > 0 && (
        <>
          <h3>{t('where')}</h3>
          <ul className={styles.where}>
            {groups.map(({ id, title, minutes, responsibilityId }) => (
              <li key={id}>
                <span>
                  {responsibilityId === null ? (
                    title
                  ) : (
                    <Link href={boardAddress(teamId, responsibilityId)}>{title}</Link>
                  )}
                </span>
                <i
                  className={styles.organising}
                  style={{ '--width': `${((100 * minutes) / most).toFixed(1)}%` }}
                  aria-hidden
                />
                <b>{t('hours', { hours: format.number(minutes / 60, { maximumFractionDigits: 1 }) })}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <MeterPeople {...{ people, names }} />
      <OwnOrganising today={today} />
    </section>
  );
}
