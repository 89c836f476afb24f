import { useFormatter, useTranslations } from 'use-intl';
import { isoWeek, middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { classNames } from '../../ui/class-names.ts';
import styles from './people-weeks.module.css';

type WeeksHeadProps = { readonly mondays: readonly LocalDate[]; readonly full: ReadonlySet<LocalDate> };

/** How many weeks apart a date stands above the numbers. */
const DATED_EVERY = 2;

/** The numbers of the weeks above the columns. Decorative: every week is named where it is told. */
export function WeeksHead({ mondays, full }: WeeksHeadProps) {
  const t = useTranslations('workload.weeks');
  const format = useFormatter();
  return (
    <div className={classNames(styles.row, styles.head)} aria-hidden>
      <span />
      <ol className={styles.numbers}>
        {mondays.map((monday, index) => (
          <li key={monday} className={classNames(index === 0 && styles.now, full.has(monday) && styles.full)}>
            <span>
              {index === 0
                ? t('now')
                : index % DATED_EVERY === 0
                  ? format.dateTime(middayOf(monday), { day: 'numeric', month: 'short' })
                  : '\u00A0'}
            </span>
            {isoWeek(monday)}
          </li>
        ))}
      </ol>
    </div>
  );
}
