import Lock from 'lucide-react/icons/lock';
import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { addDays, isoWeek } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import type { TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { Icon } from '../../ui/icon.tsx';
import { useLevelHours } from '../../ui/use-level-hours.ts';
import { boardAddress } from '../responsibilities/board-address.ts';
import type { PeopleNames } from '../responsibilities/people-names.ts';
import { useShortDate } from '../responsibilities/use-short-date.ts';
import styles from './weeks-section.module.css';

type WeeksWideProps = {
  readonly teamId: TeamId;
  readonly load: TeamLoad;
  readonly scenario: Scenario;
  readonly names: PeopleNames;
};

/** What no column shows: work that can be done in more weeks than one, what stands still, and who sees all this. */
export default function WeeksWide({ teamId, load, scenario, names }: WeeksWideProps) {
  const t = useTranslations('workload.wide');
  const format = useFormatter();
  const hours = useLevelHours();
  const date = useShortDate();
  const wide = load.people.flatMap((person) => person.wide.map((work) => ({ person, work })));
  const still = load.standsStill.flatMap((minutes, week) => {
    const monday = load.mondays[week];
    return minutes > 0 && monday !== undefined
      ? [t('stillWeek', { week: isoWeek(monday), hours: hours(minutes) })]
      : [];
  });
  return (
    <>
      {still.length > 0 && <p className={styles.still}>{t('still', { weeks: format.list(still) })}</p>}
      {wide.length > 0 && (
        <div className={styles.wide}>
          <h3>{t('title')}</h3>
          <p>{t('words')}</p>
          <ul>
            {wide.map(({ person, work }) => (
              <li key={`${person.personId}${work.workId}`}>
                <span>
                  <Link href={boardAddress(teamId, work.responsibilityId)}>{work.title}</Link>
                  <small>
                    {t('item', {
                      name: names.short(person.personId) ?? person.name,
                      from: date(work.from),
                      last: date(addDays(work.until, -1)),
                    })}
                  </small>
                </span>
                <b>{t('hours', { hours: hours(work.minutes[scenario]) })}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.private}>
        <Icon of={Lock} small />
        {t('private')}
      </p>
    </>
  );
}
