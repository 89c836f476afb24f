import { readOrganisations } from '@roer/db/first-run';
import { inOrganisation } from '@roer/db/organisation-transaction';
import { readDueReorganisations } from '@roer/db/reorganisations';
import type { ReorganisationRow } from '@roer/db/reorganisations';
import { dateAt } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import type { CommandId, OrganisationId } from '@roer/domain/ids';
import type { Platform } from '../../platform/dependencies.ts';
import { traceable } from '../../platform/errors.ts';
import type { Task } from '../../platform/jobs.ts';
import { organisationCommand } from '../../platform/organisation-transaction.ts';
import type { Asking } from '../../platform/organisation-transaction.ts';
import { openToJob } from './access.ts';
import { carryOut, markStuck } from './reorganisation-commands.ts';
import { movingCommand } from './reorganisation-procedures.ts';

/**
 * Carries out what was announced, in the night in which its day begins (rule O29): in the name of who planned it last, as long as they are
 * administrator. What cannot be done waits for an administrator, who sees so; what fails unexpectedly stops no other plan and is
 * tried again at the next wake.
 */
export const reorganising = (platform: Platform): Task => ({
  name: 'reorganisations',
  runDue: async (stopping) => {
    for (const { id } of await readOrganisations(platform.pool)) {
      const today = dateAt(platform.clock.now());
      const due = await inOrganisation(platform.prisma, { organisationId: id, personId: undefined }, (transaction) =>
        readDueReorganisations(transaction, today),
      );
      for (const row of due) {
        if (stopping.aborted) return;
        await carryOutOne(platform, id, row).catch((error: unknown) =>
          platform.logger.error({ job: 'reorganisations', reorganisationId: row.id, error: traceable(error) }),
        );
      }
    }
  },
});

const carryOutOne = async (
  platform: Platform,
  organisationId: OrganisationId,
  { id: reorganisationId, version, plannedBy: personId }: ReorganisationRow,
): Promise<void> => {
  const actor = { organisationId, personId, name: '', memberships: [], appointments: [] };
  const asking: Asking = { platform, actor, now: platform.clock.now() };
  // The clock makes ids of whatever is asked for.
  const inputOf = () => ({ commandId: platform.clock.newId() as CommandId, reorganisationId, version });
  try {
    const input = inputOf();
    await movingCommand(asking, { procedure: 'organisation.carryOutReorganisation', input }, carryOut);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Somebody changed it, carried it out or withdrew it at this very moment.
    if (error.code === 'changedMeanwhile') return;
    const input = inputOf();
    await organisationCommand(
      asking,
      { procedure: 'organisation.markReorganisationStuck', input },
      { open: openToJob, work: (opened) => markStuck(opened, input) },
    );
  }
};
