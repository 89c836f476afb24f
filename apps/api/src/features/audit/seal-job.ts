import { sealAudit } from '@roer/db/audit-seal';
import { readOrganisations } from '@roer/db/first-run';
import { removeFailures } from '@roer/db/sign-ins';
import { addDays, dateAt } from '@roer/domain/dates';
import { retention } from '@roer/domain/identity/retention';
import type { Platform } from '../../platform/dependencies.ts';
import type { Task } from '../../platform/jobs.ts';

/** Chains what was written since the last time (rule AU1) and removes counts of sign-ins that did not work too long ago (rule AU8), apart from the commands, which wait for nothing of it. */
export const auditSealing = ({
  clock,
  pool,
  identityPool,
}: Pick<Platform, 'clock' | 'pool' | 'identityPool'>): Task => ({
  name: 'audit sealing',
  runDue: async (stopping) => {
    for (const { id: organisationId } of await readOrganisations(pool)) {
      if (stopping.aborted) return;
      await sealAudit(pool, { organisationId, now: clock.now(), stopping });
    }
    await removeFailures(identityPool, addDays(dateAt(clock.now()), -retention.signIns));
  },
});
