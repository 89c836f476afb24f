import type { Coverage, MyStrand } from './coverage.ts';
import styles from './coverage-sign.module.css';

type CoverageSignProps = {
  readonly coverage: Coverage;
  /** Two or more holders show as a divided upper strand. */
  readonly holders?: number;
  /** `substitute`: I stand in, so the upper strand, which is somebody else's, goes quiet. */
  readonly mine?: MyStrand | undefined;
};

/** The 28×18 sign of a row: upper strand carries, lower strand stands in. Decorative: the word stands beside it. */
export function CoverageSign({ coverage, holders = 1, mine }: CoverageSignProps) {
  const carry = mine === 'substitute' ? styles.quiet : styles.carry;
  return (
    <svg className={styles.sign} viewBox="0 0 28 18" aria-hidden>
      {coverage === 'asleep' && (
        <>
          <rect className={styles.asleep} x="0" y="5" width="24" height="2" />
          <rect className={styles.asleep} x="4" y="13" width="24" height="2" />
        </>
      )}
      {coverage === 'gap' && (
        <>
          <rect className={styles.gap} x=".75" y="1.75" width="22.5" height="7.5" rx="1" />
          <rect className={styles.gap} x="4.75" y="12.75" width="22.5" height="4" rx="1" />
        </>
      )}
      {coverage === 'unclear' && (
        <>
          <rect className={carry} x="0" y="1" width="8" height="9" rx="1.5" />
          <rect className={carry} x="9.5" y="1" width="6.5" height="9" rx="1.5" />
          <rect className={styles.open} x="18" y="1.75" width="5.25" height="7.5" rx="1" />
        </>
      )}
      {(coverage === 'covered' || coverage === 'fragile') && <UpperStrand holders={holders} className={carry} />}
      {(coverage === 'covered' || coverage === 'unclear') && (
        <rect className={styles.backup} x="4" y="12" width="24" height="5" rx="1.5" />
      )}
      {coverage === 'fragile' && <rect className={styles.open} x="4.75" y="12.75" width="22.5" height="4" rx="1" />}
    </svg>
  );
}

function UpperStrand({ holders, className }: { readonly holders: number; readonly className: string | undefined }) {
  if (holders < 2) return <rect className={className} x="0" y="1" width="24" height="9" rx="1.5" />;
  return (
    <>
      <rect className={className} x="0" y="1" width="11.25" height="9" rx="1.5" />
      <rect className={className} x="12.75" y="1" width="11.25" height="9" rx="1.5" />
    </>
  );
}
