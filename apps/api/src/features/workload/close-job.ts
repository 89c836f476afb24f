import { setImmediate as breathe } from 'node:timers/promises';
import * as store from '@roer/db/check-in-epochs';
import { inRelease, readRelease } from '@roer/db/check-in-roster';
import { readOrganisations } from '@roer/db/first-run';
import type { PoolClient } from '@roer/db/pool';
import { deriveReleases } from '@roer/domain/insights/release';
import type { OpenedAnswer } from '@roer/domain/insights/release';
import type { OrganisationId } from '@roer/domain/ids';
import { statements } from '@roer/domain/workload/check-in';
import { epochTimes } from '@roer/domain/workload/epoch';
import type { Task } from '../../platform/jobs.ts';
import { forEveryOrganisation } from './job-setting.ts';
import type { JobSetting } from './job-setting.ts';
import { epochKeyFrom, open } from './seal.ts';
import type { EpochKey } from './seal.ts';

/**
 * Closes every epoch whose time is over, also long after, as of when it was due: one transaction turns the answers of all groups
 * into releases and removes them, and then the key is destroyed (rules P5, P6, P12). Whoever is ended half-way leaves either
 * everything to do or only the key to destroy.
 */
export const closeJob = (setting: JobSetting): Task => ({
  name: 'check-in closing',
  runDue: async (stopping) => {
    await forEveryOrganisation(setting, stopping, async ({ id }) => {
      for (const number of await epochsToClose(setting, id)) if (!stopping.aborted) await close(setting, id, number);
    });
    await destroyUseless(setting);
  },
});

/** The epochs of an organisation whose time is over and that are not closed yet, by number. */
export const epochsToClose = async (
  { clock, releasePool }: Pick<JobSetting, 'clock' | 'releasePool'>,
  organisationId: OrganisationId,
): Promise<number[]> => {
  const open = await readRelease(releasePool, organisationId, store.readOpenEpochs);
  return open.filter((number) => epochTimes(number).closesAt <= clock.now());
};

const close = async (setting: JobSetting, organisationId: OrganisationId, number: number): Promise<void> => {
  const { clock, releasePool, epochKeys, live, reach } = setting;
  await reach('close.before');
  const closed = await inRelease(releasePool, { organisationId, about: number }, async (client) => {
    // Another process may have closed it while this one waited.
    const epoch = await store.readEpoch(client, number);
    if (!epoch || epoch.closed) return false;
    const raw = await epochKeys.read(organisationId, number);
    // A database that was restored after the epoch closed: what is in it stays unreadable.
    const key = Buffer.isBuffer(raw) ? epochKeyFrom(raw) : null;
    if (Buffer.isBuffer(raw)) raw.fill(0);
    for (const { cellId } of await store.readCells(client, epoch.windowId)) {
      await release(client, { organisationId, number, cellId, key });
      await reach('close.during');
    }
    await store.saveClosed(client, number);
    return true;
  });
  await reach('close.committed');
  await epochKeys.destroy(organisationId, number);
  await reach('close.destroyed');
  if (closed && epochTimes(number).publishesAt <= clock.now()) live.released(organisationId);
};

type ClosingCell = { organisationId: OrganisationId; number: number; cellId: string; key: EpochKey | null };

const release = async (client: PoolClient, { organisationId, number, cellId, key }: ClosingCell): Promise<void> => {
  const teamOf = new Map<string, store.SealedAnswer['teamId']>();
  const answers: OpenedAnswer[] = [];
  for (const { personId, teamId, statement, sealed } of key
    ? await store.readSealedAnswers(client, { epoch: number, cellId })
    : []) {
    const opened = key && open(key, { organisationId, epoch: number, personId, statement }, sealed);
    if (!opened) continue;
    teamOf.set(personId, teamId);
    answers.push({ personId, statement, ...opened });
  }
  const { bands, shared } = deriveReleases(answers);
  const epoch = { organisationId, epoch: number, publishesAt: epochTimes(number).publishesAt };
  await store.insertReleases(
    client,
    epoch,
    statements.map((statement) => ({ cellId, measure: statement, band: bands[statement] })),
  );
  await store.insertShared(
    client,
    epoch,
    shared.flatMap((answer) => {
      const teamId = teamOf.get(answer.personId);
      return teamId ? [{ ...answer, teamId }] : [];
    }),
  );
  // Opening keeps a processor busy; requests come in between.
  await breathe();
};

/** Destroys the keys that nothing is sealed for any more: of epochs that closed before a crash, or whose rows are gone. */
const destroyUseless = async ({ clock, releasePool, epochKeys }: JobSetting): Promise<void> => {
  const left = await epochKeys.list();
  if (left.length === 0) return;
  const organisations = new Set((await readOrganisations(releasePool)).map(({ id }) => id));
  for (const { organisationId, epoch: number } of left) {
    const epoch = organisations.has(organisationId)
      ? await readRelease(releasePool, organisationId, (client) => store.readEpoch(client, number))
      : null;
    // Without a row it may be about to be opened, until its time is over.
    const isUseless = epoch ? epoch.closed : epochTimes(number).publishesAt <= clock.now();
    if (isUseless) await epochKeys.destroy(organisationId, number);
  }
};
