import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { countCritical, countedStates, countOf } from '@roer/domain/insights/coverage-counts';
import type { CoverageCounts } from '@roer/domain/insights/coverage-counts';
import { classNames } from '../../ui/class-names.ts';
import { useOpenWords } from './coverage-words.ts';
import styles from './dashboard.module.css';

const bold = (words: ReactNode) => <b>{words}</b>;

/**
 * How many responsibilities are covered: above who carries them, below who stands in, as on the board of the team. The words below it
 * say the same, so the bars are for the eye alone.
 */
export function CoverageBars({ counts }: { readonly counts: CoverageCounts }) {
  const t = useTranslations('dashboard.coverage');
  const format = useFormatter();
  const open = useOpenWords()(counts);
  const total = countOf(counts);
  if (total === 0) return <p className={styles.quiet}>{t('nothing')}</p>;
  const [covered = 0, fragile = 0, unclear = 0, gap = 0] = countedStates.map((state) => countOf(counts, { state }));
  const critical = countCritical(counts);
  return (
    <>
      <div className={styles.bars} aria-hidden>
        <div className={styles.carry}>
          <Part count={covered + fragile} />
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
      <p className={styles.count}>{t.rich('count', { covered, total, b: bold })}</p>
      {open.length > 0 && <p className={styles.quiet}>{format.list(open, { type: 'unit' })}</p>}
      {critical > 0 && <p className={styles.quiet}>{t('critical', { count: critical })}</p>}
    </>
  );
}

function Part({ count, look }: { readonly count: number; readonly look?: string | undefined }) {
  if (count === 0) return null;
  return <i className={classNames(look)} style={{ flexGrow: count }} />;
}
