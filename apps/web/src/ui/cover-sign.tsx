import { classNames } from './class-names.ts';
import styles from './cover-sign.module.css';

type CoverSignProps = {
  /** How many of the four steps are filled; 0 to 4. */
  readonly steps: number;
  /** A solid cell for who carries it, an outlined one with a thick base for who stands in. */
  readonly strand?: 'carries' | 'standsIn' | undefined;
  /** What it says. Undefined: the words stand beside it. */
  readonly label?: string | undefined;
};

const numbers = [1, 2, 3, 4] as const;

/** How far somebody is with something, in four steps. */
export function CoverSign({ steps, strand, label }: CoverSignProps) {
  return (
    <span
      className={classNames(styles.cell, strand && styles[strand])}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <span className={styles.steps}>
        {numbers.map((number) => (
          <i key={number} className={number <= steps ? styles.filled : undefined} />
        ))}
      </span>
    </span>
  );
}
