import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { LessReason } from '@roer/domain/workload/explain-week';
import type { LoadWeek } from '@roer/domain/workload/load';
import styles from './week-panel.module.css';

type WeekTimeProps = { readonly week: LoadWeek; readonly less: readonly LessReason[] };

/** The hours that somebody has in a week, and what takes some of them away. Never why somebody is not there. */
export function WeekTime({ week, less }: WeekTimeProps) {
  const t = useTranslations('workload.why');
  const format = useFormatter();
  const hours = (minutes: number): string =>
    t('hours', { hours: format.number(minutes / 60, { maximumFractionDigits: 1 }) });
  const daysOf = ({ days }: LessReason): string =>
    format.list(
      days.map((day) => format.dateTime(middayOf(day), { weekday: 'short', day: 'numeric', month: 'short' })),
    );
  return (
    <>
      <h3>{t('timeTitle')}</h3>
      <dl className={styles.time}>
        <div>
          <dt>{t('contract')}</dt>
          <dd>{hours(week.contract)}</dd>
        </div>
        {less.map((reason) => (
          <div key={reason.because}>
            <dt>
              {t(`less.${reason.because}`)}
              <small>{daysOf(reason)}</small>
            </dt>
            <dd>{t('minus', { hours: hours(reason.minutes) })}</dd>
          </div>
        ))}
        <div className={styles.sum}>
          <dt>{t('available')}</dt>
          <dd>{hours(week.available)}</dd>
        </div>
      </dl>
    </>
  );
}
