// `pnpm dev`: the api restarts and the page reloads when a file changes. Open the address of the page, not of the api.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const apiPort = process.env['PORT'] ?? '4400';
const webPort = process.env['WEB_PORT'] ?? '4401';
const env = {
  ...process.env,
  PORT: apiPort,
  API_PORT: apiPort,
  WEB_PORT: webPort,
  // The page comes from vite, so that is the origin that may ask.
  PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${webPort}`,
};

const run = (command: string, parameters: string[]): ChildProcess =>
  spawn(command, parameters, { cwd: root, stdio: 'inherit', env });

const generated = run('turbo', ['run', 'generate', '--output-logs=errors-only']);
generated.on('exit', (code) => {
  if (code !== 0) process.exit(code ?? 1);
  const children = [
    run('node', ['--watch-preserve-output', '--watch', 'apps/api/src/start.ts']),
    run('pnpm', ['--filter', '@roer/web', 'exec', 'vite', '--host', 'localhost']),
  ];
  for (const child of children) child.on('exit', () => children.forEach((other) => other.kill('SIGTERM')));
  // Ctrl-C reaches the children too; this process only waits for them.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
});
