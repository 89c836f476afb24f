import { atMoment } from '@roer/db/check-in-own';
import * as results from '@roer/db/check-in-results';
import * as store from '@roer/db/dashboard';
import type { PoolClient } from '@roer/db/pool';
import type { TeamId } from '@roer/domain/ids';
import type { GroupPicture } from '@roer/domain/insights/dashboard';
import { deriveSeries } from '@roer/domain/insights/results';
import { epochsKept, lastPublished } from '@roer/domain/insights/series';
import { epochAt, epochsInWindow } from '@roer/domain/workload/epoch';

/** What the pictures of all groups depend on beside the group: as long as it is the same, so are they. */
export type LedgerState = { now: number; first: number | null; ledger: string };

/** Which way of drawing a picture is of: another one when pictures come to hold something else. */
const drawing = 2;

/** The state of the ledger at `now`, for the rest of this transaction. */
export const readLedger = async (client: PoolClient, now: number): Promise<LedgerState> => {
  const current = epochAt(now);
  // Sent one behind another: what was published by `now` is served after the first.
  const [, state, first] = await Promise.all([
    atMoment(client, now),
    store.readLedgerState(client),
    store.readWindowOf(client, { number: current, firstAfter: current - epochsInWindow }),
  ]);
  return { now, first, ledger: [drawing, current, lastPublished(now), state.lastClosed, state.closings].join(' ') };
};

const sameTeams = (one: readonly { id: TeamId }[], other: readonly { id: TeamId }[]): boolean => {
  const ids = new Set(one.map(({ id }) => id));
  return ids.size === other.length && other.every(({ id }) => ids.has(id));
};

/**
 * What was published of a group through six quarters, as long as it was of these very teams: another list of teams is another series,
 * and what was published of one of them alone is not the others' to see (rule I1.5).
 */
export const derivePicture = async (
  client: PoolClient,
  teams: readonly { id: TeamId; name: string }[],
  { now }: LedgerState,
): Promise<GroupPicture> => {
  const [first] = teams;
  if (!first) throw new Error('A group has a team.');
  const since = epochAt(now) - epochsKept - epochsInWindow;
  const all = await results.readReportingCells(client, { teamId: first.id, since });
  const cells = all.filter((cell) => sameTeams(cell.teams, teams));
  const [releases, epochs] = await Promise.all([
    results.readReleases(
      client,
      cells.map(({ cellId }) => cellId),
    ),
    results.readEpochs(client, since),
  ]);
  const { epochs: published, running, alarms } = deriveSeries({ team: first.name, cells, releases, epochs }, now);
  return { epochs: published.slice(-epochsKept), running, alarms };
};
