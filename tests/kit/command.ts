import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { runCommand } from '@roer/api/command-line/run-command';

/** How a command ended: its exit code, what it said and what it complained of. */
export type Ended = { code: unknown; out: string; complaints: string };

/** Types a command as an operator does, in this process, with these settings and no others. */
export const typeCommand = async (
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
  stopping = new AbortController().signal,
): Promise<Ended> => {
  const lines = { out: '', complaints: '' };
  const code = await runCommand(words, {
    variables: settings,
    say: (line) => void (lines.out += `${line}\n`),
    complain: (line) => void (lines.complaints += `roer: ${line}\n`),
    stopping,
  });
  return { code, ...lines };
};

/** A folder for the data of an installation on the server of the tests: with its secrets, because the roles belong to everybody there. */
export const makeDataDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'roer-command-'));
  await writeFile(join(directory, 'secrets.json'), JSON.stringify({ master: inject('testSecret') }));
  return directory;
};
