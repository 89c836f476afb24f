import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt, isoWeek } from '@roer/domain/dates';
import { epochAt, epochTimes, epochsInWindow, isAccepting, windowDue } from '@roer/domain/workload/epoch';

const localTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const day = 86_400_000;
const number = fc.integer({ min: -60, max: 400 });

describe('epochs', () => {
  it('P9.1 begin, take answers, close and are published on their days at their hours, in summer and in winter', () => {
    fc.assert(
      fc.property(number, (k) => {
        const times = epochTimes(k);
        const on = (moment: number) => localTime.format(moment);
        expect(on(times.opensAt)).toBe(`${times.startsOn} 00:00:00`);
        expect(new Date(`${times.startsOn}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(new Date(`${dateAt(times.answersFrom)}T00:00:00Z`).getUTCDay()).toBe(4);
        expect(on(times.answersFrom).slice(11)).toBe('00:00:00');
        expect(on(times.closesAt)).toBe(`${epochTimes(k + 1).startsOn} 00:00:00`);
        expect(dateAt(times.closesAt - 1)).toBe(times.endsOn);
        expect(new Date(`${dateAt(times.publishesAt)}T00:00:00Z`).getUTCDay()).toBe(2);
        expect(on(times.publishesAt).slice(11)).toBe('09:00:00');
        for (const moment of [times.opensAt, times.answersFrom, times.closesAt - 1]) expect(epochAt(moment)).toBe(k);
        expect([epochAt(times.opensAt - 1), epochAt(times.closesAt)]).toEqual([k - 1, k + 1]);
      }),
    );
  });

  it('P9.1 go by days and not by the number of the week: 2026 has a week 53, and clocks change', () => {
    const around = [25, 26].map((k) => epochTimes(k));
    expect(around.map(({ startsOn }) => [startsOn, isoWeek(startsOn)])).toEqual([
      ['2026-12-28', 53],
      ['2027-01-11', 2],
    ]);
    // Summer time ends on 25 October 2026: that epoch lasts an hour longer.
    const lengths = [19, 20, 5, 22].map((k) => epochTimes(k).closesAt - epochTimes(k).opensAt - 14 * day);
    expect(lengths).toEqual([0, 3_600_000, -3_600_000, 0]);
  });

  it('P9.1 take answers from the first to the last moment, and at no other', () => {
    const { answersFrom, closesAt } = epochTimes(3);
    expect([answersFrom - 1, answersFrom, closesAt - 1, closesAt].map((now) => isAccepting(3, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('windows', () => {
  it('P9.2 the first one begins at least fourteen days later, with the first epoch that does', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 14 * day - 3_600_001 }), (k, later) => {
        const now = epochTimes(k).opensAt + later;
        const first = windowDue(now, null) ?? Number.NaN;
        const ahead = Date.parse(epochTimes(first).startsOn) - Date.parse(dateAt(now));
        expect(ahead).toBeGreaterThanOrEqual(14 * day);
        expect(ahead).toBeLessThan(28 * day);
      }),
    );
  });

  it('P9.2 the next one is announced when an epoch is left, not sooner and only once', () => {
    fc.assert(
      fc.property(number, (first) => {
        const due = epochTimes(first + epochsInWindow - 1).opensAt;
        expect(windowDue(due - 1, first)).toBeNull();
        expect(windowDue(due, first)).toBe(first + epochsInWindow);
        expect(windowDue(due, first + epochsInWindow)).toBeNull();
      }),
    );
  });

  it('P9.2 announced late it begins later, still fourteen days away', () => {
    const monday = epochTimes(10 + epochsInWindow - 1).opensAt;
    expect(windowDue(monday + day, 10)).toBe(17);
    expect(windowDue(monday + 14 * day, 10)).toBe(17);
    expect(windowDue(monday + 15 * day, 10)).toBe(18);
    // A clock that jumps back announces nothing twice.
    expect(windowDue(monday - 300 * day, 17)).toBeNull();
  });
});
