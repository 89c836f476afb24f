import type { Balance, Excess, Weight } from './move-balance.ts';
import { reliefsOf } from './move-reliefs.ts';
import type { MoveOption } from './move-option.ts';

/**
 * Somebody who does not fit: the interval of theirs that needs most handovers, and how many. `sums`: what the largest one, two, … items
 * take away there. `parts`: their largest excess.
 */
export type Trouble = { person: number; excess: Excess; sums: readonly number[]; needed: number; parts: number };

/** A balance with options that are carried out on it one by one, and back. Options are numbers. */
export type Ledger = {
  options: readonly MoveOption[];
  costs: readonly number[];
  /** By person, the options that relieve them, the cheapest first. */
  relieving: readonly (readonly number[])[];
  troubles: () => Trouble[];
  /** The excess of everybody, ten-thousandths of a minute; quicker than `troubles`. */
  total: () => number;
  /**
   * At least so many options are needed to end these troubles; infinite when none are enough. `apart`: no option ends two of them, so that it is
   * the sum of what each needs.
   */
  bound: (troubles: readonly Trouble[]) => { least: number; apart: boolean };
  /** Whether an option makes a window too full of somebody of whom everything fits. */
  overfills: (option: number) => boolean;
  /** What an option takes away from a person in an interval. */
  relief: (option: number, person: number, excess: Excess) => number;
  /** Whether there is still that much of its item. */
  possible: (option: number) => boolean;
  take: (option: number) => void;
  putBack: (option: number) => void;
};

export const openLedger = (options: readonly MoveOption[], balance: Balance, costs: readonly number[]): Ledger => {
  const { firsts, lasts } = balance;
  const weightOf = new Map<MoveOption['aPercent'], Weight>();
  const weights = options.map(({ aPercent }) => {
    const weight = weightOf.get(aPercent) ?? balance.weightOf(aPercent);
    weightOf.set(aPercent, weight);
    return weight;
  });
  const shares = options.map(({ move }) => move.sharePercent);
  const items = options.map(({ item }) => item);
  const left: number[] = [];
  for (const { item, available } of options) left[item] = available;
  const { byPerson, several, touching } = reliefsOf(options, { weights, costs, people: balance.people.length });
  const everybody = [...balance.people.keys()];
  const known: (Trouble | null | undefined)[] = everybody.map(() => undefined);

  /** What the largest one, two, … items can still take away in an interval. */
  const largest = (person: number, { first, last }: Excess): number[] => {
    const sums: number[] = [];
    for (const { item, windows, parts } of byPerson[person]?.items ?? []) {
      let sum = 0;
      for (let index = 0; index < windows.length; index += 1) {
        const window = windows[index] ?? 0;
        if ((firsts[window] ?? 0) >= first && (lasts[window] ?? 0) <= last) sum += parts[index] ?? 0;
      }
      const most = sum * (left[item] ?? 0);
      if (most > 0) sums.push(most);
    }
    sums.sort((one, other) => other - one);
    for (let index = 1; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
    return sums;
  };

  const troubleOf = (person: number): Trouble | null => {
    let worst: Trouble | null = null;
    let most = 0;
    for (const excess of balance.excessOf(person)) {
      const sums = largest(person, excess);
      const enough = sums.findIndex((sum) => sum >= excess.parts);
      const needed = enough < 0 ? Infinity : enough + 1;
      most = Math.max(most, excess.parts);
      if (!worst || needed > worst.needed || (needed === worst.needed && excess.parts > worst.excess.parts))
        worst = { person, excess, sums, needed, parts: most };
    }
    return worst && { ...worst, parts: most };
  };

  const shift = (option: number, sign: 1 | -1): void => {
    const item = items[option] ?? 0;
    const share = sign * (shares[option] ?? 0);
    left[item] = (left[item] ?? 0) - share;
    balance.apply(weights[option] ?? nothing, share);
    for (const person of touching[item] ?? []) known[person] = undefined;
    for (const person of weights[option]?.people ?? []) known[person] = undefined;
  };

  return {
    options,
    costs,
    relieving: byPerson.map((relief) => relief.options),
    troubles: () =>
      everybody.flatMap((person) => {
        let trouble = known[person];
        if (trouble === undefined) {
          trouble = troubleOf(person);
          known[person] = trouble;
        }
        return trouble ?? [];
      }),
    total: () =>
      everybody.reduce(
        (sum, person) => sum + balance.excessOf(person).reduce((most, { parts }) => Math.max(most, parts), 0),
        0,
      ),
    bound: (troubles) => {
      const sum = troubles.reduce((total, { needed }) => total + needed, 0);
      if (sum === Infinity) return { least: sum, apart: true };
      const troubled = new Set(troubles.map(({ person }) => person));
      const atOnce = several.reduce(
        (most, people) => Math.max(most, people.filter((person) => troubled.has(person)).length),
        1,
      );
      const alone = troubles.reduce((most, { needed }) => Math.max(most, needed), 0);
      return { least: Math.max(alone, Math.ceil(sum / atOnce)), apart: atOnce === 1 };
    },
    overfills: (option) => balance.overfills(weights[option] ?? nothing, shares[option] ?? 0),
    relief: (option, person, { first, last }) => {
      const { people, windows, parts } = weights[option] ?? nothing;
      let sum = 0;
      for (let index = 0; index < parts.length; index += 1) {
        const window = windows[index] ?? 0;
        if (people[index] === person && (firsts[window] ?? 0) >= first && (lasts[window] ?? 0) <= last)
          sum -= parts[index] ?? 0;
      }
      return sum * (shares[option] ?? 0);
    },
    possible: (option) => (shares[option] ?? 0) <= (left[items[option] ?? 0] ?? 0),
    take: (option) => shift(option, 1),
    putBack: (option) => shift(option, -1),
  };
};

const nothing: Weight = { people: [], windows: [], parts: [] };
