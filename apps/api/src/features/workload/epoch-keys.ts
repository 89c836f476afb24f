import { link, mkdir, mkdtemp, open, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrganisationId } from '@roer/domain/ids';
import type { EpochKeys } from '../../platform/epoch-keys.ts';

const keyLength = 32;
/** What is written over a key, of the same length: it stays, so that the epoch never gets another one. */
const destroyed = Buffer.alloc(keyLength, '-');
const named = /^([0-9a-f-]{36})\.(\d+)$/;

/**
 * Keeps the private keys of epochs in a folder, a file each, apart from the database and its backups. Making is atomic, also between
 * processes; destroying writes over the file in place and waits for the disk.
 */
export const openEpochKeyFolder = (folder: string): EpochKeys => {
  const pathOf = (organisationId: OrganisationId, epoch: number): string => join(folder, `${organisationId}.${epoch}`);

  const read: EpochKeys['read'] = async (organisationId, epoch) => {
    const bytes = await readFile(pathOf(organisationId, epoch)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (bytes === null) return 'absent';
    return bytes.length === keyLength && !bytes.equals(destroyed) ? bytes : 'destroyed';
  };

  const create = async (path: string, content: Buffer): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // In a folder of its own, which no other process writes in: what a crash leaves of it is never taken for a key.
    const drafts = await mkdtemp(join(folder, 'draft-'));
    try {
      const draft = join(drafts, 'key');
      await writeToDisk(draft, 'wx', content);
      // Of two processes at once the first one's key stays.
      await link(draft, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    } finally {
      await rm(drafts, { recursive: true, force: true });
    }
    await flushFolder(folder);
  };

  return {
    read,
    obtain: async (organisationId, epoch, newKey) => {
      const known = await read(organisationId, epoch);
      if (known !== 'absent') return known === 'destroyed' ? null : known;
      await create(pathOf(organisationId, epoch), newKey());
      const made = await read(organisationId, epoch);
      return Buffer.isBuffer(made) ? made : null;
    },
    destroy: async (organisationId, epoch) => {
      const path = pathOf(organisationId, epoch);
      // Whose key was lost gets its mark too: nothing may be sealed for this epoch again.
      if ((await read(organisationId, epoch)) === 'absent') await create(path, destroyed);
      else await writeToDisk(path, 'r+', destroyed);
    },
    list: async () => {
      const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      const found: { organisationId: OrganisationId; epoch: number }[] = [];
      for (const name of names) {
        const [, organisation, number] = named.exec(name) ?? [];
        if (organisation === undefined) continue;
        // Files are named by this module alone.
        const key = { organisationId: organisation as OrganisationId, epoch: Number(number) };
        if (Buffer.isBuffer(await read(key.organisationId, key.epoch))) found.push(key);
      }
      return found;
    },
  };
};

/** Writes and waits until the disk has it. */
const writeToDisk = async (path: string, flags: 'wx' | 'r+', content: Buffer): Promise<void> => {
  const file = await open(path, flags, 0o600);
  try {
    await file.write(content, 0, content.length, 0);
    await file.truncate(content.length);
    await file.datasync();
  } finally {
    await file.close();
  }
};

/** A new name in a folder is on the disk only when the folder is; not every system can. */
const flushFolder = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r').catch(() => null);
  await opened?.datasync().catch(() => undefined);
  await opened?.close();
};
