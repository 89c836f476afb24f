import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { DutyRow, OccurrenceRow } from '@roer/domain/feed';
import {
  deriveOccurrences,
  lastOccurrences,
  nextOccurrence,
  occursOn,
} from '@roer/domain/responsibilities/occurrences';
import { duty, occurrence, schedule } from './duty-builder.ts';
import { today } from './team-builder.ts';

const rowsOf = (rows: readonly OccurrenceRow[]) => Object.fromEntries(rows.map((row) => [row.id, row]));
const shown = (row: DutyRow, rows: readonly OccurrenceRow[], from: string, until: string, day = today) =>
  deriveOccurrences(rowsOf(rows), row, { from, until, today: day }).map(({ on, state }) => `${on} ${state}`);

// Today is Monday 23 November 2026.
describe('the dates of a duty', () => {
  it('R3.4 are to come, due today, overdue until the next one comes, then missed; settled ones say so', () => {
    const done = [occurrence('2026-11-02'), occurrence('2026-11-09', { state: 'skipped', reason: 'Nothing new' })];
    expect(shown(duty(), done, '2026-11-01', '2026-12-02')).toEqual([
      '2026-11-02 done',
      '2026-11-09 skipped',
      '2026-11-16 missed',
      '2026-11-23 today',
      '2026-11-30 upcoming',
    ]);
    expect(shown(duty(), done, '2026-11-09', '2026-11-24', '2026-11-22')).toEqual([
      '2026-11-09 skipped',
      '2026-11-16 overdue',
      '2026-11-23 upcoming',
    ]);
  });

  it('R3.4 once the last date was done, an open one before it is missed, not overdue', () => {
    const rows = [occurrence('2026-11-16')];
    expect(shown(duty(), rows, '2026-11-09', '2026-11-18', '2026-11-18')).toEqual([
      '2026-11-09 missed',
      '2026-11-16 done',
    ]);
  });

  it('R3.3 a date that is no working day is due on the working day before it, when the duty says so', () => {
    const lastOfQuarter = schedule({ rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', shift: 'previousWorkday' });
    const onWorkdays = duty(1, {}, [lastOfQuarter]);
    // 31 March 2029 is the Saturday after Good Friday, which is a working day.
    expect(shown(onWorkdays, [], '2029-01-01', '2030-01-01')).toEqual([
      '2029-03-30 upcoming',
      '2029-06-29 upcoming',
      '2029-09-28 upcoming',
      '2029-12-31 upcoming',
    ]);
    // Christmas, and then a weekend.
    const christmas = duty(1, {}, [
      schedule({ rrule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26', shift: 'previousWorkday' }),
    ]);
    expect(shown(christmas, [], '2026-12-01', '2027-01-01')).toEqual(['2026-12-24 upcoming']);
    // It is of the week in which it is due, and found there although its rule gave a later day.
    expect(shown(christmas, [], '2026-12-21', '2026-12-25')).toEqual(['2026-12-24 upcoming']);
    expect(shown(christmas, [], '2026-12-25', '2026-12-28')).toEqual([]);
  });

  it('R3.3 dates that come to stand on one working day are one, unless somebody did more', () => {
    const daily = duty(1, {}, [schedule({ rrule: 'FREQ=DAILY', shift: 'previousWorkday' })]);
    const friday = '2026-11-27 upcoming';
    expect(shown(daily, [], '2026-11-26', '2026-12-01')).toEqual([
      '2026-11-26 upcoming',
      friday,
      '2026-11-30 upcoming',
    ]);
    const [row] = deriveOccurrences({}, daily, { from: '2026-11-27', until: '2026-11-28', today });
    expect(row?.recurrenceDate).toBe('2026-11-27');
    // Moved to Monday it is there once, and leaves no twin behind.
    const moved = occurrence('2026-11-27', { state: 'open', movedTo: '2026-12-01' });
    expect(shown(daily, [moved], '2026-11-27', '2026-12-02')).toEqual([
      '2026-11-30 upcoming',
      '2026-12-01 upcoming',
      '2026-12-01 upcoming',
    ]);
    expect(shown(daily, [occurrence('2026-11-28')], '2026-11-27', '2026-11-30')).toEqual([friday, '2026-11-27 done']);
    // A weekend that was not done is one missed day, which is no sleep yet.
    expect(lastOccurrences({}, daily, { today, count: 2 }).map(({ on }) => on)).toEqual(['2026-11-20', '2026-11-23']);
  });

  it('R3.9 a moved date is due on its new day only, wherever that is', () => {
    const moved = occurrence('2026-11-23', { state: 'open', movedTo: '2026-11-25' });
    expect(shown(duty(), [moved], '2026-11-23', '2026-11-30')).toEqual(['2026-11-25 upcoming']);
    const far = occurrence('2026-11-23', { state: 'open', movedTo: '2026-12-03' });
    expect(shown(duty(), [far], '2026-11-23', '2026-12-05')).toEqual(['2026-11-30 upcoming', '2026-12-03 upcoming']);
    expect(shown(duty(), [far], '2026-12-01', '2026-12-05')).toEqual(['2026-12-03 upcoming']);
    const back = occurrence('2026-11-30', { state: 'open', movedTo: '2026-11-20' });
    expect(shown(duty(), [back], '2026-11-16', '2026-11-23')).toEqual(['2026-11-16 missed', '2026-11-20 missed']);
  });

  it('R3.6 an edited rule gives dates from its own day on; before that the old one does', () => {
    const edited = duty(1, {}, [
      schedule(),
      schedule({ from: '2026-11-18', rrule: 'FREQ=WEEKLY;BYDAY=TH', start: '2026-11-18' }),
    ]);
    expect(shown(edited, [], '2026-11-09', '2026-11-30', '2026-11-18')).toEqual([
      '2026-11-09 missed',
      '2026-11-16 overdue',
      '2026-11-19 upcoming',
      '2026-11-26 upcoming',
    ]);
    expect(occursOn(edited, '2026-11-16')).toBe(true);
    expect(occursOn(edited, '2026-11-23')).toBe(false);
    // Done ahead by the old rule stays done; moved by the old rule falls away with it.
    expect(shown(edited, [occurrence('2026-11-23')], '2026-11-20', '2026-11-26', '2026-11-18')).toEqual([
      '2026-11-23 done',
    ]);
    const moved = occurrence('2026-11-23', { state: 'open', movedTo: '2026-11-25' });
    expect(shown(edited, [moved], '2026-11-20', '2026-11-26', '2026-11-18')).toEqual([]);
  });

  it('R3.7 an ended duty gives no dates from that day on, and none for the time that it was ended', () => {
    const ended = duty(1, { endedOn: '2026-11-16' });
    expect(shown(ended, [], '2026-11-02', '2026-12-30')).toEqual(['2026-11-02 missed', '2026-11-09 missed']);
    // As long as it goes on, the last one waits.
    expect(shown(duty(1, { endedOn: '2026-11-30' }), [], '2026-11-16', '2026-11-23', '2026-11-22')).toEqual([
      '2026-11-16 overdue',
    ]);
    const resumed = duty(1, {}, [
      schedule(),
      schedule({ from: '2026-10-20', rrule: '' }),
      schedule({ from: '2026-11-20' }),
    ]);
    expect(shown(resumed, [], '2026-10-12', '2026-11-24')).toEqual([
      '2026-10-12 missed',
      '2026-10-19 missed',
      '2026-11-23 today',
    ]);
  });

  it('R3.2 the last and the next date are found, also of what recurs once in four years', () => {
    const leap = duty(1, {}, [
      schedule({ from: '2019-01-01', start: '2019-01-01', rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' }),
    ]);
    expect(lastOccurrences({}, leap, { today, count: 2 }).map(({ on }) => on)).toEqual(['2020-02-29', '2024-02-29']);
    expect(nextOccurrence({}, leap, { today })?.on).toBe('2028-02-29');
    expect(nextOccurrence({}, duty(), { today })?.on).toBe('2026-11-30');
    expect(nextOccurrence({}, duty(1, { endedOn: today }), { today })).toBeNull();
    const done = rowsOf([occurrence('2026-11-30')]);
    expect(nextOccurrence(done, duty(), { today })?.on).toBe('2026-12-07');
    expect(lastOccurrences({}, duty(), { today, count: 3 }).map(({ on }) => on)).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
  });

  it('R3.2 any part of the time tells what the whole tells', () => {
    const rules = [
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=MO,TH',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=SA',
    ];
    const day = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays('2026-09-01', days));
    const touched = fc.record({
      nth: fc.nat(40),
      state: fc.constantFrom('open' as const, 'done' as const, 'skipped' as const),
      moved: fc.option(fc.integer({ min: -12, max: 12 })),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.constantFrom('none' as const, 'previousWorkday' as const),
        fc.array(touched, { maxLength: 6 }),
        fc.record({ from: day(100), days: fc.nat(60), today: day(120), edit: fc.option(day(100)) }),
        (rrule, shift, touches, { from, days, today: now, edit }) => {
          const first = schedule({ rrule, shift });
          const second = schedule({ rrule: 'FREQ=WEEKLY;BYDAY=WE', from: edit ?? '' });
          const row = duty(1, {}, edit ? [first, second] : [first]);
          const dates = deriveOccurrences({}, row, { from: '2026-08-01', until: '2027-03-01', today: now });
          const rows = rowsOf(
            touches.flatMap(({ nth, state, moved }) => {
              const recurrenceDate = dates[nth]?.recurrenceDate;
              const movedTo = moved === null || recurrenceDate === undefined ? null : addDays(recurrenceDate, moved);
              if (recurrenceDate === undefined || (state === 'open' && movedTo === null)) return [];
              return [occurrence(recurrenceDate, { state, movedTo })];
            }),
          );
          const whole = deriveOccurrences(rows, row, { from: '2026-07-01', until: '2027-06-01', today: now });
          const until = addDays(from, days);
          // Looking back to what is overdue begins before today, so a part that ends before it looks on to today itself.
          expect(deriveOccurrences(rows, row, { from, until, today: now })).toEqual(
            whole.filter(({ on }) => on >= from && on < until),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
