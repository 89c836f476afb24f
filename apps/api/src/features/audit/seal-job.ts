import { sealAudit } from '@roer/db/audit-seal';
import { readOrganisations } from '@roer/db/first-run';
import type { Platform } from '../../platform/dependencies.ts';
import type { Task } from '../../platform/jobs.ts';

/** Chains what was written since the last time (rule AU1), apart from the commands, which wait for nothing of it. */
export const auditSealing = ({ clock, pool }: Pick<Platform, 'clock' | 'pool'>): Task => ({
  name: 'audit sealing',
  runDue: async (stopping) => {
    for (const { id: organisationId } of await readOrganisations(pool)) {
      if (stopping.aborted) return;
      await sealAudit(pool, { organisationId, now: clock.now(), stopping });
    }
  },
});
