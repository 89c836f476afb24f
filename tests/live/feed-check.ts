import { expect } from 'vitest';
import { applyChanges, changedId } from '@roer/domain/feed';
import { sameRow } from '@roer/domain/same-row';
import type { Delivery, TeamSnapshot } from '@roer/domain/feed';
import type { TeamId } from '@roer/domain/ids';
import type { TestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import type { Outcome } from './browser-copy.ts';

export type Sample = { seq: number; snapshot: TeamSnapshot };

/** F1 and F7: from every snapshot taken on the way, the changes since lead to the team as it is; each tells the row as it was. */
export const expectChangesLead = (
  from: Sample,
  { changes, to }: { changes: readonly Delivery[]; to: Sample },
): void => {
  let { snapshot } = from;
  for (const delivery of changes) {
    for (const change of delivery.changes) {
      const current = snapshot[change.entity][changedId(change)] ?? null;
      // A snapshot does not hold what ended; whoever brings it back tells how it was.
      const ended =
        change.before &&
        (((change.entity === 'assignment' || change.entity === 'member') && change.before.until !== null) ||
          (change.entity === 'help' && change.before.state === 'withdrawn'));
      if (!ended) expect(sameRow(current, change.before), `${delivery.action}: ${change.entity} as it was`).toBe(true);
      snapshot = applyChanges(snapshot, [change]);
    }
  }
  expect(snapshot).toEqual(to.snapshot);
};

/** Every number once and without a hole, and every command that was answered with a change done exactly once. */
export const expectWholeFeed = async (
  database: TestDatabase,
  { teamId, head, outcomes }: { teamId: TeamId; head: number; outcomes: readonly Outcome[] },
): Promise<void> => {
  const rows = await runQuery<{ seq: string; commandId: string; actorId: string }>(
    database.ownerUrl,
    'SELECT c."seq"::text, "commandId", "actorId" FROM "Change" c WHERE "feedId" = $1 ORDER BY c."seq"',
    [teamId],
  );
  expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: head }, (_, index) => index + 1));
  const done = outcomes.flatMap(({ answers, commandId, personId }) => {
    const delivered = answers.flatMap((answer) => ('delivery' in answer && answer.delivery ? [answer.delivery] : []));
    for (const delivery of delivered) expect(delivery).toEqual(delivered[0]);
    return delivered[0] ? [{ seq: String(delivered[0].seq), commandId, actorId: personId }] : [];
  });
  expect(done.toSorted((one, other) => Number(one.seq) - Number(other.seq))).toEqual(rows);
  const kept = await runQuery<{ count: number }>(
    database.ownerUrl,
    `SELECT count(*)::int AS count FROM "Command" k JOIN "Change" c ON c."commandId" = k."commandId" AND c."actorId" = k."personId"
     WHERE c."feedId" = $1`,
    [teamId],
  );
  expect(kept[0]?.count).toBe(head);
};
