import type { LocalDate } from '../dates.ts';
import { epochAt, epochTimes } from '../workload/epoch.ts';
import type { EpochTimes } from '../workload/epoch.ts';
import { lastPublished } from './series.ts';

/** A quarter of a calendar year; `part` is 1 to 4. */
export type Quarter = { year: number; part: number };

/** Quarters that can be looked at: this one and those before it, as far back as pictures go (`epochsKept`). */
export const quartersShown = 6;
/** The first quarter that has periods: epoch 0 begins in it (rule P9.1). */
const earliest: Quarter = { year: 2026, part: 1 };

const ordinal = ({ year, part }: Quarter): number => year * 4 + part - 1;
const quarterOf = (number: number): Quarter => ({ year: Math.floor(number / 4), part: (number % 4) + 1 });

/** The quarter that a date is in. */
export const quarterOn = (date: LocalDate): Quarter => ({
  year: Number(date.slice(0, 4)),
  part: Math.ceil(Number(date.slice(5, 7)) / 3),
});

export const isSameQuarter = (one: Quarter, other: Quarter): boolean => ordinal(one) === ordinal(other);

/** The quarter `count` quarters earlier: 1 is the one before, 4 the same one a year ago. */
export const quartersBefore = (quarter: Quarter, count: number): Quarter => quarterOf(ordinal(quarter) - count);

/** How an address names it: "2026-4". */
export const quarterText = ({ year, part }: Quarter): string => `${year}-${part}`;

/** The quarter that an address names; null when it names none. */
export const readQuarter = (text: string | null): Quarter | null => {
  const found = /^(\d{4})-([1-4])$/.exec(text ?? '');
  return found ? { year: Number(found[1]), part: Number(found[2]) } : null;
};

const firstDayOf = ({ year, part }: Quarter): LocalDate => `${year}-${String(3 * part - 2).padStart(2, '0')}-01`;

/** The periods of a quarter, the oldest first: those that begin in it, six or seven. */
export const periodsIn = (quarter: Quarter): EpochTimes[] => {
  const [from, until] = [firstDayOf(quarter), firstDayOf(quartersBefore(quarter, -1))];
  const periods: EpochTimes[] = [];
  for (let number = epochAt(Date.parse(`${from}T12:00:00Z`)); epochTimes(number).startsOn < until; number += 1)
    if (number >= 0 && epochTimes(number).startsOn >= from) periods.push(epochTimes(number));
  return periods;
};

/** The quarter to begin with at `now` (epoch milliseconds): of the period that was published last. */
export const quarterToShow = (now: number): Quarter => quarterOn(epochTimes(Math.max(lastPublished(now), 0)).startsOn);

/** The quarters to choose from on a day, the latest first. */
export const quartersAt = (today: LocalDate): Quarter[] =>
  Array.from({ length: quartersShown }, (_, before) => quartersBefore(quarterOn(today), before)).filter(
    (quarter) => ordinal(quarter) >= ordinal(earliest),
  );
