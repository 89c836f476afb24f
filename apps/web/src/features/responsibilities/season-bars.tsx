import { useFormatter, useTranslations } from 'use-intl';
import { today } from '../../live/clock.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { classNames } from '../../ui/class-names.ts';
import { monthName } from './rule-words.ts';
import styles from './season-bars.module.css';

type SeasonBarsProps = { readonly minutesAWeek: number; readonly season: readonly number[] };

/** What a week asks in each month: twelve small bars, and the same as a table. A level year is only a sentence. */
export function SeasonBars({ minutesAWeek, season }: SeasonBarsProps) {
  const t = useTranslations('responsibilities');
  const format = useFormatter();
  const hours = (minutes: number) => format.number(minutes / 60, { maximumFractionDigits: 1 });
  const most = Math.max(100, ...season);
  const thisMonth = Number(today().slice(5, 7)) - 1;
  const isLevel = season.every((percent) => percent === season[0]);
  const month = (index: number, length: 'narrow' | 'long') => monthName(index + 1, { format, length });
  return (
    <>
      <h3>
        {t('panel.hours')}
        <span className={styles.hours}>{t('hoursAWeek', { hours: hours(minutesAWeek) })}</span>
      </h3>
      {isLevel ? (
        <p>{t('season.level')}</p>
      ) : (
        <>
          <div className={styles.year} aria-hidden>
            {season.map((percent, index) => (
              // The twelve months are always the same twelve, in the same order.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={index} className={classNames(index === thisMonth && styles.now)}>
                <i>
                  <b
                    className={classNames(percent > 100 && styles.busy)}
                    style={{ '--height': `${Math.round((percent / most) * 100)}%` }}
                  />
                </i>
                {month(index, 'narrow').toLowerCase()}
              </span>
            ))}
          </div>
          <VisuallyHidden>
            <table>
              <caption>{t('season.caption')}</caption>
              <tbody>
                {season.map((percent, index) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <tr key={index}>
                    <th scope="row">{month(index, 'long')}</th>
                    <td>{t('hoursAWeek', { hours: hours((minutesAWeek * percent) / 100) })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </VisuallyHidden>
        </>
      )}
    </>
  );
}
