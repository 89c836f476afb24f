import { readEnvironment } from './env.ts';
import { run } from './main.ts';
import type { Running } from './main.ts';
import { traceable } from './platform/errors.ts';

const say = (line: string): void => console.log(`roer: ${line}`);

let running: Running | null = null;
let stopping: { since: number; done: Promise<void> } | null = null;

const stop = (code: number): void => {
  if (stopping) {
    // One Ctrl-C arrives more than once, because npm and pnpm pass on what the terminal told everybody.
    if (Date.now() - stopping.since < 1000) return;
    say('Hurrying');
    running?.hurry();
    return;
  }
  say('Stopping…');
  const done = running ? running.stop() : Promise.resolve();
  stopping = { since: Date.now(), done };
  void done.then(
    () => {
      say('Stopped');
      process.exit(code);
    },
    (error: unknown) => {
      console.error('roer: Could not stop cleanly', traceable(error));
      process.exit(1);
    },
  );
};

// Messages of unexpected errors may quote people's words: only where it happened is told.
process.on('unhandledRejection', (error) => console.error('roer: Unexpected error', traceable(error)));
process.on('uncaughtException', (error) => {
  console.error('roer: Unexpected error', traceable(error));
  stop(1);
});

const stopWithDatabase = async ({ databaseEnded }: Running): Promise<void> => {
  const how = await databaseEnded;
  if (stopping) return;
  console.error(`roer: The database ended (${how}); see postgres.log in the data folder`);
  stop(1);
};

let asked = false;
const onSignal = (): void => {
  asked = true;
  if (running) stop(0);
};
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);
// The terminal was closed: nothing can be told any more, but everything can be stopped in order.
process.on('SIGHUP', onSignal);
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

try {
  running = await run(readEnvironment(process.env), say);
  void stopWithDatabase(running);
  if (asked) {
    // Asked to stop while it was starting.
    stop(0);
  } else {
    say(`Roer staat klaar · Roer is ready: ${running.address}`);
  }
} catch (error) {
  // Errors of starting are sentences of our own, about settings and folders.
  console.error(`roer: ${error instanceof Error ? error.message : 'Could not start'}`);
  process.exit(1);
}
