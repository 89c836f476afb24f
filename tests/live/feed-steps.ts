import * as fc from 'fast-check';
import { kindCount, kindOf } from './random-command.ts';
import type { Choice } from './random-command.ts';

export const copyCount = 4;

/** A command by one of the people, asked as often as `tries` says: each number is that many times at the same moment. */
export type Given = { by: number; choice: Choice; tries: number[] };

/** What the network does with what waits for one browser. */
export type Handing = { by: number; order: number[]; drop: boolean[]; twice: boolean[] };

export type Step =
  | { do: 'commands'; given: Given[] }
  | { do: 'handOver'; handing: Handing }
  | { do: 'heads'; by: number }
  /** Through another process on the same database, of whose changes the first one knows nothing. */
  | { do: 'elsewhere'; given: Given }
  /** Another input under a number that was used. */
  | { do: 'reuse'; given: Given; which: number }
  | { do: 'restart'; given: Given[] }
  | { do: 'tomorrow' };

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(kindCount - 1),
  which: fc.nat(40),
  other: fc.nat(10),
  share: fc.oneof(fc.constantFrom(33, 34, 50, 100), fc.integer({ min: 1, max: 100 })),
  flag: fc.boolean(),
});

const by = fc.nat(copyCount - 1);
const given: fc.Arbitrary<Given> = fc.record({
  by,
  choice,
  tries: fc.oneof(
    { weight: 4, arbitrary: fc.constant<number[]>([1]) },
    { weight: 1, arbitrary: fc.constantFrom<number[]>([1, 1], [2], [1, 2], [3]) },
  ),
});
const handing: fc.Arbitrary<Handing> = fc.record({
  by,
  order: fc.array(fc.nat(1000), { maxLength: 12 }),
  drop: fc.array(fc.boolean(), { maxLength: 12 }),
  twice: fc.array(fc.boolean(), { maxLength: 12 }),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('commands' as const),
      given: fc.array(given, { minLength: 1, maxLength: 1 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('commands' as const),
      given: fc.array(given, { minLength: 2, maxLength: 5 }),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('handOver' as const), handing }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('heads' as const), by }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), given }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reuse' as const), given, which: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tomorrow' as const) }) },
);

const half = fc.array(step, { minLength: 12, maxLength: 20 });
const restart: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('restart' as const),
  given: fc.array(given, { minLength: 1, maxLength: 3 }),
});
/** Some responsibilities first, so that there is something to do. */
const beginnings: Step = {
  do: 'commands',
  given: [0, 1].map((person) => ({
    by: person,
    choice: { kind: kindOf('add'), which: 2, other: person, share: 50, flag: true },
    tries: [1],
  })),
};

/** A day of several people: commands, one by one and at once, over a bad network, with a restart of the server in the middle. */
export const days: fc.Arbitrary<Step[]> = fc
  .tuple(half, restart, half)
  .map(([before, middle, after]) => [beginnings, ...before, middle, ...after]);

export const commandsIn = (steps: readonly Step[]): number =>
  steps.reduce((sum, each) => sum + ('given' in each ? (Array.isArray(each.given) ? each.given.length : 1) : 0), 0);

/** The waiting ones in another order, some lost, some twice. */
export const shuffled = <Item>(waiting: readonly Item[], { order, drop, twice }: Handing): Item[] =>
  waiting
    .map((item, index) => ({ item, rank: order[index % Math.max(1, order.length)] ?? 0, index }))
    .filter(({ index }) => !drop[index % Math.max(1, drop.length)])
    .toSorted((one, other) => one.rank - other.rank || one.index - other.index)
    .flatMap(({ item, index }) => (twice[index % Math.max(1, twice.length)] ? [item, item] : [item]));
