import { mkdir, open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonId } from '@roer/domain/ids';
import type { Erasures } from './erasures.ts';

const named = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Keeps who was erased in a folder, a file each that is called after the person and holds the day. */
export const openErasureFolder = (folder: string): Erasures => ({
  note: async ({ personId, on }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(join(folder, personId), 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (!file) return;
    try {
      await file.writeFile(on);
      await file.datasync();
    } finally {
      await file.close();
    }
    // A new name is on the disk only when the folder is; not every system can.
    const opened = await open(folder, 'r').catch(() => null);
    await opened?.datasync().catch(() => undefined);
    await opened?.close();
  },
  list: async () => {
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const people = names.filter((name) => named.test(name));
    return Promise.all(
      people.map(async (name) => {
        // Files are named by this module alone. A crash may have left one without its day, and whose it is still counts.
        return { personId: name as PersonId, on: (await readFile(join(folder, name), 'utf8')).trim() };
      }),
    );
  },
});
