import type { Band } from '@roer/domain/insights/band';
import { loadBlocks } from '@roer/domain/insights/results';
import type { OrganisationId, TeamId } from '@roer/domain/ids';
import { statements } from '@roer/domain/workload/check-in';
import type { Statement, WindowId } from '@roer/domain/workload/check-in';
import { epochAt, epochTimes, epochsInWindow } from '@roer/domain/workload/epoch';
import type { RosterCell } from '@roer/domain/workload/roster';
import { insertEpoch, insertReleases } from '../check-in-epochs.ts';
import type { NewRelease } from '../check-in-epochs.ts';
import { saveWindow } from '../check-in-roster.ts';
import type { PoolClient } from '../pool.ts';
import { permitsTeamName } from './content/permits.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';

/** A year and a little: windows that lie behind, and the one that holds. */
const windows = 5;
/** The epoch that it is now is the fifth of its window: the next roster is not far away. */
const epochsBefore = 4;

/** What the team of the drawings got in its last epochs, the latest last: l(ight), m(iddle), h(eavy), or no result. */
const drawn: Record<Statement, string> = {
  fits: 'mmlm-mmhhmmmll--lmmmhmm',
  overview: 'mlll-lmmmmllll--llmmmml',
  core: 'mmmm-mhhhmmmlm--mmmmhhh',
  help: 'llll-lllmlllll--llllmll',
  learn: 'mmmh-mmhhmmmll--mmmmhmm',
};
const bandOfLetter: Record<string, Band | null> = { l: 'light', m: 'middle', h: 'heavy', '-': null };

/** Another team's: mostly light or middle, now and then heavy, and once in a while no result at all. */
const inventBands = (random: Random): Record<Statement, Band | null> => {
  const isNone = random.chance(6);
  const band = (): Band | null => {
    const drawnNumber = random.between(1, 100);
    if (isNone) return null;
    if (drawnNumber <= 46) return 'light';
    return drawnNumber <= 90 ? 'middle' : 'heavy';
  };
  return { fits: band(), overview: band(), core: band(), help: band(), learn: band() };
};

const drawnBands = (ago: number): Record<Statement, Band | null> => {
  const band = (statement: Statement): Band | null => bandOfLetter[drawn[statement].at(-ago) ?? 'm'] ?? null;
  return {
    fits: band('fits'),
    overview: band('overview'),
    core: band('core'),
    help: band('help'),
    learn: band('learn'),
  };
};

/**
 * Gives the example municipality a year of check-ins up to `now` (epoch milliseconds), in these groups: rosters, closed epochs and what was
 * published of them. Nobody answered anything: the bands are invented. As roer_release.
 */
export const saveExampleYear = async (
  client: PoolClient,
  year: { organisationId: OrganisationId; now: number; newId: () => string; cells: readonly RosterCell[] },
): Promise<void> => {
  const { organisationId, now, newId, cells } = year;
  const random = seededRandom(4);
  const current = epochAt(now);
  const drawnTeam = await findTeam(client, permitsTeamName);
  for (let behind = windows - 1; behind >= 0; behind -= 1) {
    const first = current - epochsBefore - epochsInWindow * behind;
    // The clock makes ids of whatever is asked for.
    const id = newId() as WindowId;
    const named = cells.map((cell) => ({ ...cell, id: newId() }));
    const announcedOn = epochTimes(first - 1).startsOn;
    await saveWindow(client, { organisationId, id, first, announcedOn, cells: named });
    for (let number = first; number < Math.min(first + epochsInWindow, current); number += 1) {
      await insertEpoch(client, { organisationId, number, windowId: id, publicKey: null });
      const releases = named.flatMap((cell) =>
        releasesOf(cell, { random, ago: current - number, isDrawn: cell.teamIds.some((team) => team === drawnTeam) }),
      );
      const { publishesAt } = epochTimes(number);
      await insertReleases(client, { organisationId, epoch: number, publishesAt }, releases);
    }
  }
};

const findTeam = async (client: PoolClient, name: string): Promise<TeamId | null> => {
  const result = await client.query<{ id: TeamId }>('SELECT "id" FROM "Team" WHERE "name" = $1', [name]);
  return result.rows[0]?.id ?? null;
};

const releasesOf = (
  { id: cellId, teamIds }: RosterCell & { id: string },
  { random, ago, isDrawn }: { random: Random; ago: number; isDrawn: boolean },
): NewRelease[] => {
  const invented = inventBands(random);
  // Only the team of the drawings has something to talk about.
  if (ago === 1)
    for (const statement of statements) if (invented[statement] === 'heavy') invented[statement] = 'middle';
  const bands = isDrawn ? drawnBands(ago) : invented;
  const load = Array.from({ length: teamIds.length === 1 ? loadBlocks : 0 }, (_, block) => ({
    cellId,
    measure: `load:${block}`,
    band: random.pick(['light', 'middle', 'middle', 'middle', 'heavy'] as const),
  }));
  return [...statements.map((statement) => ({ cellId, measure: statement, band: bands[statement] })), ...load];
};
