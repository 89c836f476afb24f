import { keepCoverage } from '@roer/db/coverage-counts';
import { enterOrganisation } from '@roer/db/first-run';
import { inTransaction } from '@roer/db/pool-transaction';
import { dateAt } from '@roer/domain/dates';
import type { Delivery } from '@roer/domain/feed';
import type { OrganisationId, TeamId } from '@roer/domain/ids';
import { countedEntities } from '@roer/domain/insights/coverage-counts';
import type { Platform } from '../../platform/dependencies.ts';

const counted: ReadonlySet<string> = new Set(countedEntities);

type Following = Pick<Platform, 'clock' | 'pool' | 'live' | 'afterwards'>;

/** Counts one team anew, and tells who leads when something differs. */
export const countAnew = async (
  { clock, pool, live }: Omit<Following, 'afterwards'>,
  { organisationId, teamId }: { organisationId: OrganisationId; teamId: TeamId },
): Promise<void> => {
  const differs = await inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    return keepCoverage(client, { teamId, today: dateAt(clock.now()) });
  });
  if (differs) live.nudgeManagers(organisationId);
};

/**
 * Keeps the counts of teams up with what was delivered, one team after another and without anybody waiting for it. What is lost by a
 * crash heals with the next wake of the jobs.
 */
export const followCoverage = (following: Following): Platform['teamChanged'] => {
  const waiting = new Map<TeamId, OrganisationId>();
  let isCounting = false;
  const countAll = async (): Promise<void> => {
    try {
      for (const [teamId, organisationId] of waiting) {
        // Before it is counted: what comes from here on may not be in the count, and makes it wait again.
        waiting.delete(teamId);
        await countAnew(following, { organisationId, teamId });
      }
    } finally {
      isCounting = false;
    }
  };
  return (organisationId, delivery) => {
    if (!touchesCoverage(delivery)) return;
    // A delivery with changes of a team, or its reset, is of a team's feed.
    waiting.set(delivery.feed as TeamId, organisationId);
    if (isCounting) return;
    isCounting = true;
    following.afterwards.run(countAll);
  };
};

const touchesCoverage = ({ action, changes }: Delivery): boolean =>
  action === 'reset' || changes.some(({ entity }) => counted.has(entity));
