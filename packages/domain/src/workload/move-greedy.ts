import type { Ledger, Trouble } from './move-ledger.ts';

const worstOf = (troubles: readonly Trouble[]): Trouble | undefined =>
  troubles.reduce<Trouble | undefined>((one, other) => (one && one.needed >= other.needed ? one : other), undefined);

/**
 * Handovers, each the one that leaves the fewest minutes that do not fit; as far as that gets. They stay on the ledger. Quick, and
 * seldom far from the fewest.
 */
export const takeGreedily = (ledger: Ledger): number[] => {
  const taken: number[] = [];
  for (;;) {
    const before = ledger.total();
    let best: { option: number; total: number } | null = null;
    const troubles = ledger.troubles().toSorted((one, other) => other.parts - one.parts || one.person - other.person);
    for (const { person, excess } of troubles) {
      // Who has most too many first; others wait until nothing helps them any more.
      if (best) break;
      for (const option of ledger.relieving[person] ?? []) {
        if (ledger.options[option]?.stops || !ledger.possible(option)) continue;
        const relief = ledger.relief(option, person, excess);
        // No other one takes away more, wherever it goes.
        if (relief <= 0 || before - Math.min(relief, excess.parts) >= (best?.total ?? before)) continue;
        ledger.take(option);
        const total = ledger.total();
        ledger.putBack(option);
        if (total < (best?.total ?? before)) best = { option, total };
      }
    }
    if (!best) return withoutNeedless(ledger, taken);
    ledger.take(best.option);
    taken.push(best.option);
  }
};

/** Puts back what later ones made needless. */
const withoutNeedless = (ledger: Ledger, taken: readonly number[]): number[] => {
  const total = ledger.total();
  return taken.filter((option) => {
    ledger.putBack(option);
    if (ledger.total() <= total) return false;
    ledger.take(option);
    return true;
  });
};

/** What has to stop of the ones that still do not fit, each by itself: as few shares as can be, and of those the smallest. They stay on the ledger. */
export const stopWhatIsLeft = (ledger: Ledger): number[] => {
  const taken: number[] = [];
  for (;;) {
    const trouble = worstOf(ledger.troubles());
    if (!trouble) return taken;
    const { person, excess, sums, needed } = trouble;
    const others = needed > 1 ? (sums[needed - 2] ?? 0) : 0;
    const stops = (ledger.relieving[person] ?? [])
      .filter((option) => ledger.options[option]?.stops && ledger.possible(option))
      .map((option) => ({ option, relief: ledger.relief(option, person, excess) }))
      .filter(({ relief }) => relief > 0);
    const enough = stops.filter(({ relief }) => relief + others >= excess.parts);
    const [first] = (enough.length > 0 ? enough : stops).toSorted(
      (one, other) =>
        (enough.length > 0 ? one.relief - other.relief : other.relief - one.relief) || one.option - other.option,
    );
    if (!first) return taken;
    ledger.take(first.option);
    taken.push(first.option);
  }
};
