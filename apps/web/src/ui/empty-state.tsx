import type { ReactNode } from 'react';
import type { Coverage } from './coverage.ts';
import { CoverageSign } from './coverage-sign.tsx';
import { Notice } from './notice.tsx';

type EmptyStateProps = {
  /** `covered` when all is well, `asleep` when nothing was written yet, `gap` when something is missing. */
  readonly sign?: Coverage;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Empty because all is well, or because it is new: then one button. */
export function EmptyState({ sign = 'covered', ...notice }: EmptyStateProps) {
  return <Notice {...notice} sign={<CoverageSign coverage={sign} />} />;
}
