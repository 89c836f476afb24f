import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for the keys of epochs, or a copy of one. */
export const newKeyFolder = async (copyOf?: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'roer-keys-'));
  if (copyOf !== undefined) await cp(copyOf, folder, { recursive: true });
  return folder;
};

export const removeKeyFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
