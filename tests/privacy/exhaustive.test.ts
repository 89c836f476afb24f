import { describe, expect, it } from 'vitest';
import { bandOfAnswers, bands, fewest, sumsOf, tolerance } from './oracle.ts';
import type { BandName } from './oracle.ts';

const values = [1, 2, 3, 4, 5] as const;

/** Every sum that `count` answers can have, found by adding answer after answer. */
const sumsByCount: Set<number>[] = [new Set([0])];
for (let count = 1; count <= 60; count += 1)
  sumsByCount[count] = new Set(
    [...(sumsByCount[count - 1] ?? [])].flatMap((sum) => values.map((value) => sum + value)),
  );
const sumsFor = (count: number): Set<number> => sumsByCount[count] ?? new Set();

type Case = { n: number; known: number; knownSum: number; band: BandName; value: number };

/** Every case in which a band and the sum of `known` answers leave an unknown answer possible, but not with every value. */
const narrowed = (n: number, known: number): Case[] => {
  const cases: Case[] = [];
  for (const band of bands)
    for (const knownSum of sumsFor(known)) {
      const { least, most } = sumsOf(band, n);
      const isPossible = (value: number): boolean => {
        for (const rest of sumsFor(n - known - 1)) {
          const sum = knownSum + value + rest;
          if (least <= sum && sum <= most) return true;
        }
        return false;
      };
      const possible = values.filter(isPossible);
      // A band that these known answers exclude is never published.
      if (possible.length === 0) continue;
      for (const value of values) if (!possible.includes(value)) cases.push({ n, known, knownSum, band, value });
    }
  return cases;
};

describe('exhaustively', () => {
  it('P2 P3 for n from 6 to 60 and any tolerated number of known answers, every other answer stays 1 to 5', () => {
    let tried = 0;
    for (let n = fewest; n <= 60; n += 1)
      for (let known = 0; known <= tolerance(n); known += 1) {
        expect(narrowed(n, known)).toEqual([]);
        tried += 1;
      }
    expect(tried).toBe(657);
  });

  it('P2 P3 one insider is tolerated in every release, and one more than tolerated can learn something', () => {
    for (let n = fewest; n <= 60; n += 1) {
      expect(tolerance(n)).toBeGreaterThanOrEqual(1);
      expect(narrowed(n, tolerance(n) + 1)).not.toEqual([]);
    }
    // Why five are too few: with one known answer of five, others can be narrowed.
    expect(narrowed(fewest - 1, 1)).not.toEqual([]);
  });

  it.each([6, 7, 8])('P3 answer by answer, for every possible row of %s answers', (n) => {
    const known = tolerance(n);
    /** By band and what the insiders answered, which answers each of the others gave in some row. */
    const seen = new Map<string, Set<number>[]>();
    const row = Array.from({ length: n }, () => 1);
    for (let number = 0; number < 5 ** n; number += 1) {
      for (let place = 0, rest = number; place < n; place += 1, rest = Math.floor(rest / 5))
        row[place] = (rest % 5) + 1;
      const key = `${bandOfAnswers(row)} ${row.slice(0, known).join('')}`;
      const others = seen.get(key) ?? Array.from({ length: n - known }, () => new Set<number>());
      seen.set(key, others);
      others.forEach((answers, index) => answers.add(row[known + index] ?? 0));
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
    for (const others of seen.values()) for (const answers of others) expect(answers.size).toBe(5);
  });
});
