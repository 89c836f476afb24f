import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '@roer/domain/errors';
import { readEnvironment } from '../env.ts';
import type { Environment } from '../env.ts';
import { traceable } from '../platform/errors.ts';
import type { Command, Typed, Work } from './command.ts';
import { commands } from './commands.ts';

/** Where a command runs: the settings, where its lines and its complaints go, and what tells it to stop. */
export type Setting = {
  variables: NodeJS.ProcessEnv;
  say: (line: string) => void;
  complain: (line: string) => void;
  stopping: AbortSignal;
};

const usageOf = ([name, { options, files }]: [string, Command]): string =>
  [
    name,
    ...(files === undefined ? [] : [files]),
    ...Object.entries(options).map(([option, value]) => {
      if (value === '') return `[--${option}]`;
      return value.startsWith('[') ? `[--${option} ${value.slice(1)}` : `--${option} ${value}`;
    }),
  ].join(' ');

const help = (): string =>
  [
    'pnpm roer <command>',
    '',
    ...Object.entries(commands).map((each) => `  ${usageOf(each)}\n      ${each[1].summary}`),
    '',
    'With the settings of the server (DATA_DIR, DATABASE_URL, …), while it runs or not.',
  ].join('\n');

const isRequired = (how: string): boolean => how !== '' && !how.startsWith('[');

/** The command that was typed, ready to be done; or in words what is wrong with it. */
const readTyped = async (
  name: string,
  words: readonly string[],
): Promise<{ command: Command; work: Work } | string> => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `There is no command "${name}". pnpm roer tells which there are.`;
  const usage = `\n  pnpm roer ${usageOf([name, command])}`;
  const typed = valuesOf(command, words);
  if (typeof typed === 'string') return typed + usage;
  const missing = Object.entries(command.options).find(([option, how]) => isRequired(how) && !typed.options[option]);
  if (missing) return `--${missing[0]} is missing.${usage}`;
  const read = await command.load();
  const work = await read(typed);
  return typeof work === 'string' ? `${work}.${usage}` : { command, work };
};

const valuesOf = ({ options, files }: Command, words: readonly string[]): Typed | string => {
  const kinds = Object.fromEntries(
    Object.entries(options).map(([option, how]) => [option, { type: how === '' ? 'boolean' : 'string' } as const]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: kinds,
      strict: true,
      allowPositionals: files !== undefined,
    });
    if (files !== undefined && positionals.length === 0) return `${files} is missing.`;
    if (files?.endsWith('…') === false && positionals.length > 1) return 'One file at a time.';
    const given = Object.entries(values).flatMap(([option, value]) =>
      value === undefined || value === false ? [] : [[option, String(value)] as const],
    );
    return { options: Object.fromEntries(given), files: positionals };
  } catch (error) {
    return error instanceof Error ? error.message : 'That cannot be read.';
  }
};

const demandThere = ({ DATA_DIR, DATABASE_URL }: Environment, { beginsEmpty = false }: Command): void => {
  if (!beginsEmpty && !DATABASE_URL && !existsSync(join(DATA_DIR, 'postgres')))
    throw new Error(`There is no Roer in ${DATA_DIR}. Set DATA_DIR, or DATABASE_URL, as for the server.`);
};

const run = async (
  { command, work }: { command: Command; work: Work },
  { variables, say, complain, stopping }: Setting,
): Promise<number> => {
  const environment = readEnvironment(variables);
  demandThere(environment, command);
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
      return await work({ installation, app, stopping }, say);
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

/** Does what was typed behind `pnpm roer`, and gives the exit code (rule OP1): 0 it is so, 1 it is not, 2 it was typed wrongly. Throws nothing. */
export const runCommand = async (typed: readonly string[], setting: Setting): Promise<number> => {
  const [name, ...words] = typed;
  if (name === undefined || name === 'help' || name === '--help') {
    setting.say(help());
    return 0;
  }
  try {
    const read = await readTyped(name, words);
    if (typeof read !== 'string') return await run(read, setting);
    setting.complain(read);
    return 2;
  } catch (error) {
    setting.complain(wordsOf(error));
    return 1;
  }
};
