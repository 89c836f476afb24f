import { readStaleCoverage } from '@roer/db/coverage-counts';
import { keepPicture, readStalePictures } from '@roer/db/dashboard';
import { readCellTeams } from '@roer/db/check-in-results';
import { enterOrganisation, readOrganisations } from '@roer/db/first-run';
import { inTransaction } from '@roer/db/pool-transaction';
import { dateAt } from '@roer/domain/dates';
import type { OrganisationId } from '@roer/domain/ids';
import type { Platform } from '../../platform/dependencies.ts';
import type { Task } from '../../platform/jobs.ts';
import { countAnew } from './coverage-following.ts';
import { derivePicture, readLedger } from './group-pictures.ts';

type Setting = Pick<Platform, 'clock' | 'pool' | 'live'>;

/**
 * Keeps what dashboards show ready: counts that a day or a crash left behind, and the pictures of groups after each publication. A
 * dashboard that is opened before this has run derives what it lacks itself.
 */
export const dashboardKeeping = (setting: Setting): Task => ({
  name: 'dashboards',
  runDue: async (stopping) => {
    for (const { id } of await readOrganisations(setting.pool)) {
      await countStale(setting, id, stopping);
      await drawStale(setting, id, stopping);
    }
  },
});

const countStale = async (setting: Setting, organisationId: OrganisationId, stopping: AbortSignal): Promise<void> => {
  const { clock, pool } = setting;
  const teams = await inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    return readStaleCoverage(client, dateAt(clock.now()));
  });
  for (const teamId of teams) if (!stopping.aborted) await countAnew(setting, { organisationId, teamId });
};

const drawStale = async (
  { clock, pool }: Setting,
  organisationId: OrganisationId,
  stopping: AbortSignal,
): Promise<void> => {
  const now = clock.now();
  const due = await inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    const state = await readLedger(client, now);
    const { first, ledger } = state;
    return { state, cells: first === null ? [] : await readStalePictures(client, { first, ledger }) };
  });
  for (const cellId of due.cells) {
    if (stopping.aborted) return;
    await inTransaction(pool, async (client) => {
      await enterOrganisation(client, organisationId);
      // Between the two the ledger may have grown; then the picture is kept under what it is of.
      const state = await readLedger(client, now);
      const teams = await readCellTeams(client, cellId);
      const picture = await derivePicture(client, teams, state);
      await keepPicture(client, { cellId, ledger: state.ledger, picture });
    });
  }
};
