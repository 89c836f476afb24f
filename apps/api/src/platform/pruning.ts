import { readOrganisations } from '@roer/db/first-run';
import { prune, whilePruning } from '@roer/db/pruning';
import { dateAt } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { Platform } from './dependencies.ts';
import type { Task } from './jobs.ts';

/** Once a day, removes what nobody needs any more: see `prune`, and the sessions that ended. */
export const pruning = (platform: Pick<Platform, 'clock' | 'pool' | 'prisma' | 'accounts'>): Task => {
  let prunedOn: LocalDate | null = null;
  return {
    name: 'pruning',
    runDue: async (stopping) => {
      const now = platform.clock.now();
      // Another process may do the same this day, which only finds nothing left.
      if (prunedOn === dateAt(now)) return;
      const done = await whilePruning(platform.pool, async () => {
        for (const { id } of await readOrganisations(platform.pool))
          if (!stopping.aborted) await prune(platform.prisma, { organisationId: id, now, stopping });
        await platform.accounts.forgetEndedSessions();
      });
      if (done && !stopping.aborted) prunedOn = dateAt(now);
    },
  };
};
