import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const wordsFor: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no folder ${dirname(path)}.`,
  ENOTDIR: (path) => `${dirname(path)} is not a folder.`,
  EACCES: (path) => `You may not write in ${dirname(path)}.`,
  EPERM: (path) => `You may not write in ${dirname(path)}.`,
  EROFS: (path) => `Nothing can be written in ${dirname(path)}.`,
  ENOSPC: (path) => `There is no room left in ${dirname(path)}.`,
  EEXIST: (path) => `${path} is there already: an export that is being made, or that was broken off. Remove it first.`,
};

/** An error of writing a file as a sentence for the operator; any other error as it is. */
const inWords = (error: unknown, path: string): unknown => {
  const words = wordsFor[codeOf(error)];
  return words ? new Error(`${words(path)} Nothing was written.`, { cause: error }) : error;
};

/**
 * Writes a file that only its owner reads, whole or not at all: under another name until all of it is on the disk. Throws an Error in plain
 * words when it is there already or cannot be written.
 */
export const writeWhole = async (given: string, lines: AsyncIterable<string>, stopping: AbortSignal): Promise<void> => {
  const path = resolve(given);
  if (await stat(path).catch(() => null))
    throw new Error(`${path} is there already, and nothing is written over. Give another name.`);
  const draft = `${path}.part`;
  const file = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    throw inWords(error, draft);
  });
  try {
    await pipeline(Readable.from(lines), file.createWriteStream({ flush: true }), { signal: stopping });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    if (stopping.aborted) throw new Error('It was stopped. Nothing was written.', { cause: error });
    throw inWords(error, draft);
  }
};

/** The path of a file that can be read. Throws an Error in plain words when it cannot. */
export const demandReadable = async (given: string): Promise<string> => {
  const path = resolve(given);
  try {
    const file = await open(path, 'r');
    const isFile = (await file.stat()).isFile();
    await file.close();
    if (isFile) return path;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
      throw new Error(`There is no file ${path}. Nothing was changed.`, { cause: error });
    throw new Error(`${path} cannot be read (${codeOf(error)}). Nothing was changed.`, { cause: error });
  }
  throw new Error(`${path} is not a file. Nothing was changed.`);
};
