import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

export type Outcome = { passed: boolean; output: string };

/** Runs test files of this folder in a process of its own, with these settings. */
export const runTests = ({
  files,
  title,
  environment,
}: {
  files: readonly string[];
  /** Only tests whose names hold this. */
  title?: string;
  environment: Readonly<Record<string, string>>;
}): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const named = files.map((file) => `privacy/${file}`);
    const child = spawn(
      process.execPath,
      [vitest, 'run', '--project', 'privacy', ...named, ...(title === undefined ? [] : ['-t', title])],
      {
        cwd: path.join(import.meta.dirname, '..'),
        env: { ...process.env, ...environment, NO_COLOR: '1', FORCE_COLOR: '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ passed: code === 0, output: Buffer.concat(chunks).toString('utf8') }));
  });
