import { bandOf } from './band.ts';
import type { Band } from './band.ts';

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

/** In how many ways `people` give answers of 1 to 5 with each sum. */
const ways = (people: number): readonly bigint[] => {
  const known = waysOf.get(people);
  if (known) return known;
  const before = people === 0 ? [] : ways(people - 1);
  const sums = Array.from({ length: 5 * people + 1 }, (_, sum) =>
    people === 0 ? 1n : values.reduce((count, value) => count + (before[sum - value] ?? 0n), 0n),
  );
  waysOf.set(people, sums);
  return sums;
};

/** In how many ways the others can have answered, when one answered `value`, another `other`, and the band is this. */
const worldsWith = (question: { band: Band; people: number; value: number; other: number | null }): bigint => {
  const { band, people, value, other } = question;
  const knownSum = value + (other ?? 0);
  return ways(people - (other === null ? 1 : 2)).reduce(
    (count, number, sum) => (bandOf({ sum: sum + knownSum, count: people }) === band ? count + number : count),
    0n,
  );
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
 * What others can learn from a band about the answer `value` (1 to 5, as kept) of its owner, when all of the roster's `people`
 * answered and every answer was as likely as any other beforehand (rule P19). Knows nothing of how many answered.
 */
export const deriveLearned = (question: { band: Band; people: number; value: number }): Learned => ({
  anybody: oddsOf({ ...question, other: null }),
  colleague: values
    .map((other) => oddsOf({ ...question, other }))
    .reduce((most, odds) => (order.indexOf(odds) > order.indexOf(most) ? odds : most)),
});
