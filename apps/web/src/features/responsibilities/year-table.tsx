import { useFormatter, useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { LocalDate } from '@roer/domain/dates';
import type { TeamId } from '@roer/domain/ids';
import { classNames } from '../../ui/class-names.ts';
import { boardAddress } from './board-address.ts';
import type { AreaYear } from './year-areas.ts';
import { useMonthWords } from './year-cell.ts';
import styles from './year.module.css';

type YearTableProps = {
  readonly teamId: TeamId;
  readonly areas: readonly AreaYear[];
  readonly today: LocalDate;
};

/** Months beside each other, responsibilities below each other. */
export function YearTable({ teamId, areas, today }: YearTableProps) {
  const t = useTranslations('duties.yearPage');
  const format = useFormatter();
  const monthWords = useMonthWords();
  const monthsShown = areas[0]?.rows[0]?.months ?? [];
  const isNow = ({ year, month }: { year: number; month: number }): boolean =>
    Number(today.slice(0, 4)) === year && Number(today.slice(5, 7)) === month;
  return (
    <table className={styles.table}>
      <caption>{t('words')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('responsibility')}</th>
          {monthsShown.map((month, index) => (
            <th key={`${month.year}-${month.month}`} scope="col" className={classNames(isNow(month) && styles.now)}>
              {format.dateTime(new Date(Date.UTC(month.year, month.month - 1, 15)), {
                month: 'short',
                // A year that begins in the middle says so.
                ...((index === 0 || month.month === 1) && { year: '2-digit' }),
              })}
            </th>
          ))}
        </tr>
      </thead>
      {areas.map(({ area, rows }) => (
        <tbody key={area.id}>
          <tr className={styles.area}>
            <th colSpan={13} scope="colgroup">
              {area.name}
            </th>
          </tr>
          {rows.map(({ responsibility, months }) => (
            <tr key={responsibility.id}>
              <th scope="row">
                <Link href={boardAddress(teamId, responsibility.id)}>{responsibility.title}</Link>
              </th>
              {months.map((month) => (
                <td key={`${month.year}-${month.month}`}>{monthWords(month)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
