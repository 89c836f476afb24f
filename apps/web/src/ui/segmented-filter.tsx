import styles from './segmented-filter.module.css';

export type Segment = { readonly value: string; readonly label: string; readonly count?: number };

type SegmentedFilterProps = {
  readonly label: string;
  readonly segments: readonly Segment[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
};

/** A filter above a list: one of a few, as toggle buttons; scrolls sideways on a phone. */
export function SegmentedFilter({ label, segments, value, onChoose }: SegmentedFilterProps) {
  return (
    <div className={styles.segments} role="group" aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          onClick={() => onChoose(segment.value)}
        >
          {segment.label}
          {segment.count !== undefined && <b>{segment.count}</b>}
        </button>
      ))}
    </div>
  );
}
