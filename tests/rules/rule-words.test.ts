import * as fc from 'fast-check';
import { createFormatter, createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { recurrenceDates } from '@roer/domain/responsibilities/recurrence';
import { rhythmOf, rruleOf } from '@roer/web/features/responsibilities/rule-rhythm.ts';
import type { Place, Rhythm } from '@roer/web/features/responsibilities/rule-rhythm.ts';
import { rhythmWords, scheduleWords } from '@roer/web/features/responsibilities/rule-words.ts';
import type { RuleTools } from '@roer/web/features/responsibilities/rule-words.ts';
import { later as english } from '@roer/web/i18n/en/later.ts';
import { later as dutch } from '@roer/web/i18n/nl/later.ts';

const toolsOf = (locale: 'nl-NL' | 'en-GB'): RuleTools => {
  const messages = locale === 'nl-NL' ? dutch : english;
  const timeZone = 'Europe/Amsterdam';
  return {
    // The translator of a namespace has the same type, whatever other namespaces there are.
    t: createTranslator({ locale, messages, namespace: 'duties', timeZone }) as unknown as RuleTools['t'],
    format: createFormatter({ locale, timeZone }),
  };
};
const nl = toolsOf('nl-NL');
const en = toolsOf('en-GB');

const start = '2026-01-14';
const said = (rrule: string, tools = nl): string => rhythmWords(rhythmOf({ rrule, start }), tools);
const datesOf = (rrule: string): string[] => recurrenceDates({ rrule, start }, { from: start, until: '2033-01-01' });

const some = (numbers: readonly number[]) =>
  fc.subarray([...numbers], { minLength: 1 }).map((chosen) => chosen.toSorted((one, other) => one - other));
const weekday = fc.integer({ min: 0, max: 6 });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ kind: fc.constant('day' as const), day: fc.constantFrom(-1, 1, 2, 15, 28, 29, 30, 31) }),
  fc.record({ kind: fc.constant('weekday' as const), nth: fc.constantFrom(1, 2, 3, 4, -1), weekday }),
  fc.constant({ kind: 'lastWorkday' as const }),
);
const month = fc.integer({ min: 1, max: 12 });
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({
    kind: fc.constant('weeks' as const),
    every: fc.integer({ min: 1, max: 26 }),
    weekdays: some([0, 1, 2, 3, 4, 5, 6]),
  }),
  fc.record({
    kind: fc.constant('months' as const),
    every: fc.integer({ min: 1, max: 12 }),
    months: fc.constant<number[]>([]),
    place,
  }),
  fc.record({
    kind: fc.constant('months' as const),
    every: fc.constant(1),
    months: some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    place,
  }),
);
const seldom = <Value>(part: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: part });
/** Rules as others write them: parts left out, in other words for the same days, or beyond our words. */
const foreign = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: seldom(fc.integer({ min: 1, max: 4 })),
    byMonth: fc.option(fc.array(month, { minLength: 1, maxLength: 3 })),
    byMonthDay: seldom(fc.constantFrom('1', '15', '31', '-1', '-2', '1,15')),
    byDay: fc.option(fc.constantFrom('MO', '1TU', '-1FR', 'MO,TU,WE,TH,FR', 'TU,MO', '5MO', '1MO,3MO')),
    position: seldom(fc.constantFrom('1', '-1', '2')),
  })
  .map(({ freq, interval, byMonth, byMonthDay, byDay, position }) =>
    [
      `FREQ=${freq}`,
      interval && `INTERVAL=${interval}`,
      byMonth && `BYMONTH=${byMonth.join()}`,
      byMonthDay && `BYMONTHDAY=${byMonthDay}`,
      byDay && `BYDAY=${byDay}`,
      position && (byDay ?? byMonthDay) && `BYSETPOS=${position}`,
    ]
      .filter(Boolean)
      .join(';'),
  )
  // RFC 5545 has no places of weekdays in days or weeks.
  .filter((rrule) => !/FREQ=(DAILY|WEEKLY).*BYDAY=(-?\d|.*,\d)/u.test(rrule));

describe('rules in words', () => {
  it('UI9 a rhythm that a form can say comes back from its rule as it was', () => {
    fc.assert(
      fc.property(rhythm, (given) => {
        expect(rhythmOf({ rrule: rruleOf(given), start })).toEqual(given);
      }),
      { numRuns: 1000 },
    );
  });

  it('UI9 a rule of others that we say in words gives the same dates when we write it', () => {
    let inWords = 0;
    fc.assert(
      fc.property(foreign, (rrule) => {
        const read = rhythmOf({ rrule, start });
        if (read.kind === 'other') {
          expect(rruleOf(read)).toBe(rrule);
          return;
        }
        inWords += 1;
        expect(datesOf(rruleOf(read))).toEqual(datesOf(rrule));
      }),
      { numRuns: 1000 },
    );
    expect(inWords).toBeGreaterThan(50);
  });

  it('UI9 different rhythms are said differently, in both languages', () => {
    fc.assert(
      fc.property(rhythm, rhythm, (one, other) => {
        const sameRule = rruleOf(one) === rruleOf(other);
        for (const tools of [nl, en])
          expect(rhythmWords(one, tools) === rhythmWords(other, tools), rruleOf(other)).toBe(sameRule);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=MO', 'elke maandag', 'every Monday'],
    ['FREQ=WEEKLY', 'elke woensdag', 'every Wednesday'],
    ['FREQ=WEEKLY;BYDAY=TU,FR', 'elke dinsdag en vrijdag', 'every Tuesday and Friday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', 'om de week op woensdag', 'every other week on Wednesday'],
    ['FREQ=WEEKLY;INTERVAL=6;BYDAY=TH', 'elke 6 weken op donderdag', 'every 6 weeks on Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'elke werkdag', 'every working day'],
    ['FREQ=DAILY', 'elke dag', 'every day'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'elke maand op de 15e', 'every month on day 15'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'elke maand op de laatste dag', 'every month on the last day'],
    ['FREQ=MONTHLY;BYDAY=1TU', 'elke maand op de eerste dinsdag', 'every month on the first Tuesday'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1', 'elke maand op de eerste dinsdag', 'every month on the first Tuesday'],
    [
      'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'laatste werkdag van het kwartaal',
      'last working day of the quarter',
    ],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1', 'elk jaar op 1 maart', 'every year on 1 March'],
    [
      'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO',
      'elk jaar op de eerste maandag van maart en september',
      'every year on the first Monday of March and September',
    ],
    [
      'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29',
      'volgens een eigen regel (FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29)',
      'by a rule of its own (FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29)',
    ],
  ])('UI9 %s is %s', (rrule, inDutch, inEnglish) => {
    expect(said(rrule)).toBe(inDutch);
    expect(said(rrule, en)).toBe(inEnglish);
  });

  it('UI9 a time and a day off are part of the words', () => {
    const given = { rrule: 'FREQ=MONTHLY;BYMONTHDAY=15', start, dueTime: '12:00', shift: 'previousWorkday' } as const;
    expect(scheduleWords(given, nl)).toBe('elke maand op de 15e, vóór 12:00, of de werkdag ervoor');
    const lastWorkday = { ...given, rrule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', dueTime: null };
    expect(scheduleWords(lastWorkday, nl)).toBe('elke maand op de laatste werkdag');
    const workdays = { ...lastWorkday, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' };
    expect(scheduleWords(workdays, nl)).toBe('elke werkdag');
  });
});
