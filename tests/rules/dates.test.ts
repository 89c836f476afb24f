import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateAt, holdsOn, isoWeek } from '@roer/domain/dates';

const at = (text: string): string => dateAt(Date.parse(text));
const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));

describe('days', () => {
  it('T1 begin at midnight in Amsterdam, in winter and in summer', () => {
    expect(['2026-01-31T22:59:59Z', '2026-01-31T23:00:00Z'].map(at)).toEqual(['2026-01-31', '2026-02-01']);
    expect(['2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'].map(at)).toEqual(['2026-06-30', '2026-07-01']);
    expect(at('2026-12-31T23:00:00Z')).toBe('2027-01-01');
  });

  it('T1 are calendar days, also when the clock goes an hour forward or back', () => {
    expect(['2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'].map(at)).toEqual([
      '2026-03-29',
      '2026-03-29',
      '2026-03-30',
    ]);
    expect(['2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'].map(at)).toEqual([
      '2026-10-25',
      '2026-10-25',
      '2026-10-26',
    ]);
    expect([addDays('2026-03-28', 2), addDays('2026-10-26', -2)]).toEqual(['2026-03-30', '2026-10-24']);
  });

  it('T1 are counted over months, years and leap days, and back again', () => {
    expect([addDays('2028-02-28', 1), addDays('2027-02-28', 1), addDays('2026-12-31', 1)]).toEqual([
      '2028-02-29',
      '2027-03-01',
      '2027-01-01',
    ]);
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(Math.sign(addDays(date, days).localeCompare(date))).toBe(Math.sign(days));
      }),
    );
  });
});

describe('ranges and weeks', () => {
  it('T2 hold their first day and not the day of their end', () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'];
    expect(days.map((date) => holdsOn({ from: '2026-03-02', until: '2026-03-09' }, date))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(days.map((date) => holdsOn({ from: '2026-03-02', until: null }, date))).toEqual([false, true, true, true]);
    expect(holdsOn({ from: '2026-03-02', until: '2026-03-02' }, '2026-03-02')).toBe(false);
  });

  it('T3 are ISO weeks around the turn of a year', () => {
    const weeks = {
      '2026-01-01': 1,
      '2026-12-31': 53,
      '2027-01-03': 53,
      '2027-01-04': 1,
      '2024-12-30': 1,
      '2025-12-28': 52,
      '2021-01-03': 53,
    };
    expect(Object.fromEntries(Object.keys(weeks).map((date) => [date, isoWeek(date)]))).toEqual(weeks);
  });

  it('T3 every week has seven days', () => {
    fc.assert(
      fc.property(day, (date) => {
        const monday = addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
        const week = Array.from({ length: 7 }, (_, index) => isoWeek(addDays(monday, index)));
        expect(new Set(week).size).toBe(1);
        expect(isoWeek(addDays(monday, 7))).not.toBe(week[0]);
      }),
    );
  });
});
