import { readWindows } from '@roer/db/check-in-own';
import { inRelease, readRelease, readRosterFacts, saveWindow } from '@roer/db/check-in-roster';
import type { KnownOrganisation } from '@roer/db/first-run';
import { dateAt } from '@roer/domain/dates';
import type { WindowId } from '@roer/domain/workload/check-in';
import { windowDue } from '@roer/domain/workload/epoch';
import { deriveRosters } from '@roer/domain/workload/roster';
import type { Task } from '../../platform/jobs.ts';
import { forEveryOrganisation, isAvailable } from './job-setting.ts';
import type { JobSetting } from './job-setting.ts';

/** Announces the rosters of the next window when it is time, once (rules P9.2, P17). */
export const rosterJob = (setting: JobSetting): Task => ({
  name: 'check-in rosters',
  runDue: (stopping) =>
    forEveryOrganisation(setting, stopping, async (organisation) => {
      if (isAvailable(setting, organisation)) await announce(setting, organisation);
    }),
});

const announce = async (
  { clock, releasePool }: JobSetting,
  { id: organisationId, demo }: KnownOrganisation,
): Promise<void> => {
  const now = clock.now();
  const known = await readRelease(releasePool, organisationId, (client) => readWindows(client, 1));
  if (windowDue(now, known[0]?.first ?? null) === null) return;
  await inRelease(releasePool, { organisationId, about: 'rosters' }, async (client) => {
    // Another process may have announced it while this one waited.
    const [last] = await readWindows(client, 1);
    const first = windowDue(now, last?.first ?? null);
    if (first === null) return;
    const today = dateAt(now);
    const cells = deriveRosters(await readRosterFacts(client, { today, demo, previous: last?.id ?? null }));
    if (demo && !last) {
      // The example has a year behind it: who looks around should see what it is about.
      const { saveExampleYear } = await import('@roer/db/demo/check-in-year');
      return saveExampleYear(client, { organisationId, now, newId: clock.newId, cells });
    }
    // Nobody would be asked anything for a whole window, also when there is a group tomorrow.
    if (cells.length === 0) return;
    await saveWindow(client, {
      organisationId,
      // The clock makes ids of whatever is asked for.
      id: clock.newId() as WindowId,
      first,
      announcedOn: today,
      cells: cells.map((cell) => ({ ...cell, id: clock.newId() })),
    });
  });
};
