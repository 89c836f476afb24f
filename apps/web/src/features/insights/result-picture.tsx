import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import type { ResultsView } from '@roer/domain/insights/series';
import { statements } from '@roer/domain/workload/check-in';
import type { Statement } from '@roer/domain/workload/check-in';
import { classNames } from '../../ui/class-names.ts';
import type { ResultColumn } from './result-columns.ts';
import { YearAxis, YearCells } from './year-cells.tsx';
import styles from './results.module.css';

type ResultPictureProps = { readonly results: ResultsView; readonly columns: readonly ResultColumn[] };

/** A row of bands per statement through the year, over one axis of months. The table beside it says the same in words. */
export function ResultPicture({ results, columns }: ResultPictureProps) {
  return (
    // Grid columns are given to the rows by a variable.
    <div className={styles.picture} style={{ '--columns': columns.length } as CSSProperties}>
      {statements.map((statement) => (
        <Row key={statement} {...{ results, columns, statement }} />
      ))}
      <div className={classNames(styles.row, styles.axis)} aria-hidden>
        <span />
        <YearAxis columns={columns} />
      </div>
    </div>
  );
}

function Row({ results, columns, statement }: ResultPictureProps & { readonly statement: Statement }) {
  const t = useTranslations('check-in.results');
  const last = results.epochs.at(-1)?.bands[statement];
  const label = t(`questions.${statement}`);
  const said = last === undefined ? t('none') : t('lastOne', { band: t(`bands.${last ?? 'none'}`) });
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <YearCells
        epochs={results.epochs}
        columns={columns}
        bandOf={({ bands }) => bands[statement]}
        label={`${label} ${said}`}
      />
    </div>
  );
}
