import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { PublishedEpoch } from '@roer/domain/insights/series';
import { bandLook } from '../../ui/band.tsx';
import { classNames } from '../../ui/class-names.ts';
import { resultCells } from './result-columns.ts';
import type { BandOf, ResultCell, ResultColumn } from './result-columns.ts';
import styles from './results.module.css';

type YearCellsProps = {
  readonly epochs: readonly PublishedEpoch[];
  readonly columns: readonly ResultColumn[];
  readonly bandOf: BandOf;
  /** What it shows, for who does not see it; a table says the same in words. */
  readonly label: string;
};

/** One line of bands through a year, over the columns whose number is the variable `--columns`. */
export function YearCells({ epochs, columns, bandOf, label }: YearCellsProps) {
  return (
    <div role="img" aria-label={label} className={styles.cells}>
      {resultCells({ epochs: [...epochs] }, { columns, bandOf }).map((cell) => (
        <Cell key={cell.number} cell={cell} />
      ))}
    </div>
  );
}

type YearAxisProps = {
  readonly columns: readonly ResultColumn[];
  /** The first month of each quarter alone, where lines are narrow. */
  readonly byQuarter?: boolean;
};

/** The months below such lines. */
export function YearAxis({ columns, byQuarter = false }: YearAxisProps) {
  const format = useFormatter();
  return (
    <ol>
      {columns.map(({ number, month, startsOn }) => (
        <li key={number}>
          {month &&
            (!byQuarter || isFirstOfQuarter(startsOn)) &&
            format.dateTime(middayOf(startsOn), { month: 'short' }).replace('.', '')}
        </li>
      ))}
    </ol>
  );
}

function Cell({ cell }: { readonly cell: ResultCell }) {
  const t = useTranslations('check-in.results');
  switch (cell.kind) {
    case 'coming':
    case 'absent':
      return <i />;
    case 'now':
      return <i className={classNames(styles.now, bandLook('now'))} />;
    case 'band':
      return (
        <i className={classNames(styles.cell, cell.breaks && styles.breaks)}>
          <i className={classNames(styles[cell.band], bandLook(cell.band))} />
        </i>
      );
    case 'none':
      return (
        <i
          className={classNames(styles.cell, cell.breaks && styles.breaks)}
          style={cell.span > 1 ? { gridColumn: `span ${cell.span}` } : undefined}
        >
          <i className={classNames(styles.none, bandLook('none'))}>
            {cell.span > 1 ? <span>{t('bands.none')}</span> : <span className={styles.dash} />}
          </i>
        </i>
      );
  }
}

const isFirstOfQuarter = (day: LocalDate): boolean => Number(day.slice(5, 7)) % 3 === 1;
