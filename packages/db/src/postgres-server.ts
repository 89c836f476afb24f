import { spawn } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { standIn, type Listener } from './postgres-cluster.ts';
import type { ServerUser } from './postgres-user.ts';

/** Repair after a power cut reads the whole log; nobody is helped by giving up on that soon. */
const READY_WITHIN_SECONDS = 300;
const STOP_WITHIN_SECONDS = 10;

/** The log may be sent to somebody who helps, so statements and the values in them (names, addresses) stay out of it. */
const SETTINGS = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
} as const;

export type PostgresServer = { readonly ended: Promise<string>; readonly stop: () => Promise<void> };

/** Starts the server and waits until it answers. */
export const startServer = async (options: {
  readonly dataDirectory: string;
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser;
  readonly listener: Listener;
  readonly adminUrl: string;
  readonly log: (line: string) => void;
}): Promise<PostgresServer> => {
  const logPath = join(options.dataDirectory, 'postgres.log');
  await rename(logPath, `${logPath}.previous`).catch(() => undefined);
  const logFile = await open(logPath, 'w', 0o600);
  const place = standIn(options.folder, options.user);
  const settings = Object.entries({ ...SETTINGS, cluster_name: `roer_${process.pid}` });
  const child = spawn(
    options.binaries.postgres,
    ['-D', place.name, ...options.listener.args, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // In a session of its own: Ctrl-C is for Roer, which still needs the database while it drains.
    { ...place.spawn, detached: true, stdio: ['ignore', logFile.fd, logFile.fd] },
  );
  let running = true;
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  }).finally(() => (running = false));
  await logFile.close();

  const stop = async (): Promise<void> => {
    if (running) child.kill('SIGINT');
    const patience = new AbortController();
    await Promise.race([
      ended,
      sleep(STOP_WITHIN_SECONDS * 1000, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    if (running) child.kill('SIGQUIT');
    await ended;
  };

  const startedWell = await untilReady({ url: options.adminUrl, isRunning: () => running, log: options.log });
  if (startedWell) return { ended, stop };
  await stop();
  const lines = await readFile(logPath, 'utf8').catch(() => '');
  throw new Error(
    `The database did not start (${await ended}). Its last words: ${lines.trim().split('\n').slice(-5).join(' | ')}`,
  );
};

const untilReady = async (options: {
  readonly url: string;
  readonly isRunning: () => boolean;
  readonly log: (line: string) => void;
}): Promise<boolean> => {
  const pause = 20;
  for (let waited = 0; waited < READY_WITHIN_SECONDS * 1000 && options.isRunning(); waited += pause) {
    if (waited === 2000) options.log('The database is repairing itself after it was cut off; this may take minutes');
    const client = new Client({ connectionString: options.url });
    // A server that ends while we connect says so twice; the answer below is the one that counts.
    client.on('error', () => undefined);
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return true;
    await sleep(pause);
  }
  return false;
};
