import { readLastClosed } from '@roer/db/check-in-epochs';
import { readRelease } from '@roer/db/check-in-roster';
import type { OrganisationId } from '@roer/domain/ids';
import { epochTimes } from '@roer/domain/workload/epoch';
import type { Task } from '../../platform/jobs.ts';
import { forEveryOrganisation } from './job-setting.ts';
import type { JobSetting } from './job-setting.ts';

/**
 * Tells everybody of an organisation that results were published, once an epoch and a process, and all of them the same (rule P5). A
 * browser that this does not reach asks by itself at that moment.
 */
export const releasedJob = (setting: JobSetting): Task => {
  const told = new Map<OrganisationId, number | null>();
  return {
    name: 'check-in results',
    runDue: (stopping) =>
      forEveryOrganisation(setting, stopping, async ({ id }) => {
        const { clock, releasePool, live } = setting;
        const closed = await readRelease(releasePool, id, readLastClosed);
        const published = closed !== null && epochTimes(closed).publishesAt <= clock.now() ? closed : null;
        const before = told.get(id);
        if (published !== null || before === undefined) told.set(id, published);
        // Whoever connects after the publication has asked already.
        if (before !== undefined && published !== null && published !== before) live.released(id);
      }),
  };
};
