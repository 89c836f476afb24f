import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { countOf } from '@roer/domain/insights/coverage-counts';
import type { CoverageCounts } from '@roer/domain/insights/coverage-counts';
import { classNames } from '../../ui/class-names.ts';
import styles from './dashboard.module.css';

const bold = (words: ReactNode) => <b>{words}</b>;

/** The criticality of what must not stand still. */
const highest = 3;

/**
 * How many responsibilities are covered: above who carries them, below who stands in, as on the board of the team. The words below it
 * say the same, so the bars are for the eye alone.
 */
export function CoverageBars({ counts }: { readonly counts: CoverageCounts }) {
  const t = useTranslations('dashboard.coverage');
  const format = useFormatter();
  const total = countOf(counts);
  if (total === 0) return <p className={styles.quiet}>{t('nothing')}</p>;
  const [covered, fragile, unclear, gap] = (['covered', 'fragile', 'unclear', 'gap'] as const).map((state) =>
    countOf(counts, { state }),
  );
  const parts = [
    fragile ? t('fragile', { count: fragile }) : '',
    unclear ? t('unclear', { count: unclear }) : '',
    gap ? t('gap', { count: gap }) : '',
  ].filter((part) => part !== '');
  const critical = (['fragile', 'gap'] as const).reduce(
    (sum, state) => sum + countOf(counts, { state, criticality: highest }),
    0,
  );
  return (
    <>
      <div className={styles.bars} aria-hidden>
        <div className={styles.carry}>
          <Part count={(covered ?? 0) + (fragile ?? 0)} />
          <Part count={unclear} look={styles.unclear} />
          <Part count={gap} look={styles.gap} />
        </div>
        <div className={styles.backup}>
          <Part count={covered} />
          <Part count={fragile} look={styles.open} />
          <Part count={unclear} look={styles.open} />
          <Part count={gap} look={styles.gap} />
        </div>
      </div>
      <p className={styles.count}>{t.rich('count', { covered: covered ?? 0, total, b: bold })}</p>
      {parts.length > 0 && <p className={styles.quiet}>{format.list(parts, { type: 'unit' })}</p>}
      {critical > 0 && <p className={styles.quiet}>{t('critical', { count: critical })}</p>}
    </>
  );
}

function Part({ count, look }: { readonly count: number | undefined; readonly look?: string | undefined }) {
  if (!count) return null;
  return <i className={classNames(look)} style={{ flexGrow: count }} />;
}
