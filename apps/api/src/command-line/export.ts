import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { newestMigration } from '@roer/db/migrate';
import { readForExport } from '@roer/db/organisation-export';
import { noteExport } from '../features/organisation/operator.ts';
import type { Read } from './command.ts';
import { writeWhole } from './export-file.ts';
import { linesOf } from './export-lines.ts';
import { whichOrganisation } from './which-organisation.ts';

const notInIt = [
  'Not in it:',
  '  - answers of the check-in that have no result yet, and every key. A period that is under way has no result after a restore.',
  '  - what people wrote for themselves: goals, reflections, talents, their own page, notes that they kept of an intervisie. Without their',
  '    keys nobody can read that, and keys are never beside it. To keep it, copy the database as well, and the key ring apart from it.',
  '  - sessions, links to choose a password, and addresses of private calendars.',
  'In it: everything else that the database has, with names, addresses and the hashes of passwords. Keep it as you keep the database.',
];

/** Writes everything of one organisation into one file (rules OP7 to OP9). */
export const exportOrganisation: Read =
  ({ options, files: [file = ''] }) =>
  async ({ installation, app: { platform }, stopping }, say) => {
    const { id, name } = await whichOrganisation(platform.pool, options['organisation']);
    const header = { schema: await newestMigration(), organisation: id, name };
    let end = { rows: 0, sha256: '' };
    const rows = readForExport(installation.database.ownerUrl, { organisationId: id, now: installation.clock.now() });
    const lines = linesOf(header, rows, (made) => (end = made));
    await writeWhole(file, lines, stopping);
    try {
      await noteExport(platform, id, end.rows);
    } catch (error) {
      // Nothing leaves without a trace.
      await rm(file, { force: true });
      throw error;
    }
    say(`${name} is in ${resolve(file)}: ${end.rows} rows, checksum ${end.sha256}.`);
    for (const line of notInIt) say(line);
    return 0;
  };
