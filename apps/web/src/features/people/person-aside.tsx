import { useFormatter, useTranslations } from 'use-intl';
import { addDays } from '@roer/domain/dates';
import { GroupHeading } from '../../ui/section-heading.tsx';
import { useHoursAWeek } from '../organisation/hours-a-week.ts';
import { WeekStrip } from '../organisation/week-strip.tsx';
import { dayOf, useLastDay } from '../responsibilities/last-day.ts';
import type { PersonTools } from './person-list.tsx';
import styles from './people.module.css';

/** When somebody is there: their hours in this team, and days on which they are not available. Never why. */
export function PersonAside({ person }: PersonTools) {
  const t = useTranslations('people');
  const format = useFormatter();
  const last = useLastDay();
  const hoursAWeek = useHoursAWeek();
  const { member, awayLater } = person;
  return (
    <aside className={styles.aside}>
      <section>
        <GroupHeading aside={hoursAWeek([member.minutesByWeekday])}>{t('hoursHeading')}</GroupHeading>
        <div className={styles.week}>
          <WeekStrip minutesByWeekday={member.minutesByWeekday} />
        </div>
        {!member.home && <p className={styles.quiet}>{t('guest')}</p>}
      </section>
      {awayLater.length > 0 && (
        <section>
          <GroupHeading>{t('awayLater')}</GroupHeading>
          <ul>
            {awayLater.map(({ from, until }) => (
              <li key={`${from} ${until}`} className={styles.item}>
                {addDays(from, 1) === until
                  ? dayOf(format, from)
                  : t('awayDays', { from: dayOf(format, from), last: last(until) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
