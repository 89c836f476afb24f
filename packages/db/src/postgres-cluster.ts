import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overLoopback, overSocket } from './connection-url.ts';
import { mayEnter, type PostgresBinaries } from './postgres-binaries.ts';
import type { ServerUser } from './postgres-user.ts';

/** Where the server listens, as its arguments and as the URL of that place. */
export type Listener = { readonly url: string; readonly args: readonly string[]; readonly folder: string | undefined };

/** A folder of its own for the socket: short, because above 107 bytes a socket's path is fatal, and closed to others. */
export const openListener = async (user: ServerUser): Promise<Listener> => {
  if (process.platform === 'win32') {
    const port = await freePort();
    return { url: overLoopback(port), args: ['-h', '127.0.0.1', '-p', String(port)], folder: undefined };
  }
  const usual = tmpdir();
  const open = usual.length < 80 && (user.uid === undefined || (await mayEnter(usual, user.uid)));
  const folder = await mkdtemp(join(open ? usual : '/tmp', 'roer-'));
  await giveTo(user, folder);
  return { url: overSocket({ folder, port: 5432 }), args: ['-k', folder, '-h', '', '-p', '5432'], folder };
};

/**
 * How to name the data folder to the server. As root on Linux it is named by where the process already stands: the server's
 * own user then needs no way through the folders above it, which may well be /root.
 */
export const standIn = (folder: string, user: ServerUser): { readonly name: string; readonly spawn: SpawnIdentity } => {
  const identity = user.uid === undefined || user.gid === undefined ? {} : { uid: user.uid, gid: user.gid };
  const name = process.platform === 'linux' && user.uid !== undefined ? '/proc/self/cwd' : folder;
  return { name, spawn: { cwd: folder, ...identity } };
};

type SpawnIdentity = { readonly cwd: string; readonly uid?: number; readonly gid?: number };

/** Makes the data folder, unless it is there; under another name first, so that half a folder is never taken for a whole one. */
export const createCluster = async (options: {
  readonly dataDirectory: string;
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
  readonly password: string;
  readonly log: (line: string) => void;
}): Promise<void> => {
  const { dataDirectory, folder, user } = options;
  if (await stat(folder).catch(() => undefined)) return;
  options.log(`Making a database in ${folder}`);
  const draft = join(dataDirectory, 'postgres.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await giveTo(user, draft);
  const passwords = await mkdtemp(join(tmpdir(), 'roer-init-'));
  try {
    await initialise({ ...options, draft, passwords });
  } finally {
    await rm(passwords, { recursive: true, force: true });
  }
  await rename(draft, folder);
};

const initialise = async (options: {
  readonly draft: string;
  readonly passwords: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
  readonly password: string;
}): Promise<void> => {
  const passwordFile = join(options.passwords, 'password');
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  await giveTo(options.user, options.passwords);
  await giveTo(options.user, passwordFile, 0o600);
  const place = standIn(options.draft, options.user);
  const child = spawn(
    options.binaries.initdb,
    ['-D', place.name, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'].concat([
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]),
    { ...place.spawn, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : complaint.trim()));
  });
  if (failure === undefined) return;
  const advice = failure.includes('user does not exist')
    ? ' Give that user a line in /etc/passwd, or set DATABASE_URL.'
    : '';
  throw new Error(`The database could not be made: ${failure}.${advice}`);
};

const giveTo = async (user: ServerUser, path: string, mode = 0o700): Promise<void> => {
  await chmod(path, mode);
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
};

const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port on 127.0.0.1.'));
      });
    });
  });
