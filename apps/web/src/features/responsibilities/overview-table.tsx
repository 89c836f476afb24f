import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { LocalDate } from '@roer/domain/dates';
import type { AreaRow, TeamSnapshot } from '@roer/domain/feed';
import type { CoveredResponsibility } from '@roer/domain/responsibilities/coverage';
import { currentDuties } from '@roer/domain/responsibilities/overview-csv';
import type { OverviewWords } from '@roer/domain/responsibilities/overview-csv';
import styles from './overview.module.css';

type OverviewTableProps = {
  readonly area: AreaRow;
  readonly responsibilities: readonly CoveredResponsibility[];
  readonly snapshot: TeamSnapshot;
  readonly today: LocalDate;
  readonly words: OverviewWords;
};

const shown = ['title', 'holders', 'substitutes', 'coverage', 'duties', 'hours'] as const;

/** One area of the overview, as a table that stays together on paper. */
export function OverviewTable({ area, responsibilities, snapshot, today, words }: OverviewTableProps) {
  const headingId = `overview-${area.id}`;
  return (
    <section className={styles.area}>
      <h2 id={headingId}>{area.name}</h2>
      <table className={styles.table} aria-labelledby={headingId}>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {words.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {responsibilities.map((row) => (
            <OverviewRow key={row.id} {...{ row, snapshot, today, words }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type OverviewRowProps = Omit<OverviewTableProps, 'area' | 'responsibilities'> & { readonly row: CoveredResponsibility };

function OverviewRow({ row, snapshot, today, words }: OverviewRowProps) {
  const t = useTranslations('overview');
  const format = useFormatter();
  const { holders, substitutes, coverage } = row;
  const several = holders.length > 1 || coverage.state === 'unclear';
  const cell = (column: (typeof shown)[number], children: ReactNode) => (
    <td className={styles[column]}>
      {/* On a phone a row is a list, and every cell says what it is. */}
      <span className={styles.label}>{words.column[column]}</span>
      {children}
    </td>
  );
  const lines = (texts: readonly string[]) =>
    texts.map((text, index) => (
      // Lines of one cell do not move.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={styles.line}>
        {text}
      </span>
    ));
  const carried = holders.map(({ personId, sharePercent }) => {
    const name = words.nameOf(personId);
    return several ? t('share', { name, share: sharePercent }) : name;
  });
  const standIns = substitutes.map(({ personId }) => words.nameOf(personId));
  return (
    <tr>
      <th scope="row" className={styles.title}>
        {row.title}
        {row.purpose !== '' && <span className={styles.purpose}>{row.purpose}</span>}
      </th>
      {cell('holders', lines(carried.length > 0 ? carried : [t('nobody')]))}
      {cell('substitutes', lines(standIns.length > 0 ? standIns : [t('nobody')]))}
      {cell(
        'coverage',
        <span className={coverage.state === 'covered' ? undefined : styles.asks}>{words.coverage(row)}</span>,
      )}
      {cell('duties', lines(currentDuties(snapshot, row, today).map(words.duty)))}
      {cell('hours', format.number(row.minutesAWeek / 60, { maximumFractionDigits: 2 }))}
    </tr>
  );
}
