import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import { classNames } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { twelveMonths } from './coming-months.ts';
import { useRecurrence } from './use-recurrence.ts';
import styles from './season-bars.module.css';

type YearBarsProps = {
  readonly snapshot: TeamSnapshot;
  readonly responsibility: ResponsibilityRow;
  readonly today: LocalDate;
};

/** How often something recurs in this month and the eleven after it: small bars, and the same as a table. */
export function YearBars({ snapshot, responsibility, today }: YearBarsProps) {
  const t = useTranslations('duties');
  const format = useFormatter();
  const recurrence = useRecurrence();
  const months = useMemo(() => {
    const first = { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
    if (!recurrence) return emptyMonths(first);
    const [row] = twelveMonths(recurrence, snapshot, { responsibilities: [responsibility], first, today });
    return row?.months ?? [];
  }, [recurrence, snapshot, responsibility, today]);
  const most = Math.max(1, ...months.map(({ dates }) => dates.length));
  const name = (month: { year: number; month: number }, length: 'narrow' | 'long') =>
    format.dateTime(new Date(Date.UTC(month.year, month.month - 1, 15)), {
      month: length,
      ...(length === 'long' && { year: 'numeric' }),
    });
  return (
    <>
      <div className={styles.year} aria-hidden>
        {months.map((month, index) => (
          <span key={`${month.year}-${month.month}`} className={classNames(index === 0 && styles.now)}>
            <i>
              <b
                className={classNames(month.dates.length * 2 > most && styles.busy)}
                style={{ '--height': `${Math.round((month.dates.length / most) * 100)}%` }}
              />
            </i>
            {name(month, 'narrow').toLowerCase()}
          </span>
        ))}
      </div>
      <VisuallyHidden>
        <table>
          <caption>{t('year.caption')}</caption>
          <tbody>
            {months.map((month) => (
              <tr key={`${month.year}-${month.month}`}>
                <th scope="row">{name(month, 'long')}</th>
                <td>{t('year.count', { count: month.dates.length })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </>
  );
}

const emptyMonths = (first: { year: number; month: number }) =>
  Array.from({ length: 12 }, (_, index) => ({
    year: first.year + (first.month + index > 12 ? 1 : 0),
    month: ((first.month - 1 + index) % 12) + 1,
    dates: [],
  }));
