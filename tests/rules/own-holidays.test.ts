import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { decideOwnHolidays } from '@roer/domain/organisation/own-holidays';
import { refusalOf, today } from './team-builder.ts';

const decide = (before: string[], days: string[]) => decideOwnHolidays({ before, days }, today);
const refused = { code: 'badInput', field: 'days' };

describe('the municipality’s own free days', () => {
  it('O18 each once and in order; the same days change nothing', () => {
    expect(decide([], ['2027-05-07', '2026-12-24', '2027-05-07'])).toEqual(['2026-12-24', '2027-05-07']);
    expect(decide(['2026-12-24'], [])).toEqual([]);
    expect(decide(['2026-12-24', '2027-05-07'], ['2027-05-07', '2026-12-24'])).toBeNull();
  });

  it('O18 new ones in this year and the three that follow', () => {
    expect(decide([], ['2026-01-01', '2029-12-31'])).toHaveLength(2);
    for (const day of ['2025-12-31', '2030-01-01']) expect(refusalOf(() => decide([], [day]))).toEqual(refused);
  });

  it('O18 those of earlier years stay, named or not', () => {
    expect(decide(['2025-12-24'], ['2026-12-24'])).toEqual(['2025-12-24', '2026-12-24']);
    expect(decide(['2025-12-24'], ['2025-12-24', '2026-12-24'])).toEqual(['2025-12-24', '2026-12-24']);
    expect(decide(['2025-12-24'], [])).toBeNull();
  });

  it('O18 sixty at most', () => {
    const days = Array.from({ length: 61 }, (_, index) => addDays('2027-01-01', index));
    expect(decide(['2025-12-24'], days.slice(1))).toHaveLength(61);
    expect(refusalOf(() => decide([], days))).toEqual(refused);
  });
});
