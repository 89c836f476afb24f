import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { holidaysOf, isWorkday, mondayOf, weekdayOf, workdayUpTo } from '@roer/domain/holidays';

const library = new Holidays('NL');
const years = Array.from({ length: 100 }, (_, index) => 2000 + index);

/** What the library calls public, and 5 May since 2024, as the collective agreement has it; Sundays are there too. */
const byLibrary = (year: number): string[] =>
  library
    .getHolidays(year)
    .filter(({ type, name }) => type === 'public' || (name === 'Bevrijdingsdag' && year >= 2024))
    .map(({ date }) => date.slice(0, 10))
    .toSorted();

describe('public holidays', () => {
  it('R3.3 are those of a library, up to the end of the century', () => {
    // Easter and Whitsun themselves are Sundays: no working days anyway.
    const isSundayOfItsOwn = (date: string) => weekdayOf(date) === 6 && !/-(01-01|12-2[56]|05-05)$/.test(date);
    for (const year of years) {
      const days = byLibrary(year).filter((date) => !isSundayOfItsOwn(date));
      // Before 2014 it was Queen's Day, on the 30th; nothing recurs in the years before Roer.
      if (year < 2014) continue;
      expect([...holidaysOf(year)].toSorted(), String(year)).toEqual(days);
    }
  });

  it('R3.3 Good Friday is a working day, 5 May is free every year, King’s Day is never on a Sunday', () => {
    expect(isWorkday('2026-04-03')).toBe(true);
    expect(isWorkday('2025-05-05')).toBe(false);
    expect(isWorkday('2026-05-05')).toBe(false);
    expect(isWorkday('2023-05-05')).toBe(true);
    expect(isWorkday('2026-04-27')).toBe(false);
    expect(holidaysOf(2025).has('2025-04-26')).toBe(true);
    expect(holidaysOf(2031).has('2031-04-26')).toBe(true);
  });

  it('R3.3 the working day up to a date is that day or the nearest before it', () => {
    expect(workdayUpTo('2026-12-31')).toBe('2026-12-31');
    // The two days of Christmas are a Friday and a Saturday.
    expect(workdayUpTo('2026-12-27')).toBe('2026-12-24');
    expect(workdayUpTo('2028-01-02')).toBe('2027-12-31');
    for (const year of years) {
      for (let date = `${year}-01-01`; date < `${year}-01-20`; date = addDays(date, 1)) {
        const found = workdayUpTo(date);
        expect(isWorkday(found) && found <= date).toBe(true);
        for (let day = addDays(found, 1); day <= date; day = addDays(day, 1)) expect(isWorkday(day)).toBe(false);
      }
    }
  });

  it('T3 a week begins on Monday, also the 53rd and over the turn of a year', () => {
    expect(mondayOf('2026-12-31')).toBe('2026-12-28');
    expect(mondayOf('2027-01-03')).toBe('2026-12-28');
    expect(mondayOf('2027-01-04')).toBe('2027-01-04');
    expect([0, 1, 2, 3, 4, 5, 6].map((day) => weekdayOf(addDays('2026-11-23', day)))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
