// `pnpm bench live`, `pnpm bench start`, `pnpm bench imports`, `pnpm bench insights` and `pnpm bench load`, each with `--json` for figures that a program reads. Progress goes to stderr.
import { availableParallelism } from 'node:os';
import { benchClose, describeClose } from './close.ts';
import { benchImports, describeImports } from './imports.ts';
import { benchInsights, describeInsights } from './insights.ts';
import { benchLive, describeLive } from './live.ts';
import { benchLoad, describeLoad } from './load.ts';
import { benchStart, describeStart } from './start.ts';

const [what, ...options] = process.argv.slice(2);
const json = options.includes('--json');
const progress = (line: string): void => console.error(line);
const machine = { cores: availableParallelism(), node: process.version };

if (what === 'live') {
  const result = await benchLive(progress);
  console.log(json ? JSON.stringify({ ...result, machine }, null, 2) : describeLive(result));
} else if (what === 'start') {
  const result = await benchStart(progress);
  console.log(json ? JSON.stringify({ ...result, machine }, null, 2) : describeStart(result));
} else if (what === 'imports') {
  const result = await benchImports(progress);
  console.log(json ? JSON.stringify({ ...result, machine }, null, 2) : describeImports(result));
} else if (what === 'insights') {
  // `--people=1000,10000` leaves out the size that takes longest to write.
  const sizes = options.find((option) => option.startsWith('--people='))?.slice('--people='.length);
  const result = await benchInsights(progress, sizes?.split(',').map(Number));
  console.log(json ? JSON.stringify({ ...result, machine }, null, 2) : describeInsights(result));
} else if (what === 'load') {
  const result = { ...(await benchLoad(progress)), closing: await benchClose(progress) };
  console.log(
    json
      ? JSON.stringify({ ...result, machine }, null, 2)
      : `${describeLoad(result)}\n${describeClose(result.closing)}`,
  );
} else {
  console.error('Choose what to measure: pnpm bench live, start, imports, insights or load. With --json for figures.');
  process.exitCode = 2;
}
