import type { LocalDate } from '../dates.ts';
import type { RowChange } from '../feed.ts';
import { withTransfers } from '../workload/transfer-endings.ts';
import { withDelegations } from './delegation-endings.ts';
import type { TeamFacts } from './facts.ts';

/** The changes of a command with what follows from them: for what is carried for a while (R4.10), and for proposals that can no longer be done (W2.8). */
export const withFollowing = (
  facts: TeamFacts,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] => withTransfers(facts, withDelegations(facts, changes, { today }), { today });
