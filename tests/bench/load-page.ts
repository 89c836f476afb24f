// The page of `pnpm bench load`: what it measures runs in a real browser.
import type { SmallestMove } from '@roer/domain/workload/smallest-move';
import { moveCases } from './load-cases.ts';
import { timePicture } from './load-timing.ts';
import type { Timed } from './load-timing.ts';

export type MoveTimes = Timed & { name: string; answer: SmallestMove; longestBlock: number; cold: number };

const ask = (worker: Worker, message: object): Promise<{ milliseconds: number; answer: SmallestMove }> =>
  new Promise((resolve, reject) => {
    const begin = performance.now();
    worker.addEventListener('error', () => reject(new Error('The worker failed.')), { once: true });
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<SmallestMove>) => resolve({ milliseconds: performance.now() - begin, answer: data }),
      { once: true },
    );
    // A worker is of this page: it has no other origin to be told.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(message);
  });

/**
 * Asks the worker in turns to search and to give the question back. `longestBlock`: the longest that the page itself could do nothing;
 * `cold`: the first search of a thread that has just been made.
 */
const timeMoves = async (rounds: number): Promise<MoveTimes[]> => {
  const all: MoveTimes[] = [];
  for (const each of moveCases()) {
    const worker = new Worker(new URL('load-worker.ts', import.meta.url), { type: 'module' });
    const times: MoveTimes = {
      name: each.name,
      answer: { kind: 'fits' },
      real: [],
      floor: [],
      longestBlock: 0,
      cold: 0,
    };
    let last = performance.now();
    const beat = setInterval(() => {
      times.longestBlock = Math.max(times.longestBlock, performance.now() - last);
      last = performance.now();
    }, 1);
    for (let round = -1; round < rounds; round += 1) {
      const floor = await ask(worker, { ...each, only: 'floor' });
      const real = await ask(worker, { ...each, only: 'search' });
      times.answer = real.answer;
      if (round < 0) {
        times.cold = real.milliseconds;
        continue;
      }
      times.floor.push(floor.milliseconds);
      times.real.push(real.milliseconds);
    }
    clearInterval(beat);
    worker.terminate();
    all.push(times);
  }
  return all;
};

export type BenchPage = { timePicture: typeof timePicture; timeMoves: typeof timeMoves };
Object.assign(globalThis, { bench: { timePicture, timeMoves } satisfies BenchPage });
