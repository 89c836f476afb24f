import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Coverage } from './coverage.ts';
import { CoverageSign } from './coverage-sign.tsx';
import styles from './work-row.module.css';

export type RowColumnNames = { readonly carries: string; readonly standsIn: string; readonly hours: string };

type WorkRowProps = {
  readonly coverage: Coverage;
  readonly holders?: number;
  /** A link or button with the title in it; it stretches over the row, so that the whole row can be pressed. */
  readonly title: ReactNode;
  /** Second line: what is the matter in words, and when. */
  readonly note?: ReactNode;
  /** Who looks at it at this moment; takes no room, so that nothing moves. */
  readonly present?: ReactNode;
  /** What changed under the reader's eyes, in words; stays until read. */
  readonly changed?: string | undefined;
  /** The ground of a change: set it for six seconds. */
  readonly isLive?: boolean;
  readonly isSelected?: boolean;
  readonly carries: ReactNode;
  readonly standsIn: ReactNode;
  readonly hours: ReactNode;
  readonly columnNames: RowColumnNames;
};

/** One responsibility in a list, as a list item. At most 57 px high on a wide screen, three lines on a phone. */
export function WorkRow(props: WorkRowProps) {
  const { coverage, changed, columnNames } = props;
  return (
    <li
      className={classNames(
        styles.row,
        styles.pressable,
        styles[coverage],
        props.isSelected && styles.selected,
        (props.isLive || changed !== undefined) && styles.changedRow,
        props.isLive && styles.live,
      )}
      aria-current={props.isSelected ? 'true' : undefined}
    >
      <CoverageSign coverage={coverage} holders={props.holders ?? 1} />
      <div className={styles.words}>
        <div className={styles.title}>{props.title}</div>
        <div className={styles.note}>
          {props.note}
          {/* Two sentences: without it a screen reader says them as one word. */}{' '}
          {changed !== undefined && (
            <span className={classNames(styles.changed, props.note !== undefined && styles.afterNote)}>{changed}</span>
          )}
        </div>
        <div className={styles.present}>{props.present}</div>
      </div>
      <div className={styles.people}>
        <span className={styles.columnName}>{columnNames.carries}</span>
        {props.carries}
      </div>
      <div className={styles.people}>
        <span className={styles.columnName}>{columnNames.standsIn}</span>
        {props.standsIn}
      </div>
      <div className={styles.hours}>
        <span className={styles.hoursName}>{columnNames.hours}</span> {props.hours}
      </div>
    </li>
  );
}

/**
 * Above the rows of an area: its title (with the h2 in it) and, for the first area, the words above the columns.
 * Those are hidden from assistive technology: every row carries them itself.
 */
export function WorkRowHeader(props: { columnNames: RowColumnNames; title?: ReactNode; showColumns?: boolean }) {
  const { columnNames, title, showColumns = true } = props;
  return (
    <div className={classNames(styles.header, !showColumns && styles.titleOnly)}>
      <span className={styles.headerTitle}>{title}</span>
      {showColumns && (
        <>
          <span aria-hidden>{columnNames.carries}</span>
          <span aria-hidden>{columnNames.standsIn}</span>
          <span aria-hidden className={styles.headerHours}>
            {columnNames.hours}
          </span>
        </>
      )}
    </div>
  );
}

/** An open slot in a list: words on a dashed line. */
export function OpenSlot({ words }: { readonly words: string }) {
  return <span className={styles.openSlot}>{words}</span>;
}
