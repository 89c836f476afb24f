import type { LocalDate } from '../dates.ts';
import type { RowChange } from '../feed.ts';
import { withDuos } from '../learning/duo-endings.ts';
import { withHandovers } from '../learning/handover-endings.ts';
import { withExercise } from '../learning/exercise.ts';
import { withoutLostProposals } from '../learning/lost-proposals.ts';
import { withoutLeaveIntents } from '../learning/leave-intent.ts';
import { withTransfers } from '../workload/transfer-endings.ts';
import { withDelegations } from './delegation-endings.ts';
import type { TeamFacts } from './facts.ts';

/**
 * The changes of a command with what follows from them: for what is carried for a while (R4.10), for proposals that can no longer be
 * done (W2.8), for handovers (R6.7) and duos (L4.6), for steps that nobody can answer any more (L1.2), and for what
 * somebody did or said about what they held (L1.8, L3.2).
 */
export const withFollowing = (
  facts: TeamFacts,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] =>
  [
    withDelegations,
    withTransfers,
    withHandovers,
    withDuos,
    withExercise,
    withoutLeaveIntents,
    withoutLostProposals,
  ].reduce<RowChange[]>((all, follow) => follow(facts, all, { today }), [...changes]);
