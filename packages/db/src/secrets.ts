import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every secret of one installation, derived from one master secret, so that there is one thing to keep and to back up. */
export type Secrets = {
  /** Signs the cookies of sessions (better-auth). */
  readonly auth: string;
  /** The password of a database role: `postgres`, `roer_owner`, `roer_app`, … */
  readonly rolePassword: (role: string) => string;
  /** A secret of its own for any other purpose; the same purpose gives the same secret. 43 characters, base64url. */
  readonly derive: (purpose: string) => string;
};

/** Derives all secrets from `master` (any text that is hard to guess). */
export const secretsFrom = (master: string): Secrets => {
  const derive = (purpose: string): string => createHmac('sha256', master).update(purpose).digest('base64url');
  return { auth: derive('auth'), rolePassword: (role) => derive(`role:${role}`), derive };
};

/**
 * Opens `secrets.json` in the data directory; makes it the first time (mode 0600, the directory 0711 at most).
 * Of two processes that make it at once, both use the file of the first.
 * @throws Error in plain words when the file belongs to another user or is damaged
 */
export const openSecrets = async (dataDirectory: string): Promise<Secrets> => {
  const path = join(dataDirectory, 'secrets.json');
  const existing = await readMaster(path);
  if (existing !== undefined) return secretsFrom(existing);

  await mkdir(dataDirectory, { recursive: true, mode: 0o711 });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify({ master: randomBytes(32).toString('base64url') }), {
    mode: 0o600,
    flag: 'wx',
  });
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  const master = await readMaster(path);
  if (master === undefined) throw new Error(`${path} vanished while it was being made.`);
  return secretsFrom(master);
};

const readMaster = async (path: string): Promise<string | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'EACCES')
      throw new Error(`${path} belongs to another user. Start Roer as the user who started it first.`);
    throw error;
  });
  if (text === undefined) return undefined;
  const master = /"master"\s*:\s*"([\w-]{40,})"/.exec(text)?.[1];
  if (master === undefined)
    throw new Error(`${path} is damaged. Restore it from a backup: without it the data cannot be opened.`);
  return master;
};
