import type { CSSProperties } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { middayOf } from '@roer/domain/dates';
import type { ResultsView } from '@roer/domain/insights/series';
import { statements } from '@roer/domain/workload/check-in';
import type { Statement } from '@roer/domain/workload/check-in';
import { bandLook } from '../../ui/band.tsx';
import { classNames } from '../../ui/class-names.ts';
import { resultCells } from './result-columns.ts';
import type { ResultCell, ResultColumn } from './result-columns.ts';
import styles from './results.module.css';

type ResultPictureProps = { readonly results: ResultsView; readonly columns: readonly ResultColumn[] };

/** A row of bands per statement through the year, over one axis of months. The table beside it says the same in words. */
export function ResultPicture({ results, columns }: ResultPictureProps) {
  const format = useFormatter();
  return (
    // Grid columns are given to the rows by a variable.
    <div className={styles.picture} style={{ '--columns': columns.length } as CSSProperties}>
      {statements.map((statement) => (
        <Row key={statement} {...{ results, columns, statement }} />
      ))}
      <div className={classNames(styles.row, styles.axis)} aria-hidden>
        <span />
        <ol>
          {columns.map(({ number, month, startsOn }) => (
            <li key={number}>{month && format.dateTime(middayOf(startsOn), { month: 'short' }).replace('.', '')}</li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function Row({ results, columns, statement }: ResultPictureProps & { readonly statement: Statement }) {
  const t = useTranslations('check-in.results');
  const cells = resultCells(results, { columns, statement });
  const last = results.epochs.at(-1)?.bands[statement];
  const label = t(`questions.${statement}`);
  const said = last === undefined ? t('none') : t('lastOne', { band: t(`bands.${last ?? 'none'}`) });
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <div role="img" aria-label={`${label} ${said}`} className={styles.cells}>
        {cells.map((cell) => (
          <Cell key={cell.number} cell={cell} />
        ))}
      </div>
    </div>
  );
}

function Cell({ cell }: { readonly cell: ResultCell }) {
  const t = useTranslations('check-in.results');
  switch (cell.kind) {
    case 'coming':
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
