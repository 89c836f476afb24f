import { readFile, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { appRouter } from '@roer/api/router';
import { percentiles } from './percentiles.ts';

export type BenchClient = ReturnType<typeof createTRPCClient<typeof appRouter>>;
/** Milliseconds that somebody else's request took meanwhile. */
export type Others = { requests: number; p50: number; p95: number; most: number };
/** Megabytes. */
export type Memory = { now: number; most: number };

export const clientOf = (url: string, cookie: string): BenchClient =>
  createTRPCClient<typeof appRouter>({ links: [httpLink({ url: `${url}/trpc`, headers: { origin: url, cookie } })] });

export const timed = async <Result>(act: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> => {
  const begin = performance.now();
  const result = await act();
  return { result, milliseconds: Math.round(performance.now() - begin) };
};

/** Asks for something that reads the database, one request after another, until `act` is done. */
export const whileOthersAsk = async <Result>(
  client: BenchClient,
  act: () => Promise<Result>,
): Promise<{ result: Result; others: Others }> => {
  const times: number[] = [];
  const over = new AbortController();
  const asking = (async () => {
    while (!over.signal.aborted) {
      const { milliseconds } = await timed(() => client.organisation.jump.query());
      times.push(milliseconds);
      await sleep(10);
    }
  })();
  const result = await act().finally(() => over.abort());
  await asking;
  const others = { requests: times.length, ...percentiles(times), most: Math.max(...times) };
  return { result, others };
};

/** What a process holds, and the most that it held since it began or since `forgetPeak`. */
export const memoryOf = async (pid: number): Promise<Memory> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
};

/** From here on the most that a process held counts anew; Linux alone can do that. */
export const forgetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, '5');
