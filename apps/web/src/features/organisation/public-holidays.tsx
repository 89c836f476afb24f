import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { namedHolidaysOf } from '@roer/domain/holidays';
import styles from './holidays.module.css';

/** The public holidays of this year and the next, which count by themselves; to look at. */
export function PublicHolidays({ today }: { readonly today: LocalDate }) {
  const t = useTranslations('planning.holidays');
  const format = useFormatter();
  const year = Number(today.slice(0, 4));
  return (
    <section className={styles.public} aria-labelledby="public-holidays">
      <h2 id="public-holidays">{t('public')}</h2>
      <p className={styles.empty}>{t('publicWords')}</p>
      <div className={styles.years}>
        {[year, year + 1].map((each) => (
          <table key={each}>
            <caption>{String(each)}</caption>
            <tbody>
              {namedHolidaysOf(each).map(({ name, date }) => (
                <tr key={name}>
                  <th scope="row">{t(`name.${name}`)}</th>
                  <td>{format.dateTime(middayOf(date), { weekday: 'short', day: 'numeric', month: 'long' })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
