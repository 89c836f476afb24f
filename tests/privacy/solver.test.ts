import { describe, expect, it } from 'vitest';
import { sumsOf } from './oracle.ts';
import { openSolver } from './solver.ts';
import type { Constraint } from './solver.ts';

const { bounds } = await openSolver();
const over = (names: readonly string[], least: number, most: number): Constraint => ({
  terms: new Map(names.map((name) => [name, 1])),
  least,
  most,
});
const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const nothing = { least: 1, most: 5 };

/** The same bounds by trying every row of answers. */
const byForce = (constraints: readonly Constraint[], names: readonly string[]) => {
  const found = new Map(names.map((name) => [name, { least: 6, most: 0 }]));
  for (let number = 0; number < 5 ** names.length; number += 1) {
    const row = new Map(names.map((name, place) => [name, (Math.floor(number / 5 ** place) % 5) + 1]));
    const fits = constraints.every(({ terms, least, most }) => {
      let sum = 0;
      for (const [name, weight] of terms) sum += weight * (row.get(name) ?? 0);
      return least <= sum && sum <= most;
    });
    if (!fits) continue;
    for (const [name, value] of row) {
      const { least, most } = found.get(name) ?? nothing;
      found.set(name, { least: Math.min(least, value), most: Math.max(most, value) });
    }
  }
  return found;
};

describe('the attacker’s solver', () => {
  it('P3 learns nothing of one band, also from inside', () => {
    for (const band of ['light', 'middle', 'heavy'] as const) {
      const { least, most } = sumsOf(band, 6);
      for (const own of [1, 2, 3, 4, 5]) {
        const found = bounds([over(people, least, most)], new Map([['a', own]]));
        expect([...found.keys()].toSorted()).toEqual(people.slice(1));
        for (const each of found.values()) expect(each).toEqual(nothing);
      }
    }
  });

  it('P6 agrees with brute force on bands over nearly the same people, on sums and on differences', () => {
    const middle = sumsOf('middle', 6);
    const light = sumsOf('light', 5);
    const cases: Constraint[][] = [
      [over(people, middle.least, middle.most), over(people.slice(1), light.least, light.most)],
      [over(people, 28, 28)],
      [over(people, 6, 8), over(['a', 'b'], 3, 3)],
      [over(people, 18, 18), over(people.slice(0, 5), 15, 15)],
      [
        {
          terms: new Map([
            ['a', 2],
            ['b', -1],
            ['c', 1],
          ]),
          least: 11,
          most: 20,
        },
        over(['c', 'd'], 2, 4),
      ],
    ];
    for (const constraints of cases) {
      const names = people.filter((name) => constraints.some(({ terms }) => terms.has(name)));
      expect(new Map([...bounds(constraints, new Map())].toSorted())).toEqual(byForce(constraints, names));
    }
  });

  it('P3 says so when nothing fits', () => {
    expect(() => bounds([over(people, 31, 40)], new Map())).toThrow('No answers fit');
  });
});
