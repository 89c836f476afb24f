import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Leftover = {
  readonly folder: string;
  readonly pgCtl: string;
  /** The user the server runs as, when it is another than ours. */
  readonly uid: number | undefined;
  readonly log: (line: string) => void;
};

/**
 * Makes the data folder free to start in. When Roer was killed hard, its PostgreSQL is still running: it is asked to stop.
 * A `postmaster.pid` that nobody holds any more is removed, because its number may by now belong to another process.
 * @throws Error in plain words when a living Roer uses the folder, or the old server does not stop
 */
export const stopLeftover = async (leftover: Leftover): Promise<void> => {
  const pidFile = join(leftover.folder, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split('\n')[0]);
  if (process.platform === 'linux') await stopByProc({ ...leftover, pid });
  else await stopByPgCtl(leftover, pid);
  await rm(pidFile, { force: true });
  // Its fifth line names the folder of the socket, which is empty once the server has stopped in order.
  const socketFolder = text.split('\n')[4] ?? '';
  if (basename(socketFolder).startsWith('roer-')) await rmdir(socketFolder).catch(() => undefined);
};

const stopByProc = async (leftover: Leftover & { readonly pid: number }): Promise<void> => {
  let running = await processesIn(leftover.folder);
  if (running.length === 0) return;
  const owner = await ownerOf(leftover.folder);
  if (running.includes(leftover.pid) && owner !== undefined && (await parentOf(leftover.pid)) === owner) {
    throw new Error(`${leftover.folder} is in use by another Roer (process ${owner}). Stop that one first.`);
  }
  leftover.log('Stopping the database that an earlier start left behind');
  // Without their postmaster, the other processes end by themselves; SIGQUIT makes the stragglers do so.
  for (const { signal, seconds } of [
    { signal: 'SIGINT', seconds: 20 },
    { signal: 'SIGQUIT', seconds: 10 },
  ] as const) {
    for (const pid of running.includes(leftover.pid) ? [leftover.pid] : running) signalIfAlive(pid, signal);
    for (let waited = 0; waited < seconds * 20; waited += 1) {
      running = await processesIn(leftover.folder);
      if (running.length === 0) return;
      await sleep(50);
    }
  }
  throw new Error(`The database in ${leftover.folder} does not stop (processes ${running.join(', ')}).`);
};

/** Where /proc does not exist, PostgreSQL's own tool decides by the number in its file. */
const stopByPgCtl = async (leftover: Leftover, pid: number): Promise<void> => {
  const owner = await ownerOf(leftover.folder);
  const parent = await run('ps', ['-o', 'ppid=', '-p', String(pid)]).then(
    ({ stdout }) => Number(stdout),
    () => undefined,
  );
  if (owner !== undefined && parent === owner) {
    throw new Error(`${leftover.folder} is in use by another Roer (process ${owner}). Stop that one first.`);
  }
  const identity = leftover.uid === undefined ? {} : { uid: leftover.uid, gid: leftover.uid };
  // It fails when nothing runs, which is what is wanted.
  await run(leftover.pgCtl, ['stop', '-D', leftover.folder, '-m', 'fast', '-w'], identity).catch(() => undefined);
};

/** A server of ours runs inside its data folder, which no number that was given out again can imitate. */
const processesIn = async (folder: string): Promise<number[]> => {
  const wanted = await realpath(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const held = await Promise.all(
    pids.map(async (pid) => {
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      if (place !== wanted) return false;
      // Somebody's shell may be in the folder too.
      return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
    }),
  );
  return pids.filter((_, index) => held[index] === true).map(Number);
};

/** The Roer that started the server, from the arguments PostgreSQL keeps beside its data. */
const ownerOf = async (folder: string): Promise<number | undefined> => {
  const options = await readFile(join(folder, 'postmaster.opts'), 'utf8').catch(() => '');
  const match = /cluster_name=roer_(\d+)/.exec(options);
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

const parentOf = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const match = /^PPid:\s+(\d+)/m.exec(status);
  return match?.[1] === undefined ? undefined : Number(match[1]);
};

const signalIfAlive = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
};
