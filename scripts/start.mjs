// `npm start`: from a bare checkout to a running Roer. Plain JavaScript, because this runs on the machine's own Node (20
// or later), before anything was installed; everything after it runs on the Node that the lockfile names.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = join(fileURLToPath(import.meta.url), '../..');
const windows = process.platform === 'win32';
const pnpm = ['--yes', 'pnpm@12.21.0'];

const run = (command, parameters, { shell = windows } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: 'inherit',
      shell,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => {
      process.off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });

// Ctrl-C reaches the whole group; the server stops by itself and this waits until it has.
process.on('SIGINT', () => {});

const step = async (words, command, parameters, options) => {
  console.log(words);
  const code = await run(command, parameters, options);
  if (code !== 0) process.exit(code);
};

// The machine's own Node is older than some packages ask for; Roer runs on the Node that it brings.
await step('1/3  Installing what Roer needs (the first time: a minute; warnings about an engine do no harm) …', 'npx', [
  ...pnpm,
  'install',
  '--frozen-lockfile',
  '--reporter=append-only',
]);
await step('2/3  Building …', 'npx', [
  ...pnpm,
  'exec',
  'turbo',
  'run',
  'generate',
  'build',
  '--output-logs=errors-only',
]);
console.log('3/3  Starting …');
const node = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
// Rubbish is cleared often and early: closing a large period holds 250 MB instead of 450, and takes no longer (docs/benchmarks.md).
const flags = JSON.parse(readFileSync(join(root, 'scripts/server-flags.json'), 'utf8'));
process.exit(await run(node, [...flags, join(root, 'apps/api/src/start.ts')], { shell: false }));
