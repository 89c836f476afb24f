import { inMinutes } from './horizon.ts';

/** Work that has to be done between two days, both included; `parts` are ten-thousandths of a minute. */
export type Job = { first: number; last: number; parts: number };

/** An interval of days, both ends included, in which more has to be done than there is time. Minutes. */
export type Overfull = { first: number; last: number; demand: number; capacity: number; excess: number };

/**
 * Every interval of days in which more must be done than there is time, by Hall's condition (rule W1.9): the minutes of work whose
 * window lies inside, against the minutes that somebody has inside. Work may be cut up and done in any order, so when no such interval
 * exists it fits, and only intervals that begin where some window begins and end where some ends have to be looked at.
 * `capacity` has minutes by day; work that ends behind it does not count.
 */
export const overfullIntervals = (jobs: readonly Job[], capacity: readonly number[]): Overfull[] => {
  const asked = jobs.filter(({ last, parts }) => parts > 0 && last < capacity.length);
  const byEnd = asked.toSorted((one, other) => one.last - other.last);
  const starts = [...new Set(asked.map(({ first }) => first))].toSorted((one, other) => one - other);
  const before = [0];
  for (const [day, minutes] of capacity.entries()) before.push((before[day] ?? 0) + minutes);
  const found: Overfull[] = [];
  for (const first of starts) {
    let parts = 0;
    for (const [index, job] of byEnd.entries()) {
      if (job.first >= first) parts += job.parts;
      // Work that ends on the same day is of the same interval.
      if (job.last < first || byEnd[index + 1]?.last === job.last) continue;
      const demand = inMinutes(parts);
      const has = (before[job.last + 1] ?? 0) - (before[first] ?? 0);
      if (demand > has) found.push({ first, last: job.last, demand, capacity: has, excess: demand - has });
    }
  }
  return found;
};

/** The interval with the largest excess (rule W1.9), the first and then the shortest of equals; null when everything fits. */
export const largestOverfull = (intervals: readonly Overfull[]): Overfull | null =>
  intervals.reduce<Overfull | null>(
    (most, each) =>
      most === null ||
      each.excess > most.excess ||
      (each.excess === most.excess && (each.first < most.first || (each.first === most.first && each.last < most.last)))
        ? each
        : most,
    null,
  );
