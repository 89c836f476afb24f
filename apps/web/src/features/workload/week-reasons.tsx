import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { RecurringReason, WeekExplanation } from '@roer/domain/workload/explain-week';
import type { Scenario } from '@roer/domain/workload/scenario';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { useShortDate } from '../responsibilities/use-short-date.ts';
import styles from './week-panel.module.css';

type WeekReasonsProps = {
  readonly teamId: TeamId;
  readonly snapshot: TeamSnapshot;
  readonly explanation: WeekExplanation;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
  /** Whose week it is; null for the reader. */
  readonly person: string | null;
};

/** What a week asks, part by part, the largest first; then what can also be done in it, and what others do meanwhile. */
export function WeekReasons({ teamId, snapshot, explanation, scenario, names, person }: WeekReasonsProps) {
  const t = useTranslations('workload.why');
  const words = useTranslations('responsibilities');
  const format = useFormatter();
  const date = useShortDate();
  const { recurring, deadline, wide, passed } = explanation;
  const hours = (minutes: number): string => format.number(minutes / 60, { maximumFractionDigits: 1 });
  const nameOf = (personId: PersonId): string => names.short(personId) ?? words('formerColleague');
  const titleOf = (id: string): string => snapshot.responsibility[id]?.title ?? '';
  const how = (reason: RecurringReason): string =>
    [
      t('share', { share: reason.sharePercent, hours: hours(reason.minutesAWeek) }),
      reason.seasonPercent !== 100 && t('season', { percent: reason.seasonPercent }),
      reason.standsInFor !== null && t('standsIn', { name: nameOf(reason.standsInFor) }),
      reason.from !== null && t('from', { name: nameOf(reason.from) }),
      reason.organising && t('organising'),
    ]
      .filter((part) => part !== false)
      .join(', ');
  return (
    <>
      <ul className={styles.reasons}>
        {recurring.map((reason) => (
          <Reason
            key={`${reason.responsibilityId}${reason.standsInFor ?? ''}${reason.from ?? ''}`}
            title={<Link href={boardAddress(teamId, reason.responsibilityId)}>{titleOf(reason.responsibilityId)}</Link>}
            how={how(reason)}
            hours={t('hours', { hours: hours(reason.minutes) })}
          />
        ))}
        {deadline.map(({ workId, responsibilityId, title, due, percent, minutes }) => (
          <Reason
            key={workId}
            title={<Link href={boardAddress(teamId, responsibilityId)}>{title}</Link>}
            how={[
              t('due', { date: date(due) }),
              percent < 100 && t('part', { share: percent }),
              minutes.least < minutes.most && t('between', { least: hours(minutes.least), most: hours(minutes.most) }),
            ]
              .filter((part) => part !== false)
              .join(', ')}
            hours={t('hours', { hours: hours(minutes[scenario]) })}
          />
        ))}
      </ul>
      {wide.length > 0 && (
        <>
          <h3>{t('wideTitle')}</h3>
          <ul className={styles.reasons}>
            {wide.map(({ workId, responsibilityId, title, from, until, minutes }) => (
              <Reason
                key={workId}
                title={<Link href={boardAddress(teamId, responsibilityId)}>{title}</Link>}
                how={t('wide', { from: date(from), last: date(addDays(until, -1)) })}
                hours={t('hours', { hours: hours(minutes[scenario]) })}
              />
            ))}
          </ul>
        </>
      )}
      {passed.length > 0 && (
        <>
          <h3>{person === null ? t('passedTitleMine') : t('passedTitle', { name: person })}</h3>
          <ul className={styles.reasons}>
            {passed.map(({ responsibilityId, to, minutes }) => (
              <Reason
                key={`${responsibilityId}${to ?? ''}`}
                title={<Link href={boardAddress(teamId, responsibilityId)}>{titleOf(responsibilityId)}</Link>}
                how={to === null ? t('standsStill') : t('passedTo', { name: nameOf(to) })}
                hours={t('hours', { hours: hours(minutes) })}
              />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

type ReasonProps = { readonly title: ReactNode; readonly how: string; readonly hours: string };

function Reason({ title, how, hours }: ReasonProps) {
  return (
    <li>
      <span>
        {title}
        <small>{how}</small>
      </span>
      <b>{hours}</b>
    </li>
  );
}
