import type { FastifyInstance } from 'fastify';
import type { Installation } from '../installation.ts';

/** What a command works with: everything that the server has, without listening. `stopping` is aborted by Ctrl-C. */
export type Opened = { installation: Installation; app: FastifyInstance; stopping: AbortSignal };

/** Does it, and gives the exit code: 0 when it is so, 1 when it is not. `say` prints a line for the operator. */
export type Work = (opened: Opened, say: (line: string) => void) => Promise<0 | 1>;

/** What was typed behind the name of a command: options by name (one without a value is there or not), and files in their order. */
export type Typed = { options: Readonly<Record<string, string>>; files: readonly string[] };

/** The work, or in words what is wrong with what was typed. Throws an Error in plain words when a file cannot be used. */
export type Read = (typed: Typed) => Work | string | Promise<Work | string>;

export type Command = {
  /** One line: what it does. */
  summary: string;
  /** What is given with it, by name, and how the help shows the value: required unless it begins with `[`, without a value when empty. */
  options: Readonly<Record<string, string>>;
  /** How the help shows the files that are given, at least one; `…` at the end when there may be more. */
  files?: string;
  /** Whether it makes the database when there is none yet. */
  beginsEmpty?: boolean;
  /** Loaded when it is asked for, so that the help and a slip of the keys are answered at once. */
  load: () => Promise<Read>;
};
