import { appendFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { attack } from './attack.ts';
import { meanings } from './meanings.ts';
import { simulate } from './simulate.ts';
import { openSolver } from './solver.ts';
import { totalOf } from './verdicts.ts';

const setting = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
const worlds = setting('PRIVACY_WORLDS', 6);
const epochs = setting('PRIVACY_EPOCHS', 8);
const first = setting('PRIVACY_SEED', 1);
const looksEvery = setting('PRIVACY_LOOKS', 10);
const named = process.env['PRIVACY_SEEDS'];
const seeds = named?.split(',').map(Number) ?? Array.from({ length: worlds }, (_, index) => first + index);
/** Worlds that live beside each other on one server. */
const atOnce = 12;

it(
  `P1 P2 P3 P4 P5 P6 P7 P8 P9 P16 P18 nothing that left the server narrows an answer, with an insider in every group (${seeds.length} worlds)`,
  { timeout: 60_000 + seeds.length * epochs * 10_000 },
  async () => {
    const { bounds } = await openSolver();
    const meaning = meanings[process.env['PRIVACY_MUTANT'] ?? ''];
    for (let start = 0; start < seeds.length; start += atOnce) {
      const some = seeds.slice(start, start + atOnce);
      // A restore in every other run, before the next roster is announced.
      const restored =
        named !== undefined || (first + start) % 2 === 0 ? null : Math.min(epochs - 2, 1 + ((first + start) % 3));
      const { towns, lost } = await simulate({ seeds: some, epochs, restored, looksEvery });
      const verdicts = towns.map((town) => attack(town, { bounds, lost, ...(meaning ? { meaning } : {}) }));
      const report = process.env['PRIVACY_REPORT'];
      if (report) await appendFile(report, verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(''));
      for (const { violations, narrowed } of verdicts) {
        expect(violations.slice(0, 5)).toEqual([]);
        expect(narrowed).toBe(0);
      }
      // Where nothing was published there would be nothing to learn from.
      const { answers, released } = totalOf(verdicts);
      expect(answers).toBeGreaterThan(0);
      if (named === undefined) expect(released).toBeGreaterThan(0);
    }
  },
);
