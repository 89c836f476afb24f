import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { totalMinutes, weekdays } from './week-hours.ts';
import type { WeekHours } from './week-hours.ts';
import styles from './organisation.module.css';

/** Contract hours by weekday: "8", "7,5" and "7:30" are all understood. The weekend shows when it is asked for or used. */
export function WeekHoursField({ week }: { readonly week: WeekHours }) {
  const t = useTranslations('organisation.week');
  const format = useFormatter();
  const id = useId();
  const usesWeekend = week.texts.slice(5).some((text) => text !== '');
  const [weekend, setWeekend] = useState(usesWeekend);
  const isWrong = weekdays.some(week.isWrong);
  return (
    <fieldset className={styles.week} aria-describedby={`${id}-hint${isWrong ? ` ${id}-error` : ''}`}>
      <legend>{t('label')}</legend>
      <p id={`${id}-hint`} className={styles.weekHint}>
        {t('hint')}
      </p>
      <div className={styles.weekFields}>
        {weekdays.slice(0, weekend ? 7 : 5).map((weekday) => (
          <label key={weekday}>
            <span aria-hidden>{t(`short.${weekday}`)}</span>
            <input
              aria-label={t(`day.${weekday}`)}
              inputMode="decimal"
              autoComplete="off"
              value={week.texts[weekday] ?? ''}
              aria-invalid={week.isWrong(weekday) || undefined}
              onChange={(event) => week.type(weekday, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
      {isWrong && (
        <span id={`${id}-error`} className={styles.weekError} role="alert">
          {t('unreadable')}
        </span>
      )}
      <div className={styles.weekFoot}>
        <span>
          {week.minutes !== undefined &&
            t('total', { hours: format.number(totalMinutes(week.minutes) / 60, { maximumFractionDigits: 2 }) })}
        </span>
        {!weekend && (
          <Button kind="tertiary" dense onClick={() => setWeekend(true)}>
            {t('weekend')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
