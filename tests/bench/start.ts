import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import serverFlags from '../../scripts/server-flags.json' with { type: 'json' };

type Memory = { processes: number; megabytes: number };
export type StartResult = {
  /** Milliseconds to the first 200 of /readyz, run by run. */
  cold: number[];
  warm: number[];
  /** Proportional set size of the server and its database: after a cold start, and with the example municipality. */
  memory: { empty: Memory; example: Memory };
};

const runs = 3;
const startFile = fileURLToPath(new URL('../../apps/api/src/start.ts', import.meta.url));

/** How long Roer takes from its start to its first answer, on an empty folder and on a used one, and what it weighs. */
export const benchStart = async (progress: (line: string) => void): Promise<StartResult> => {
  const cold: number[] = [];
  const warm: number[] = [];
  const memory: Memory[] = [];
  for (let run = 0; run < runs; run += 1) {
    progress(`Run ${run + 1} of ${runs} …`);
    const directory = await mkdtemp(join(tmpdir(), 'roer-bench-start-'));
    try {
      const first = await start(directory);
      cold.push(first.milliseconds);
      if (run === 0) memory.push(await memoryOf(first.pid));
      if (run === 0) {
        const seeded = await fetch(`${first.url}/trpc/identity.firstRun.lookAround`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: first.url },
        });
        if (!seeded.ok) throw new Error('The example municipality could not be made.');
        memory.push(await memoryOf(first.pid));
      }
      await first.stop();
      const second = await start(directory);
      warm.push(second.milliseconds);
      await second.stop();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  const [empty, example] = memory;
  if (!empty || !example) throw new Error('The first run measures memory twice.');
  return { cold, warm, memory: { empty, example } };
};

const start = async (
  directory: string,
): Promise<{ url: string; pid: number; milliseconds: number; stop: () => Promise<void> }> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = spawn(process.execPath, [...serverFlags, startFile], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: directory, DATABASE_URL: '' },
    stdio: 'ignore',
  });
  if (child.pid === undefined) throw new Error('It did not start.');
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) break;
    await sleep(10);
  }
  return {
    url,
    pid: child.pid,
    milliseconds: Math.round(performance.now() - begin),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('A tcp server has a port.');
  return address.port;
};

/** A process and everything it started, by the parents in /proc. What is shared is counted once, in parts (PSS). */
const memoryOf = async (root: number): Promise<Memory> => {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = [root];
  for (const known of family) for (const [child, parent] of parents) if (parent === known) family.push(child);
  const kilobytes = await Promise.all(
    family.map(async (pid) => {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    }),
  );
  return { processes: family.length, megabytes: Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024) };
};

export const describeStart = ({ cold, warm, memory }: StartResult): string =>
  [
    `Cold start: ${cold.join(', ')} ms. Warm start: ${warm.join(', ')} ms.`,
    `Memory: ${memory.empty.megabytes} MB in ${memory.empty.processes} processes, with the example ${memory.example.megabytes} MB.`,
  ].join('\n');
