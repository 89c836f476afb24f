import { setImmediate as breathe } from 'node:timers/promises';
import * as store from '@roer/db/check-in-epochs';
import { readWindows } from '@roer/db/check-in-own';
import type { WindowRecord } from '@roer/db/check-in-own';
import { inRelease, readRelease } from '@roer/db/check-in-roster';
import type { KnownOrganisation } from '@roer/db/first-run';
import type { PoolClient } from '@roer/db/pool';
import { derivePlannedBands } from '@roer/domain/insights/planned';
import type { OrganisationId } from '@roer/domain/ids';
import { statements } from '@roer/domain/workload/check-in';
import { epochAt, epochsInWindow, epochTimes } from '@roer/domain/workload/epoch';
import type { EpochTimes } from '@roer/domain/workload/epoch';
import type { Task } from '../../platform/jobs.ts';
import { forEveryOrganisation, isAvailable } from './job-setting.ts';
import type { JobSetting } from './job-setting.ts';
import { epochKeyFrom, newEpochKey, seal } from './seal.ts';

/**
 * Opens the epoch that it is now, once: its key, a sealed blank for everybody of a roster, and the planned work as it is then (rules
 * P11, P12, P13). An epoch that passed while nothing ran is not opened any more: nobody could answer in it.
 */
export const openJob = (setting: JobSetting): Task => ({
  name: 'check-in opening',
  runDue: (stopping) =>
    forEveryOrganisation(setting, stopping, async (organisation) => {
      if (isAvailable(setting, organisation)) await openDue(setting, organisation);
    }),
});

const openDue = async (setting: JobSetting, { id: organisationId }: KnownOrganisation): Promise<void> => {
  const { clock, releasePool, epochKeys } = setting;
  const number = epochAt(clock.now());
  const findWindow = async (client: PoolClient): Promise<WindowRecord | null> => {
    if (await store.readEpoch(client, number)) return null;
    const windows = await readWindows(client, 2);
    return windows.find(({ first }) => first <= number && number < first + epochsInWindow) ?? null;
  };
  if (!(await readRelease(releasePool, organisationId, findWindow))) return;
  // Before the row: an answer that is sealed with a key which a crash took away could never be opened. Other processes get the same.
  const raw = await epochKeys.obtain(organisationId, number, newEpochKey);
  const publicKey = raw && epochKeyFrom(raw).publicKey;
  raw?.fill(0);
  await inRelease(releasePool, { organisationId, about: number }, async (client) => {
    // Another process may have opened it while this one waited.
    const window = await findWindow(client);
    if (!window) return;
    await store.insertEpoch(client, { organisationId, number, windowId: window.id, publicKey });
    const opening = { organisationId, times: epochTimes(number), publicKey };
    const cells = await store.readCells(client, window.id);
    await releaseLoad(client, opening, cells);
    // Of a restored database whose epoch closed already: it stays closed, and has no result here.
    if (publicKey === null) await releaseNothing(client, opening, cells);
    else for (const { cellId } of cells) await sealBlanks(client, { ...opening, publicKey, cellId });
  });
};

type Opening = { organisationId: OrganisationId; times: EpochTimes; publicKey: Buffer | null };
type Cells = Awaited<ReturnType<typeof store.readCells>>;

const releaseOf = ({ organisationId, times }: Opening) => ({
  organisationId,
  epoch: times.number,
  publishesAt: times.publishesAt,
});

/** Only of groups that are one team: of more it would tell the sum of their hours (rule P13). */
const releaseLoad = async (client: PoolClient, opening: Opening, cells: Cells): Promise<void> => {
  const single = cells.flatMap(({ cellId, teamIds: [teamId, ...others] }) =>
    teamId && others.length === 0 ? [{ cellId, teamId }] : [],
  );
  const today = opening.times.startsOn;
  const plans = await store.readTeamPlans(client, { teamIds: single.map(({ teamId }) => teamId), today });
  const releases = single.flatMap(({ cellId, teamId }) => {
    const plan = plans.get(teamId);
    const bands = plan ? derivePlannedBands(plan, today) : [];
    return bands.map((band, block) => ({ cellId, measure: `load:${block}`, band }));
  });
  await store.insertReleases(client, releaseOf(opening), releases);
};

const releaseNothing = (client: PoolClient, opening: Opening, cells: Cells): Promise<void> =>
  store.insertReleases(
    client,
    releaseOf(opening),
    cells.flatMap(({ cellId }) => statements.map((statement) => ({ cellId, measure: statement, band: null }))),
  );

const sealBlanks = async (
  client: PoolClient,
  { organisationId, times, publicKey, cellId }: Opening & { publicKey: Buffer; cellId: string },
): Promise<void> => {
  const epoch = times.number;
  const people = await store.readCellMembers(client, { cellId });
  const answers = people.flatMap((personId) =>
    statements.map((statement) => ({
      personId,
      statement,
      sealed: seal(publicKey, { organisationId, epoch, personId, statement }, { value: 0, share: false }),
    })),
  );
  await store.insertAnswers(client, { organisationId, epoch }, answers);
  // Sealing keeps a processor busy; requests come in between.
  await breathe();
};
