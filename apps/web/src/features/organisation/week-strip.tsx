import { useFormatter, useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { totalMinutes, weekdays } from './week-hours.ts';
import styles from './organisation.module.css';

/** Which days somebody works and how long, Monday to Friday; the weekend only when it is worked. */
export function WeekStrip({ minutesByWeekday }: { readonly minutesByWeekday: readonly number[] }) {
  const t = useTranslations('organisation.week');
  const format = useFormatter();
  const hours = (minutes: number) => format.number(minutes / 60, { maximumFractionDigits: 2 });
  const shown = weekdays.filter((weekday) => weekday < 5 || (minutesByWeekday[weekday] ?? 0) > 0);
  if (totalMinutes(minutesByWeekday) === 0)
    return <span className={classNames(styles.weekStrip, styles.note)}>{t('none')}</span>;
  const words = shown
    .filter((weekday) => (minutesByWeekday[weekday] ?? 0) > 0)
    .map((weekday) => t('dayHours', { day: t(`day.${weekday}`), hours: hours(minutesByWeekday[weekday] ?? 0) }));
  return (
    <div className={styles.weekStrip}>
      <div className={styles.days} aria-hidden>
        {shown.map((weekday) => {
          const minutes = minutesByWeekday[weekday] ?? 0;
          return (
            <span key={weekday} className={classNames(styles.day, minutes === 0 && styles.free)}>
              <small>{t(`short.${weekday}`)}</small>
              {minutes === 0 ? t('free') : hours(minutes)}
            </span>
          );
        })}
      </div>
      <VisuallyHidden>{format.list(words)}</VisuallyHidden>
    </div>
  );
}
