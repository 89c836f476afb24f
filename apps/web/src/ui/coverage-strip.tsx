import { useRef } from 'react';
import type { Coverage, MyStrand } from './coverage.ts';
import { classNames } from './class-names.ts';
import { StripColumn } from './strip-column.tsx';
import { useHangingLabels } from './use-hanging-labels.ts';
import styles from './coverage-strip.module.css';

/** What one holder carries of it, in percent. */
export type StripShare = { readonly id: string; readonly percent: number; readonly mine: boolean };

export type StripColumnData = {
  readonly id: string;
  readonly title: string;
  readonly coverage: Coverage;
  /** Base hours a week, in minutes: the column is wider when it takes more. */
  readonly minutes: number;
  /** Shares of the holders in percent; used to draw the segments of `unclear` and of several holders. */
  readonly shares?: readonly StripShare[];
  readonly mine?: MyStrand | undefined;
  /** Second line under the title on the leader line ("alleen Ingrid"). Without it the column has no label. */
  readonly label?: string | undefined;
  /** A shorter title for the label. */
  readonly short?: string;
};

export type StripArea = {
  readonly id: string;
  readonly name: string;
  /** Beside the name, bold ("4 van 6"). */
  readonly count?: string;
  readonly columns: readonly StripColumnData[];
};

type CoverageStripProps = {
  /** The strip in one sentence: it is a picture for who cannot see it, and the list below is the control. */
  readonly sentence: string;
  readonly areas: readonly StripArea[];
  /** Everything quiet except my strands. On a phone this is one single row. */
  readonly mine?: boolean;
  readonly selectedId?: string | undefined;
  /** A pointer's short cut to the row; keyboards use the list. */
  readonly onSelect?: (id: string) => void;
};

const widthOf = (column: StripColumnData) => 2.6 + (0.5 * column.minutes) / 60;
const areaWidth = (area: StripArea) => area.columns.reduce((total, column) => total + widthOf(column), 0);

/** The signature: areas side by side, per responsibility who carries it (upper) and who stands in (lower). */
export function CoverageStrip({ sentence, areas, mine = false, selectedId, onSelect }: CoverageStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const { placed, depth } = useHangingLabels(strip, areas);
  const filled = areas.filter((area) => area.columns.length > 0);
  const many = filled.reduce((total, area) => total + area.columns.length, 0) > 40;
  return (
    <div
      ref={strip}
      role="img"
      data-strip={mine ? 'mine' : 'all'}
      aria-label={sentence}
      className={classNames(styles.strip, mine && styles.mine, many && styles.many)}
      style={{ '--depth': depth }}
    >
      {filled.map((area) => (
        <div
          key={area.id}
          className={styles.area}
          style={{ '--area': areaWidth(area), '--columns': area.columns.length }}
        >
          <div className={styles.name}>
            <span>{area.name}</span>
            {area.count !== undefined && !mine && <b>{area.count}</b>}
          </div>
          <div className={styles.row}>
            {area.columns.map((column) => (
              <StripColumn
                key={column.id}
                column={column}
                grow={widthOf(column)}
                selected={column.id === selectedId}
                hanging={placed.get(column.id)}
                onSelect={onSelect}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
