import { noteOperator } from '@roer/db/audit-log';
import { readOrganisations } from '@roer/db/first-run';
import { canBeOwn } from '../platform/single-sign-on.ts';
import { checkInJobs } from '../features/workload/check-in-jobs.ts';
import { epochsToClose } from '../features/workload/close-job.ts';
import type { Read } from './command.ts';

/** Does at once what is due of check-ins, by the clock, when no Roer ran at the time (rule P6: as of when it was due). */
export const closePeriod: Read =
  () =>
  async ({ installation, app, stopping }, say) => {
    const { clock, database, epochKeys } = installation;
    const setting = {
      clock,
      releasePool: database.releasePool,
      epochKeys,
      isPossible: canBeOwn(installation),
      live: app.platform.live,
      reach: () => undefined,
    };
    const organisations = await readOrganisations(database.pool);
    const due = await Promise.all(organisations.map(({ id }) => epochsToClose(setting, id)));
    for (const job of checkInJobs(setting)) await job.runDue(stopping);
    let isDone = true;
    for (const [index, { id, name }] of organisations.entries()) {
      const left = await epochsToClose(setting, id);
      isDone &&= left.length === 0;
      const closed = due[index]?.filter((number) => !left.includes(number)) ?? [];
      if (closed.length > 0) {
        const detail = { periods: closed.length };
        const by = { organisationId: id, id: clock.newId(), now: clock.now() };
        await noteOperator(database.pool, { ...by, action: 'checkIn.closePeriod', detail });
      }
      const numbers = closed.length === 0 ? 'no period was due' : `closed ${closed.join(', ')}`;
      say(`${name}: ${numbers}${left.length === 0 ? '' : `; still open ${left.join(', ')}`}`);
    }
    return isDone ? 0 : 1;
  };
