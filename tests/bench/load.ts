import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumLaunch } from '../kit/chromium.ts';
import type { BenchPage } from './load-page.ts';
import { timePicture } from './load-timing.ts';
import type { Timed } from './load-timing.ts';
import { hundredths, percentiles } from './percentiles.ts';
import type { Percentiles } from './percentiles.ts';

type Measured = { real: Percentiles; floor: Percentiles; most: number };
type MeasuredMove = Measured & {
  name: string;
  kind: 'fits' | 'move' | 'stop';
  moves: number;
  stops: number;
  proven: boolean;
  /** The longest that the page itself could do nothing meanwhile, in milliseconds. */
  longestBlock: number;
  /** The first search of a thread that has just been made. */
  cold: number;
};
export type LoadResult = {
  /** Twelve weeks of twelve people with 150 responsibilities, computed anew: in Chromium and in Node. */
  picture: { browser: Measured; node: Measured };
  /** The smallest move for such teams, from asking a worker of a page to its answer. */
  moves: MeasuredMove[];
};

const rounds = { picture: 300, moves: 20 };
const folder = fileURLToPath(new URL('.', import.meta.url));

/** What the page offers; what names it here runs there. */
declare const bench: BenchPage;

/** How long a team's picture takes in a browser, and the search for the smallest move beside it. */
export const benchLoad = async (progress: (line: string) => void): Promise<LoadResult> => {
  const directory = await mkdtemp(join(tmpdir(), 'roer-bench-load-'));
  progress('Building the page …');
  await build({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'error',
    build: {
      outDir: directory,
      target: 'es2023',
      rolldownOptions: { input: join(folder, 'load-page.ts'), output: { entryFileNames: 'page.js' } },
    },
    worker: { format: 'es' },
  });
  const served = await serve(directory);
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    await page.waitForFunction(() => 'bench' in globalThis);
    progress('The picture in a browser …');
    const inBrowser = await page.evaluate((count) => bench.timePicture(count), rounds.picture);
    progress('The picture in Node …');
    const inNode = timePicture(rounds.picture);
    progress('The smallest moves …');
    const moves = await page.evaluate((count) => bench.timeMoves(count), rounds.moves);
    return {
      picture: { browser: measured(inBrowser), node: measured(inNode) },
      moves: moves.map(({ name, answer, longestBlock, cold, ...timed }) => ({
        name,
        kind: answer.kind,
        moves: answer.kind === 'fits' ? 0 : answer.moves.length,
        stops: answer.kind === 'stop' ? answer.stops.length : 0,
        proven: answer.kind === 'fits' || answer.proven,
        longestBlock: hundredths(longestBlock),
        cold: hundredths(cold),
        ...measured(timed),
      })),
    };
  } finally {
    await browser.close();
    served.close();
    await rm(directory, { recursive: true, force: true });
  }
};

const measured = ({ real, floor }: Timed): Measured => ({
  real: percentiles(real),
  floor: percentiles(floor),
  most: hundredths(Math.max(...real)),
});

const kinds: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };

/** The built page, under a policy as strict as that of the server for scripts and workers. */
const serve = async (directory: string): Promise<{ url: string; close: () => void }> => {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const body = name === 'index.html' ? Buffer.from(html) : readFile(join(directory, name));
    void Promise.resolve(body).then(
      (bytes) =>
        response
          .setHeader('content-type', kinds[extname(name)] ?? 'application/octet-stream')
          .setHeader('content-security-policy', "default-src 'none'; script-src 'self'; worker-src 'self'")
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A tcp server has a port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
};

const html = '<!doctype html><title>Load</title><script type="module" src="/page.js"></script>';

export const describeLoad = ({ picture, moves }: LoadResult): string =>
  [
    ...(['browser', 'node'] as const).map((where) => {
      const { real, floor, most } = picture[where];
      return `Picture (${where}): p50 ${real.p50}, p95 ${real.p95}, most ${most} ms; floor ${floor.p50} / ${floor.p95} ms.`;
    }),
    ...moves.map(
      ({ name, kind, moves: count, stops, proven, real, floor, most, longestBlock, cold }) =>
        `Smallest move, ${name}: p50 ${real.p50}, p95 ${real.p95}, most ${most}, cold ${cold} ms; floor ${floor.p50} ms; ` +
        `${kind}, ${count} handovers${stops > 0 ? `, ${stops} stops` : ''}${proven ? ', proven' : ''}; page blocked ${longestBlock} ms at most.`,
    ),
  ].join('\n');
