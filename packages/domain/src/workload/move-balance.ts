import type { PersonId } from '../ids.ts';
import { daysAhead, partsAMinute, weeksAhead } from './horizon.ts';
import type { Effect } from './move-option.ts';
import type { Scenario } from './scenario.ts';
import { jobsOf } from './team-work.ts';
import type { PersonWork } from './team-work.ts';

/** Days, both included, in which somebody has more to do than there is time, and by how many ten-thousandths of a minute. */
export type Excess = { first: number; last: number; parts: number };

/** Effects in numbers: person `people[i]` gets `parts[i]` more to do in window `windows[i]`, for each percent. */
export type Weight = { people: number[]; windows: number[]; parts: number[] };

/**
 * Everybody's work by the windows in which it can be done, while handovers are tried out. People and windows are numbers; windows are told by
 * their first and last days.
 */
export type Balance = {
  people: readonly PersonId[];
  firsts: readonly number[];
  lasts: readonly number[];
  weightOf: (effects: readonly Effect[]) => Weight;
  /** Adds what so many percent change; below 0 takes it back. */
  apply: (weight: Weight, percent: number) => void;
  /** What does not fit of one person: the shortest intervals, and the largest excess. */
  excessOf: (person: number) => readonly Excess[];
  /** Whether so many percent make a window too full of somebody of whom everything fits. */
  overfills: (weight: Weight, percent: number) => boolean;
  /** How much of everybody's work together does not fit in an interval, whoever does it; 0 or less when it fits. */
  together: (first: number, last: number) => number;
};

type Question = {
  scenario: Scenario;
  effects: readonly (readonly Effect[])[];
  /** Whether an interval has to fit; another one may stay as it is, and gets no fuller. */
  must: (first: number, last: number) => boolean;
};

export const balanceOf = (people: readonly PersonWork[], { scenario, effects, must }: Question): Balance => {
  const firsts: number[] = [];
  const lasts: number[] = [];
  const numbers = new Map<number, number>();
  const windowOf = (first: number, last: number): number => {
    const key = first * daysAhead + last;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, firsts.length);
    firsts.push(first);
    return lasts.push(last) - 1;
  };
  for (let week = 0; week < weeksAhead; week += 1) windowOf(7 * week, 7 * week + 6);
  const jobs = people.map((person) => jobsOf(person, scenario).filter(({ last }) => last < daysAhead));
  for (const { first, last } of [...jobs.flat(), ...effects.flat()]) windowOf(first, last);
  const load = jobs.map((mine) => {
    const sums = firsts.map(() => 0);
    for (const { first, last, parts } of mine) {
      const window = windowOf(first, last);
      sums[window] = (sums[window] ?? 0) + parts;
    }
    return sums;
  });
  const base = load.map((sums) => [...sums]);
  const before = people.map(({ capacity }) => {
    const sums = [0];
    for (const [day, minutes] of capacity.entries()) sums.push((sums[day] ?? 0) + minutes * partsAMinute);
    return sums;
  });
  /** Half a minute more than there is does not count (rule W1.9). */
  const room = (person: number, first: number, last: number): number => {
    const of = before[person] ?? [];
    return (of[last + 1] ?? 0) - (of[first] ?? 0) + partsAMinute / 2 - 1;
  };
  const inside = (sums: readonly number[], first: number, last: number): number => {
    let sum = 0;
    for (let window = 0; window < firsts.length; window += 1)
      if ((firsts[window] ?? 0) >= first && (lasts[window] ?? 0) <= last) sum += sums[window] ?? 0;
    return sum;
  };
  const byEnd = [...firsts.keys()].toSorted((one, other) => (lasts[one] ?? 0) - (lasts[other] ?? 0));
  const starts = [...new Set(firsts)].toSorted((one, other) => other - one);
  const known: (readonly Excess[] | undefined)[] = people.map(() => undefined);
  const personOf = new Map(people.map(({ personId }, person) => [personId, person]));

  const excessOf = (person: number): Excess[] => {
    const sums = load[person] ?? [];
    const asked: number[] = [];
    const begins = new Set<number>();
    for (const window of byEnd)
      if ((sums[window] ?? 0) > 0) {
        asked.push(window);
        begins.add(firsts[window] ?? 0);
      }
    const found: Excess[] = [];
    let most: Excess | null = null;
    // From the last start to the first: an interval that holds none that was found is one of the shortest.
    let shortest = daysAhead;
    for (const start of starts) {
      if (!begins.has(start)) continue;
      let demand = 0;
      let isShortest = true;
      for (let index = 0; index < asked.length; index += 1) {
        const window = asked[index] ?? 0;
        const last = lasts[window] ?? 0;
        if ((firsts[window] ?? 0) >= start) demand += sums[window] ?? 0;
        // Work that ends on the same day is of the same interval.
        if (last < start || lasts[asked[index + 1] ?? -1] === last) continue;
        let parts = demand - room(person, start, last);
        if (parts > 0 && !must(start, last)) parts = Math.min(parts, demand - inside(base[person] ?? [], start, last));
        if (parts <= 0) continue;
        const excess = { first: start, last, parts };
        if (isShortest && last < shortest) {
          found.push(excess);
          shortest = last;
          isShortest = false;
        }
        if (most === null || parts > most.parts) most = excess;
      }
    }
    return most === null || found.includes(most) ? found : [...found, most];
  };

  const excessKnown = (person: number): readonly Excess[] => (known[person] ??= excessOf(person));

  return {
    people: people.map(({ personId }) => personId),
    firsts,
    lasts,
    weightOf: (effect) => ({
      people: effect.map(({ personId }) => personOf.get(personId) ?? 0),
      windows: effect.map(({ first, last }) => windowOf(first, last)),
      parts: effect.map(({ parts }) => parts),
    }),
    apply: ({ people: touched, windows, parts }, percent) => {
      for (let index = 0; index < parts.length; index += 1) {
        const person = touched[index] ?? 0;
        const sums = load[person] ?? [];
        const window = windows[index] ?? 0;
        sums[window] = (sums[window] ?? 0) + percent * (parts[index] ?? 0);
        known[person] = undefined;
      }
    },
    excessOf: excessKnown,
    overfills: ({ people: touched, windows, parts }, percent) => {
      for (let index = 0; index < parts.length; index += 1) {
        const part = parts[index] ?? 0;
        const person = touched[index] ?? 0;
        if (part <= 0 || excessKnown(person).length > 0) continue;
        const window = windows[index] ?? 0;
        const [first, last] = [firsts[window] ?? 0, lasts[window] ?? 0];
        if (must(first, last) && (load[person]?.[window] ?? 0) + percent * part > room(person, first, last))
          return true;
      }
      return false;
    },
    together: (first, last) =>
      people.reduce((sum, _, person) => sum + inside(load[person] ?? [], first, last) - room(person, first, last), 0),
  };
};
