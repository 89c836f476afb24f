import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '@roer/domain/errors';
import { readEnvironment } from '../env.ts';
import type { Environment } from '../env.ts';
import { traceable } from '../platform/errors.ts';
import type { Command, Work } from './command.ts';
import { commands } from './commands.ts';

// `pnpm roer <command>`: what only whoever runs the server may do. Exit codes: 0 it is so, 1 it is not, 2 it was typed wrongly.

const say = (line: string): void => console.log(line);
const complain = (line: string): void => console.error(`roer: ${line}`);

const usageOf = ([name, { options }]: [string, Command]): string =>
  [
    name,
    ...Object.entries(options).map(([option, value]) =>
      value.startsWith('[') ? `[--${option} ${value.slice(1)}` : `--${option} ${value}`,
    ),
  ].join(' ');

const help = (): string =>
  [
    'pnpm roer <command>',
    '',
    ...Object.entries(commands).map((each) => `  ${usageOf(each)}\n      ${each[1].summary}`),
    '',
    'With the settings of the server (DATA_DIR, DATABASE_URL, …), while it runs or not.',
  ].join('\n');

/** The command that was typed, ready to be done; or in words what is wrong with it. */
const readTyped = async (
  name: string,
  typed: readonly string[],
): Promise<{ command: Command; work: Work } | string> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `There is no command "${name}". pnpm roer tells which there are.`;
  const usage = `\n  pnpm roer ${usageOf([name, command])}`;
  const given = valuesOf(command, typed);
  if (typeof given === 'string') return given + usage;
  const missing = Object.entries(command.options).find(([option, how]) => !how.startsWith('[') && !given[option]);
  if (missing) return `--${missing[0]} is missing.${usage}`;
  const read = await command.load();
  const work = read(given);
  return typeof work === 'string' ? `${work}.${usage}` : { command, work };
};

const valuesOf = ({ options }: Command, typed: readonly string[]): Record<string, string> | string => {
  const kinds = Object.fromEntries(Object.keys(options).map((option) => [option, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...typed], options: kinds, strict: true });
    return Object.fromEntries(
      Object.entries(values).flatMap(([option, value]) => (typeof value === 'string' ? [[option, value]] : [])),
    );
  } catch (error) {
    return error instanceof Error ? error.message : 'That cannot be read.';
  }
};

const demandThere = ({ DATA_DIR, DATABASE_URL }: Environment, { beginsEmpty = false }: Command): void => {
  if (!beginsEmpty && !DATABASE_URL && !existsSync(join(DATA_DIR, 'postgres')))
    throw new Error(`There is no Roer in ${DATA_DIR}. Set DATA_DIR, or DATABASE_URL, as for the server.`);
};

const run = async ({ command, work }: { command: Command; work: Work }): Promise<number> => {
  const environment = readEnvironment(process.env);
  demandThere(environment, command);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const { createApp } = await import('../app.ts');
  const { nameOf, openInstallation } = await import('../installation.ts');
  const installation = await openInstallation(environment, { log: complain, joinRunning: true });
  try {
    const address = installation.publicUrls[0] ?? `http://${nameOf(environment.HOST)}:${environment.PORT}`;
    const app = await createApp({
      ...installation,
      authSecret: installation.database.secrets.auth,
      baseUrl: () => address.replace(/\/+$/, ''),
      webDirectory: null,
      logLevel: environment.LOG_LEVEL,
      logStream: process.stderr,
      trustProxy: 0,
    });
    try {
      return await work({ installation, app, stopping: stopping.signal }, say);
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
  }
};

/** Sentences of our own as they are; of anything else only where it happened, because it may quote people's words. */
const wordsOf = (error: unknown): string => {
  if (error instanceof DomainError) return `It was refused: ${error.code}.`;
  if (error instanceof Error && error.constructor === Error) return error.message;
  return `It failed: ${JSON.stringify(traceable(error))}`;
};

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || name === 'help' || name === '--help') say(help());
else {
  const typed = await readTyped(name, rest);
  if (typeof typed === 'string') {
    complain(typed);
    process.exitCode = 2;
  } else {
    try {
      process.exitCode = await run(typed);
    } catch (error) {
      complain(wordsOf(error));
      process.exitCode = 1;
    }
  }
}
