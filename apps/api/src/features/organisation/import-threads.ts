import { Worker } from 'node:worker_threads';

/** Megabytes that the objects of a thread may take; a file that needs more is none that an office makes. */
const mostMegabytes = 640;
const mostMilliseconds = 45_000;

/** Runs work on files in threads, one after another, so that no number of them takes all processors. */
export type ThreadQueue = { run: <Answer>(file: string, workerData: object) => Promise<Answer> };

/**
 * `run` starts a file of this folder with `workerData` and gives what it posts; the event loop answers others meanwhile. Rejects
 * when the thread takes too much memory or time, or ends without an answer.
 */
export const openThreadQueue = (): ThreadQueue => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: <Answer>(file: string, workerData: object) => {
      const answer = last.then(() => startThread<Answer>(file, workerData));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
};

const startThread = <Answer>(file: string, workerData: object): Promise<Answer> =>
  new Promise<Answer>((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 64 },
    });
    const late = setTimeout(() => {
      reject(new Error('The thread took too long.'));
      void worker.terminate();
    }, mostMilliseconds);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('The thread ended without an answer.'));
    });
  });

/** Files that people upload wait for each other here; plans inside a transaction have a queue of their own. */
export const readingQueue = openThreadQueue();
