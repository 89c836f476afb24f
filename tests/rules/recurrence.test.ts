import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
// The package is CommonJS, of which Node finds no names.
// oxlint-disable-next-line import/default
import rruleModule from 'rrule';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { everRecurs, isRule, recurrenceDates } from '@roer/domain/responsibilities/recurrence';
import { countedDates, ruleText } from './recurrence-oracle.ts';
import type { RuleParts } from './recurrence-oracle.ts';

// oxlint-disable-next-line import/no-named-as-default-member
const { rrulestr } = rruleModule;

const start = '2026-01-01';
const until = '2036-01-01';

/** The second implementation: another library, which knows nothing of time zones here. */
const byOther = (rule: string, from: string): string[] =>
  rrulestr(`DTSTART:${from.replaceAll('-', '')}T000000Z\nRRULE:${rule}`)
    .between(new Date(`${from}T00:00:00Z`), new Date(`${addDays(until, -1)}T00:00:00Z`), true)
    .map((date) => date.toISOString().slice(0, 10));

const ours = (rrule: string, from: string): string[] => recurrenceDates({ rrule, start: from }, { from, until });

const workdays = ['MO', 'TU', 'WE', 'TH', 'FR'];
const named: Record<string, RuleParts> = {
  'every Monday': { freq: 'WEEKLY', interval: 1, byDay: ['MO'] },
  'every working day': { freq: 'WEEKLY', interval: 1, byDay: workdays },
  'every day': { freq: 'DAILY', interval: 1 },
  'every two weeks on Wednesday and Friday': { freq: 'WEEKLY', interval: 2, byDay: ['WE', 'FR'] },
  'every six weeks': { freq: 'WEEKLY', interval: 6, byDay: ['TH'] },
  'the 31st': { freq: 'MONTHLY', interval: 1, byMonthDay: [31] },
  'the last day of the month': { freq: 'MONTHLY', interval: 1, byMonthDay: [-1] },
  'the first Tuesday': { freq: 'MONTHLY', interval: 1, byDay: ['1TU'] },
  'the last Friday': { freq: 'MONTHLY', interval: 1, byDay: ['-1FR'] },
  'the last working day of the month': { freq: 'MONTHLY', interval: 1, byDay: workdays, bySetPos: [-1] },
  'the last working day of the quarter': {
    freq: 'MONTHLY',
    interval: 1,
    byMonth: [3, 6, 9, 12],
    byDay: workdays,
    bySetPos: [-1],
  },
  'every quarter on the 15th': { freq: 'MONTHLY', interval: 3, byMonthDay: [15] },
  '29 February': { freq: 'YEARLY', interval: 1, byMonth: [2], byMonthDay: [29] },
  'the first Monday of March and September': { freq: 'YEARLY', interval: 1, byMonth: [3, 9], byDay: ['1MO'] },
  'once a year': { freq: 'YEARLY', interval: 1, byMonth: [12], byMonthDay: [31] },
};

