import type { LocalDate } from '@roer/domain/dates';
import { weekdayOf } from '@roer/domain/holidays';

/** Which day of a month. `day` is 1–31, or -1 for the last; `nth` is 1–4, or -1 for the last; Monday is 0. */
export type Place =
  | { kind: 'day'; day: number }
  | { kind: 'weekday'; nth: number; weekday: number }
  | { kind: 'lastWorkday' };

/**
 * A rule as people say it. `weekdays` in order, at least one, Monday is 0. `months` in order, 1–12; empty is every month,
 * and only then `every` is more than 1. `other` is what we have no words for: it is kept as it is.
 */
export type Rhythm =
  | { kind: 'weeks'; every: number; weekdays: number[] }
  | { kind: 'months'; every: number; months: number[]; place: Place }
  | { kind: 'other'; rrule: string };

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const workdayCodes = 'MO,TU,WE,TH,FR';
export const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
export const workdays: readonly number[] = [0, 1, 2, 3, 4];

const sameNumbers = (one: readonly number[], other: readonly number[]): boolean => one.join() === other.join();
export const isEveryWorkday = (rhythm: Rhythm): boolean =>
  rhythm.kind === 'weeks' && rhythm.every === 1 && sameNumbers(rhythm.weekdays, workdays);

/** The place of months in the quarter (0 the first, 2 the last), or null when they are not those of every quarter. */
export const placeInQuarter = (months: readonly number[]): 0 | 1 | 2 | null =>
  ([0, 1, 2] as const).find((place) => sameNumbers(months, monthsOfQuarter(place))) ?? null;

export const monthsOfQuarter = (place: 0 | 1 | 2): number[] => [1, 4, 7, 10].map((first) => first + place);

/** The RRULE of a rhythm. One way to write each: `rhythmOf` reads it back. */
export const rruleOf = (rhythm: Rhythm): string => {
  if (rhythm.kind === 'other') return rhythm.rrule;
  const interval = rhythm.every > 1 ? `;INTERVAL=${rhythm.every}` : '';
  if (rhythm.kind === 'weeks') {
    const days = rhythm.weekdays.map((weekday) => codes[weekday]).join();
    return `FREQ=WEEKLY${interval};BYDAY=${days}`;
  }
  const months = rhythm.months.length > 0 ? `;BYMONTH=${rhythm.months.join()}` : '';
  return `FREQ=MONTHLY${interval}${months};${partOf(rhythm.place)}`;
};

const partOf = (place: Place): string => {
  switch (place.kind) {
    case 'day':
      return `BYMONTHDAY=${place.day}`;
    case 'weekday':
      return `BYDAY=${place.nth}${codes[place.weekday]}`;
    case 'lastWorkday':
      return `BYDAY=${workdayCodes};BYSETPOS=-1`;
  }
};

const whole = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text));
const inOrder = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((one, other) => one - other);

/** What a rule says, whoever wrote it. What it leaves out comes from `start`, as RFC 5545 has it. */
export const rhythmOf = ({ rrule, start }: { rrule: string; start: LocalDate }): Rhythm => {
  const parts = new Map(rrule.split(';').map((part) => [part.split('=')[0], part.split('=')[1] ?? '']));
  const other: Rhythm = { kind: 'other', rrule };
  const every = whole(parts.get('INTERVAL'), 1);
  const months = inOrder((parts.get('BYMONTH') ?? '').split(',').filter(Boolean).map(Number));
  const weekdays = weekdaysOf(parts.get('BYDAY'));
  const hasOneDay = !parts.has('BYMONTHDAY') && !parts.has('BYSETPOS');
  switch (parts.get('FREQ')) {
    case 'DAILY':
      if (every > 1 || months.length > 0 || !hasOneDay || weekdays === null) return other;
      return { kind: 'weeks', every: 1, weekdays: weekdays ?? [...everyDay] };
    case 'WEEKLY':
      if (months.length > 0 || !hasOneDay || weekdays === null) return other;
      return { kind: 'weeks', every, weekdays: weekdays ?? [weekdayOf(start)] };
    case 'MONTHLY': {
      const place = placeOf(parts, start);
      return place && (months.length === 0 || every === 1) ? { kind: 'months', every, months, place } : other;
    }
    case 'YEARLY': {
      const place = placeOf(parts, start);
      const isBare = !parts.has('BYMONTH') && !parts.has('BYMONTHDAY') && !parts.has('BYDAY');
      const inMonths = isBare ? [Number(start.slice(5, 7))] : months;
      // A position counts within the year, so it is one of the month only when there is one month.
      const isOfMonth = inMonths.length === 1 || (inMonths.length > 1 && !parts.has('BYSETPOS'));
      return place && every === 1 && isOfMonth ? { kind: 'months', every, months: inMonths, place } : other;
    }
    default:
      return other;
  }
};

/** Undefined when the rule names no days; null when it names them in a way that is not a list of weekdays. */
const weekdaysOf = (part: string | undefined): number[] | null | undefined => {
  if (part === undefined) return undefined;
  const found = part.split(',').map((code) => codes.findIndex((known) => known === code));
  return found.includes(-1) ? null : inOrder(found);
};

const placeOf = (parts: ReadonlyMap<string | undefined, string>, start: LocalDate): Place | null => {
  const [days, byDay, position] = [parts.get('BYMONTHDAY'), parts.get('BYDAY'), parts.get('BYSETPOS')];
  if (days !== undefined) {
    const day = Number(days);
    const isKnown = byDay === undefined && position === undefined && (day === -1 || day >= 1);
    return isKnown ? { kind: 'day', day } : null;
  }
  if (byDay === undefined) return position === undefined ? { kind: 'day', day: Number(start.slice(8, 10)) } : null;
  if (position === '-1' && weekdaysOf(byDay)?.join() === workdays.join()) return { kind: 'lastWorkday' };
  const [, counted = '', code = ''] = /^([+-]?\d*)([A-Z]{2})$/.exec(byDay) ?? [];
  const weekday = codes.findIndex((known) => known === code);
  const nth = counted === '' ? whole(position, 0) : position === undefined ? Number(counted) : 0;
  return weekday !== -1 && [1, 2, 3, 4, -1].includes(nth) ? { kind: 'weekday', nth, weekday } : null;
};
