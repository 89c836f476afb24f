// `pnpm dev`: the api restarts and the page reloads when a file changes. Open the address of the page, not of the api.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../packages/db/src/embedded-postgres.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const apiPort = process.env['PORT'] ?? '4400';
const webPort = process.env['WEB_PORT'] ?? '4401';
const dataDirectory = process.env['DATA_DIR'] ?? fileURLToPath(new URL('../.data', import.meta.url));

// Ctrl-C reaches the children too; this process waits for them and then ends the database.
process.on('SIGINT', () => {});

// The database stays while the api restarts, so that a restart takes no longer than the api itself.
const database = process.env['DATABASE_URL'] ? null : await startEmbeddedPostgres({ dataDirectory, log: console.log });
const env = {
  ...process.env,
  PORT: apiPort,
  API_PORT: apiPort,
  WEB_PORT: webPort,
  DATA_DIR: dataDirectory,
  DATABASE_URL: process.env['DATABASE_URL'] ?? database?.ownerUrl,
  // The page comes from vite, so that is the origin that may ask.
  PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${webPort}`,
};

const run = (command: string, parameters: string[]): ChildProcess =>
  spawn(command, parameters, { cwd: root, stdio: 'inherit', env });

const [generated] = await once(run('turbo', ['run', 'generate', '--output-logs=errors-only']), 'exit');
if (generated === 0) {
  const children = [
    run('node', ['--watch-preserve-output', '--watch', 'apps/api/src/start.ts']),
    run('pnpm', ['--filter', '@roer/web', 'exec', 'vite', '--host', 'localhost']),
  ];
  const stop = (): void => children.forEach((child) => child.kill('SIGTERM'));
  process.on('SIGTERM', stop);
  for (const child of children) child.on('exit', stop);
  await Promise.all(children.map((child) => once(child, 'exit')));
}
await database?.stop();
