import { walkAuditChain } from '@roer/db/audit-seal';
import { readStaleCoverage } from '@roer/db/coverage-counts';
import { enterOrganisation } from '@roer/db/first-run';
import { newestMigration } from '@roer/db/migrate';
import { DatabaseNotEmpty, RowRefused, writeRestored } from '@roer/db/organisation-restore';
import { inTransaction } from '@roer/db/pool-transaction';
import { dateAt } from '@roer/domain/dates';
import type { OrganisationId } from '@roer/domain/ids';
import { countAnew } from '../features/insights/coverage-following.ts';
import { eraseAgain } from '../features/organisation/erasure.ts';
import type { Platform } from '../platform/dependencies.ts';
import type { Opened, Read } from './command.ts';
import { demandReadable } from './export-file.ts';
import { ExportRefused, readExport } from './export-lines.ts';
import type { ExportHeader } from './export-lines.ts';

/** Gives the header and the checksum of a file that is whole. Throws an Error in plain words otherwise. */
const examine = async (path: string, schema: string): Promise<ExportHeader & { sha256: string }> => {
  const found: { header: ExportHeader | null; sha256: string } = { header: null, sha256: '' };
  const told = {
    header: (header: ExportHeader) => void (found.header = header),
    end: (end: { sha256: string }) => void (found.sha256 = end.sha256),
  };
  try {
    // Read to its end, and none of it kept.
    for await (const _ of readExport(path, schema, told));
  } catch (error) {
    if (error instanceof ExportRefused)
      throw new Error(`${path} cannot be restored. ${error.message}. Nothing was changed.`, { cause: error });
    throw error;
  }
  if (!found.header) throw new Error('A file that is whole has a header.');
  return { ...found.header, sha256: found.sha256 };
};

/** Puts an export into an empty database: all of it, or nothing (rules OP10 to OP12). */
export const restoreOrganisation: Read = async ({ files: [file = ''] }) => {
  const path = await demandReadable(file);
  const schema = await newestMigration();
  const { organisation, name, sha256 } = await examine(path, schema);
  return async (opened, say) => {
    const { installation } = opened;
    const same = (end: { sha256: string }): void => {
      if (end.sha256 !== sha256) throw new ExportRefused('It was changed while it was read');
    };
    try {
      const parts = readExport(path, schema, { end: same });
      await writeRestored(installation.database.ownerUrl, { parts, now: installation.clock.now() });
    } catch (error) {
      throw refusalOf(error);
    }
    say(`${name} was restored, with checksum ${sha256}.`);
    // The header was checked against every row.
    return afterwards(opened, organisation as OrganisationId, say);
  };
};

const refusalOf = (error: unknown): unknown => {
  if (error instanceof DatabaseNotEmpty) {
    const names = error.organisations.map((name) => `"${name}"`).join(', ');
    return new Error(
      `There is an organisation here already: ${names}. Restore into an empty database: with another DATA_DIR, or another DATABASE_URL. Nothing was changed.`,
    );
  }
  if (error instanceof RowRefused)
    return new Error(
      `A row of the table ${error.table} does not fit this database (${error.rule}). It may have been changed after it was exported. Nothing was changed.`,
    );
  if (error instanceof ExportRefused) return new Error(`${error.message}. Nothing was changed.`);
  return error;
};

const afterwards = async (
  { installation, app, stopping }: Opened,
  organisationId: OrganisationId,
  say: (line: string) => void,
): Promise<0 | 1> => {
  const { clock, database } = installation;
  const { pool } = database;
  await tellErasedAgain(app.platform, say);
  // What dashboards count is derived from what was restored.
  const teams = await inTransaction(pool, async (client) => {
    await enterOrganisation(client, organisationId);
    return readStaleCoverage(client, dateAt(clock.now()));
  });
  const setting = { clock, pool, live: app.platform.live };
  for (const teamId of teams) if (!stopping.aborted) await countAnew(setting, { organisationId, teamId });
  const { end, fault } = await walkAuditChain(pool, organisationId);
  if (fault) say(`The audit entries were broken at ${fault.number} when they were exported, and are as they were.`);
  else say(`Audit: ${end.number} sealed entries, unbroken. ${end.number}:${end.digest.toString('hex')}`);
  say(
    'Everybody signs in anew, with the password that they had. Calendars, and links that were not used, are made again.',
  );
  say(
    'A period of the check-in that was under way has no result. What people wrote for themselves is not in an export.',
  );
  say('Stop the Roer that the export came from: two of them would go on apart.');
  return 0;
};

/** Whoever was erased after the file was made is erased in it too (rule OP16). */
const tellErasedAgain = async (platform: Platform, say: (line: string) => void): Promise<void> => {
  const listed = (await platform.erasures.list()).length;
  if (listed === 0) {
    say(
      'Roer knows of nobody here who was erased. If this file comes from another server, copy its folder "erasures" into DATA_DIR',
    );
    say('before you start Roer: whoever was erased there since is then erased here too.');
    return;
  }
  const erased = await eraseAgain(platform).catch((cause: unknown) => {
    throw new Error(
      'It was restored, but people who were erased since could not be erased again. Roer does not serve before it has: see what it says when it starts.',
      { cause },
    );
  });
  if (erased === 0) say('Nobody in this file was erased since it was made.');
  else
    say(
      `${erased} ${erased === 1 ? 'person who was erased since this file was made was' : 'people who were erased since this file was made were'} erased again.`,
    );
};
