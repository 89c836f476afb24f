// `pnpm test:privacy`: the long form. `--worlds 500 --epochs 8 --workers 2`; what was done is kept in tests/privacy/.results, so that it goes on
// where it stopped. `--fresh` begins again.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from './child.ts';
import { readVerdicts, totalOf } from './verdicts.ts';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '500' },
    epochs: { type: 'string', default: '8' },
    workers: { type: 'string', default: '2' },
    fresh: { type: 'boolean', default: false },
  },
});
/** Worlds of one process. */
const together = 24;
const [worlds, epochs, workers] = [Number(values.worlds), Number(values.epochs), Number(values.workers)];
const folder = path.join(import.meta.dirname, '.results');
if (values.fresh) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const report = path.join(folder, `worlds-of-${epochs}.jsonl`);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const done = new Set((await readVerdicts(report)).map(({ seed }) => seed));
const waiting: { first: number; count: number }[] = [];
for (let first = 1; first <= worlds; first += together) {
  const count = Math.min(together, worlds - first + 1);
  if (Array.from({ length: count }, (_, index) => first + index).some((seed) => !done.has(seed)))
    waiting.push({ first, count });
}

let failed = false;
const work = async (): Promise<void> => {
  for (let chunk = waiting.shift(); chunk; chunk = waiting.shift()) {
    const { passed, output } = await runTests({
      files: ['simulator.test.ts'],
      environment: {
        PRIVACY_SEED: String(chunk.first),
        PRIVACY_WORLDS: String(chunk.count),
        PRIVACY_EPOCHS: String(epochs),
        PRIVACY_REPORT: report,
      },
    });
    if (!passed) {
      failed = true;
      say(output);
    }
    const { worlds: finished, narrowed, violations } = totalOf(await readVerdicts(report));
    say(`${finished} of ${worlds} worlds, ${narrowed} answers narrowed, ${violations} violations`);
  }
};
await Promise.all(Array.from({ length: workers }, work));
say(JSON.stringify(totalOf(await readVerdicts(report)), null, 2));

say('The other kinds of tests, and the mutants');
const rest = await runTests({
  files: ['exhaustive', 'solver', 'non-interference', 'replay', 'mutants'],
  environment: { PRIVACY_LONG: '1' },
});
say(rest.output);
process.exitCode = failed || !rest.passed ? 1 : 0;
