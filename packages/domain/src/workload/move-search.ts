import type { Ledger } from './move-ledger.ts';

/** A set of options after which everything fits. Of sets that are as large, a lower cost is better. */
export type Found = { chosen: number[]; cost: number };

/** `exhausted`: every set was looked at or ruled out. `cut`: some that was ruled out may fit with more options. */
export type Searched = { found: Found | null; exhausted: boolean; cut: boolean };

export type SearchLimits = {
  /** So many options at most, of which so many stops. */
  most: number;
  stops: number;
  /** What is known already; only something cheaper is found. */
  known: Found | null;
  /** So many options may still be tried; counted down. */
  steps: { left: number };
  /** What a moved minute costs at least: then the minutes that do not fit yet are a bound. */
  costOfMinute: number;
};

/**
 * Looks for the cheapest set of at most `most` options with which everything fits, by depth. Where something does not fit one of the
 * options that relieve it must be in any answer: each is tried in turn, and ruled out for the ones after it. How many are needed at least
 * is told by the largest reliefs. Exact as long as there are steps, and the same each time.
 */
export const searchWithin = (ledger: Ledger, { most, stops, known, steps, costOfMinute }: SearchLimits): Searched => {
  const { options, costs } = ledger;
  const ruledOut = options.map(() => false);
  const chosen: number[] = [];
  let best = known;
  let cut = false;
  const visit = (more: number, stopsLeft: number, cost: number): void => {
    const troubles = ledger.troubles();
    if (troubles.length === 0) {
      if (!best || cost < best.cost) best = { chosen: [...chosen], cost };
      return;
    }
    const bound = ledger.bound(troubles);
    if (bound.least > more) {
      cut ||= bound.least < Infinity;
      return;
    }
    // One option ends one trouble at most, so there is none to spare for a new one.
    const tight = bound.apart && bound.least === more;
    const minutes = troubles.reduce((sum, { parts }) => sum + parts, 0) / 10_000;
    if (best && cost + costOfMinute * minutes >= best.cost) return;
    const { person, excess, sums } = troubles.reduce((one, other) => (other.needed > one.needed ? other : one));
    const others = more > 1 ? (sums[Math.min(more - 1, sums.length) - 1] ?? 0) : 0;
    const tried: number[] = [];
    for (const option of ledger.relieving[person] ?? []) {
      if (ruledOut[option] || !ledger.possible(option)) continue;
      const isStop = options[option]?.stops ?? false;
      if (isStop && stopsLeft === 0) {
        cut = true;
        continue;
      }
      const relief = ledger.relief(option, person, excess);
      if (relief <= 0) continue;
      if (relief + others < excess.parts) {
        cut = true;
        continue;
      }
      if (tight && ledger.overfills(option)) {
        cut = true;
        continue;
      }
      const next = cost + (costs[option] ?? 0);
      if (best && next >= best.cost) continue;
      if (steps.left <= 0) break;
      steps.left -= 1;
      ledger.take(option);
      chosen.push(option);
      ruledOut[option] = true;
      tried.push(option);
      visit(more - 1, isStop ? stopsLeft - 1 : stopsLeft, next);
      chosen.pop();
      ledger.putBack(option);
    }
    for (const option of tried) ruledOut[option] = false;
  };
  visit(most, stops, 0);
  return { found: best, exhausted: steps.left > 0, cut };
};