const weekday = fc.constantFrom(...workdays, 'SA', 'SU');
const someDays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 5 });
const someMonths = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const interval = fc.integer({ min: 1, max: 8 });
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }));
const inMonth = fc.oneof(
  fc.record({ byMonthDay: fc.uniqueArray(monthDay, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    byDay: fc.uniqueArray(
      fc.tuple(fc.constantFrom('1', '2', '3', '4', '-1', '-2'), weekday).map(([place, day]) => `${place}${day}`),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  fc.record({ byDay: someDays, bySetPos: fc.constantFrom<number[]>([1], [-1], [2], [1, -1]) }),
);
const anyRule: fc.Arbitrary<RuleParts> = fc.oneof(
  fc.record({ freq: fc.constant('DAILY' as const), interval }),
  fc.record({ freq: fc.constant('WEEKLY' as const), interval, byDay: someDays }),
  fc
    .tuple(fc.record({ freq: fc.constant('MONTHLY' as const), interval }), inMonth)
    .map(([rule, days]): RuleParts => ({ ...rule, ...days })),
  fc
    .tuple(fc.record({ freq: fc.constant('MONTHLY' as const), interval: fc.constant(1), byMonth: someMonths }), inMonth)
    .map(([rule, days]): RuleParts => ({ ...rule, ...days })),
  fc.record({
    freq: fc.constant('YEARLY' as const),
    interval: fc.integer({ min: 1, max: 3 }),
    byMonth: someMonths,
    byMonthDay: fc.uniqueArray(monthDay, { minLength: 1, maxLength: 2 }),
  }),
);
const anyStart = fc.integer({ min: 0, max: 800 }).map((days) => addDays(start, days));

describe('the dates of a rule over ten years', () => {
  it.each(Object.entries(named))('R3.1 %s is the same by two other ways of counting', (_, rule) => {
    const text = ruleText(rule);
    const dates = ours(text, start);
    expect(dates).toEqual(countedDates(rule, { start, until }));
    expect(dates).toEqual(byOther(text, start));
    expect(dates.length).toBeGreaterThan(1);
  });

  it('R3.1 any rule of ours is the same counted day by day, and by another library', () => {
    fc.assert(
      fc.property(anyRule, anyStart, (rule, from) => {
        const text = ruleText(rule);
        expect(isRule(text)).toBe(true);
        const dates = ours(text, from);
        expect(dates, text).toEqual(countedDates(rule, { start: from, until }));
        expect(dates, text).toEqual(byOther(text, from));
      }),
      { numRuns: 150 },
    );
  });

  it('R3.1 a part of the time gives the dates of that part', () => {
    fc.assert(
      fc.property(
        anyRule,
        anyStart,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 500 }),
        (rule, from, after, days) => {
          const rrule = ruleText(rule);
          const part = { from: addDays(from, after), until: addDays(from, after + days) };
          const all = recurrenceDates({ rrule, start: from }, { from, until: addDays(until, 1500) });
          expect(recurrenceDates({ rrule, start: from }, part)).toEqual(
            all.filter((date) => date >= part.from && date < part.until),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('R3.1 the days on which the clock changes, 29 February and week 53 are days like others', () => {
    const daily = ours('FREQ=DAILY', start);
    for (const date of ['2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31', '2027-01-01'])
      expect(daily).toContain(date);
    expect(daily).toHaveLength(3652);
    expect(ours('FREQ=WEEKLY;BYDAY=SU', start)).toEqual(expect.arrayContaining(['2026-03-29', '2026-10-25']));
    expect(ours('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', start)).toEqual(['2028-02-29', '2032-02-29']);
  });

  it.each(['Pacific/Apia', 'America/New_York', 'Europe/Amsterdam'])(
    'R3.1 a machine in %s counts the same days',
    async (zone) => {
      const program = `import { recurrenceDates } from '@roer/domain/responsibilities/recurrence';
        console.log(JSON.stringify(recurrenceDates({ rrule: 'FREQ=WEEKLY;BYDAY=SU,MO', start: '${start}' }, { from: '${start}', until: '${until}' })))`;
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module-typescript', '-e', program],
        {
          cwd: fileURLToPath(new URL('..', import.meta.url)),
          env: { ...process.env, TZ: zone },
          maxBuffer: 10_000_000,
        },
      );
      expect(JSON.parse(stdout)).toEqual(ours('FREQ=WEEKLY;BYDAY=SU,MO', start));
    },
  );

  it('R3.1 a rule that never comes is told from one that comes rarely', () => {
    expect(everRecurs({ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', start })).toBe(false);
    expect(everRecurs({ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', start: '2096-03-01' })).toBe(true);
  });

  it('R3.1 a rule is what RFC 5545 says of whole days, and nothing that a program would pass over', () => {
    for (const text of [
      '',
      'FREQ=NEVER',
      'FREQ=HOURLY',
      'BYDAY=MO',
      'BYDAY=MO;FREQ=WEEKLY',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=WEEKLY;BYDAY=',
      'FREQ=WEEKLY;BYDAY=1MO',
      'FREQ=WEEKLY;BYMONTHDAY=1',
      'FREQ=DAILY;INTERVAL=0',
      'FREQ=DAILY;INTERVAL=-1',
      'FREQ=DAILY;INTERVAL=2;INTERVAL=3',
      'FREQ=DAILY;BYSETPOS=1',
      'FREQ=MONTHLY;BYDAY=0MO',
      'FREQ=MONTHLY;BYMONTHDAY=0',
      'FREQ=MONTHLY;BYMONTHDAY=32',
      'FREQ=YEARLY;BYMONTH=13',
      'FREQ=YEARLY;BYMONTH=1;;BYMONTHDAY=1',
      'FREQ=DAILY;COUNT=3',
      'FREQ=DAILY;UNTIL=20270101',
      'FREQ=DAILY\nDTSTART:20260101',
      ' FREQ=DAILY',
      'freq=daily',
    ])
      expect(isRule(text), text).toBe(false);
    for (const text of ['FREQ=YEARLY;BYDAY=53MO', 'FREQ=MONTHLY;BYMONTHDAY=-31,+31', 'FREQ=WEEKLY'])
      expect(isRule(text), text).toBe(true);
  });

  it('R3.1 a whole century of days is counted', () => {
    const century = { from: '2000-01-01', until: '2100-01-01' };
    expect(recurrenceDates({ rrule: 'FREQ=DAILY', start: century.from }, century)).toHaveLength(36_525);
  });

  it('R3.1 nothing recurs by an empty rule', () => {
    expect(recurrenceDates({ rrule: '', start }, { from: start, until })).toEqual([]);
  });
});
