import { bandOf } from './band.ts';
import type { Band } from './band.ts';
import { fewestAnswers } from './release.ts';

/** How much likelier a result makes what somebody answered, in words (rule P19). Never certain. */
export type Odds = 'nothing' | 'slightly' | 'clearly';

/** What others can learn of one answer of mine from one published band. */
export type Learned = {
  /** Who knows the result and the names of the group. */
  anybody: Odds;
  /** A colleague who also knows what they answered themselves: the most that any answer of theirs would tell. */
  colleague: Odds;
};

const values = [1, 2, 3, 4, 5] as const;

const waysOf = new Map<number, readonly bigint[]>();

/** In how many ways `people` give answers of 1 to 5 with a sum of at most the index. */
const waysUpTo = (people: number): readonly bigint[] => {
  const known = waysOf.get(people);
  if (known) return known;
  const before = people === 0 ? [] : waysUpTo(people - 1);
  const most = before.at(-1) ?? 1n;
  const upTo = (sum: number): bigint => (sum < 0 ? 0n : (before[sum] ?? most));
  const ways = Array.from({ length: 5 * people + 1 }, (_, sum) =>
    people === 0 ? 1n : values.reduce((count, value) => count + upTo(sum - value), 0n),
  );
  waysOf.set(people, ways);
  return ways;
};

/** In how many ways the others can have answered, when one answered `value`, another `other`, and the band is this. */
const worldsWith = (question: { band: Band; people: number; value: number; other: number | null }): bigint => {
  const { band, people, value, other } = question;
  const knownSum = value + (other ?? 0);
  const ways = waysUpTo(people - (other === null ? 1 : 2));
  const sums = Array.from({ length: ways.length }, (_, sum) => sum).filter(
    (sum) => bandOf({ sum: sum + knownSum, count: people }) === band,
  );
  const [first, last] = [sums[0], sums.at(-1)];
  // The sums of a band lie next to each other.
  return first === undefined || last === undefined ? 0n : (ways[last] ?? 0n) - (ways[first - 1] ?? 0n);
};

/** Compares how likely the answer is now with one in five, which it was before. */
const oddsOf = (question: { band: Band; people: number; value: number; other: number | null }): Odds => {
  const all = values.reduce((count, value) => count + worldsWith({ ...question, value }), 0n);
  const mine = 5n * worldsWith(question);
  if (10n * mine <= 11n * all) return 'nothing';
  return 10n * mine < 15n * all ? 'slightly' : 'clearly';
};

const order = ['nothing', 'slightly', 'clearly'] as const;

/**
 * What others can learn at most from a band about the answer `value` (1 to 5, as kept) of its owner, when every answer was as likely as
 * any other beforehand (rule P19): the most over every number of people of the roster that can have answered, because how many did is
 * known to nobody.
 */
export const deriveLearned = ({ band, people, value }: { band: Band; people: number; value: number }): Learned => {
  const counts = Array.from({ length: Math.max(1, people - fewestAnswers + 1) }, (_, more) =>
    Math.min(people, fewestAnswers + more),
  );
  const most = (others: readonly (number | null)[]): Odds =>
    counts
      .flatMap((count) => others.map((other) => oddsOf({ band, people: count, value, other })))
      .reduce((one, odds) => (order.indexOf(odds) > order.indexOf(one) ? odds : one));
  return { anybody: most([null]), colleague: most(values) };
};
