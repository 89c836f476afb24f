import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import serverFlags from '../../scripts/server-flags.json' with { type: 'json' };

export type Child<Answer> = { process: ChildProcess; answer: Answer; end: () => Promise<void> };

/** Starts a file of this folder in a process of its own with `input`, and waits for its one answer: it is ready. */
export const startChild = async <Answer>(file: string, input: object): Promise<Child<Answer>> => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: serverFlags });
  child.send(input);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${String(code)} before it was ready.`);
  });
  const [answer] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return {
    process: child,
    // Each file's own answer; both sides stand in this folder.
    answer: answer as Answer,
    end: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};

export const childInput = async <Input>(): Promise<Input> => {
  const [input] = await once(process, 'message');
  // What the starting side sent; both sides stand in this folder.
  return input as Input;
};

export const childReady = (answer: object): void => {
  process.send?.(answer);
};
