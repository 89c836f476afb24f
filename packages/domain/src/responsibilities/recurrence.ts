import { RRuleTemporal } from 'rrule-temporal';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';

// Loaded after the first paint in a browser: the library is a third of what a page may weigh.

/** The longest stretch between two dates of a rule that we take: 29 February may be eight years away. */
const longestWait = 8 * 366;

/** More days than a century has: the library gives up after ten thousand periods unless told. */
const mostPeriods = 40_000;

const remembered = new Map<string, LocalDate[]>();
const rememberedLimit = 2000;

const moment = (date: LocalDate): Date => new Date(`${date}T00:00:00Z`);

/**
 * The dates on [from, until) that an RFC 5545 rule gives, counted from the local date `start` (rule R3.1). A date of a duty
 * is a whole day in Amsterdam, so it is counted in days without hours: daylight saving moves nothing.
 */
export const recurrenceDates = (
  { rrule, start }: { rrule: string; start: LocalDate },
  { from, until }: { from: LocalDate; until: LocalDate },
): LocalDate[] => {
  if (rrule === '' || from >= until) return [];
  const key = `${rrule} ${start} ${from} ${until}`;
  const known = remembered.get(key);
  if (known) return known;
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start.replaceAll('-', '')}T000000\nRRULE:${rrule}`,
    maxIterations: mostPeriods,
  });
  const dates = rule
    .between(moment(from), moment(addDays(until, -1)), true)
    .map((date) => new Date(date.epochMilliseconds).toISOString().slice(0, 10));
  if (remembered.size >= rememberedLimit) remembered.clear();
  remembered.set(key, dates);
  return dates;
};

const listOf = (item: string): RegExp => new RegExp(`^(?:${item})(?:,(?:${item}))*$`);
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['FREQ', /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ['INTERVAL', /^[1-9]\d{0,2}$/],
  ['BYDAY', listOf(`(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?${weekday}`)],
  ['BYMONTHDAY', listOf('[+-]?(?:[1-9]|[12]\\d|3[01])')],
  ['BYMONTH', listOf('[1-9]|1[0-2]')],
  ['BYSETPOS', listOf('[+-]?[1-9]\\d{0,2}')],
]);

/**
 * Whether a text is an RRULE of whole days as RFC 5545, section 3.3.10, has them: how often, on which days, in which months.
 * No COUNT or UNTIL: a duty is ended by people. Stricter than the library, which passes over what it cannot use.
 */
export const isRule = (rrule: string): boolean => {
  const pairs = rrule.split(';').map((part): [string, string] => {
    const [name = '', ...values] = part.split('=');
    return [name, values.join('=')];
  });
  const parts = new Map(pairs);
  const freq = parts.get('FREQ');
  if (pairs[0]?.[0] !== 'FREQ' || parts.size !== pairs.length) return false;
  if (!pairs.every(([name, value]) => shapes.get(name)?.test(value))) return false;
  if (parts.has('BYMONTHDAY') && freq === 'WEEKLY') return false;
  if (/\d/.test(parts.get('BYDAY') ?? '') && freq !== 'MONTHLY' && freq !== 'YEARLY') return false;
  return !parts.has('BYSETPOS') || parts.has('BYDAY') || parts.has('BYMONTHDAY');
};

/** Whether a rule gives any date at all: "30 February" never comes, and nobody would notice. */
export const everRecurs = (schedule: { rrule: string; start: LocalDate }): boolean =>
  // Most rules come soon, and looking far takes long.
  [366, longestWait].some(
    (days) => recurrenceDates(schedule, { from: schedule.start, until: addDays(schedule.start, days + 1) }).length > 0,
  );
