import { changedId } from '@roer/domain/feed';
import { sameRow } from '@roer/domain/same-row';
import type { Delivery, RowChange } from '@roer/domain/feed';

/** What became of one row, whatever happened to it on the way; `at` and `seq` of the last time. */
export type NetChange = { change: RowChange; at: number; seq: number };

/** What changed in the end (rule S4): what was done and taken back is not there. Newest first. */
export const netChanges = (deliveries: readonly Delivery[]): NetChange[] => {
  const found = new Map<string, NetChange>();
  for (const { changes, at, seq } of deliveries)
    for (const change of changes) {
      const key = `${change.entity}:${changedId(change)}`;
      const known = found.get(key);
      // Both are of the same entity, which TypeScript cannot follow through the union.
      const net = known ? ({ ...change, before: known.change.before } as RowChange) : change;
      found.set(key, { change: net, at, seq });
    }
  return [...found.values()]
    .filter(({ change }) => !sameRow(change.before, change.after))
    .toSorted((one, other) => other.seq - one.seq);
};
