import type { StripColumnData } from './coverage-strip.tsx';
import type { PlacedLabel } from './place-labels.ts';
import { classNames } from './class-names.ts';
import styles from './strip-column.module.css';

type StripColumnProps = {
  readonly column: StripColumnData;
  readonly grow: number;
  readonly selected: boolean;
  readonly hanging: PlacedLabel | undefined;
  readonly onSelect: ((id: string) => void) | undefined;
};

/** One responsibility in the strip: two strands and, when there is something to do, a label on a leader line. */
export function StripColumn({ column, grow, selected, hanging, onSelect }: StripColumnProps) {
  return (
    // The strip is one picture to assistive technology; the list below it is the control, so no key handler here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      data-column={column.id}
      className={classNames(
        styles.column,
        styles[column.coverage],
        column.mine === 'holder' && styles.mineCarry,
        column.mine === 'substitute' && styles.mineBackup,
        selected && styles.selected,
        onSelect && styles.pressable,
      )}
      style={{ '--grow': grow }}
      title={column.title}
      {...(onSelect && { onClick: () => onSelect(column.id) })}
    >
      <UpperStrand column={column} />
      <i className={styles.backup} />
      {column.label !== undefined && hanging && (
        <span className={classNames(styles.label, styles[hanging.side])} style={{ '--level': hanging.level }}>
          {shortTitle(column)}
          <em className={classNames(column.coverage === 'gap' && styles.critical)}>{column.label}</em>
        </span>
      )}
    </div>
  );
}

/** The title as it fits on a leader line: at most 28 characters. */
export function shortTitle(column: StripColumnData): string {
  const title = column.short ?? column.title;
  return title.length <= 28 ? title : `${title.slice(0, 27).trimEnd()}…`;
}

function UpperStrand({ column }: { readonly column: StripColumnData }) {
  const shares = column.shares ?? [];
  const segmented = column.coverage === 'unclear' || (shares.length > 1 && column.coverage !== 'asleep');
  if (!segmented || column.coverage === 'gap') return <i className={styles.carry} />;
  const total = shares.reduce((sum, share) => sum + share.percent, 0);
  // More than 100 % has no open rest to draw: a thin open end still says that it does not add up.
  const rest = column.coverage === 'unclear' ? Math.max(100 - total, 12) : 0;
  return (
    <span className={styles.segments}>
      {shares.map((share) => (
        <i
          key={share.id}
          className={classNames(styles.carry, !share.mine && styles.others)}
          style={{ '--share': Math.max(share.percent, 4) }}
        />
      ))}
      {rest > 0 && <i className={styles.rest} style={{ '--share': rest }} />}
    </span>
  );
}
