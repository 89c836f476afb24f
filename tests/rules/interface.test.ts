import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announcementQueue } from '@roer/web/ui/announcement-queue.ts';
import { formatHours, parseHours } from '@roer/web/ui/hours-text.ts';
import { initialsOf } from '@roer/web/ui/initials.ts';

describe('hours as people write them', () => {
  it.each([
    ['6', 360],
    ['6,5', 390],
    ['6.25', 375],
    [' 1:30 ', 90],
    ['2 uur', 120],
    ['0,1', 6],
    ['0', 0],
    ['168', 10_080],
  ])('UI4 reads "%s" as %i minutes', (text, minutes) => {
    expect(parseHours(text)).toBe(minutes);
  });

  it.each(['', 'zes', '-2', '1:75', '6,5,5', '169', '1e3'])('UI4 does not guess at "%s"', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });

  it('UI4 what is shown can be read back, in both languages', () => {
    expect(formatHours(390, 'nl')).toBe('6,5');
    expect(formatHours(390, 'en')).toBe('6.5');
    for (let minutes = 0; minutes <= 2400; minutes += 3)
      for (const language of ['nl', 'en']) expect(parseHours(formatHours(minutes, language))).toBe(minutes);
  });
});

describe('announcements', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('UI5 the first is said at once, what follows within ten seconds together', () => {
    const said: string[] = [];
    const { announce } = announcementQueue((words) => said.push(words));
    announce('Een.');
    announce('Twee.');
    announce('Drie.');
    announce('Twee.');
    expect(said).toEqual(['Een.']);
    vi.advanceTimersByTime(9_999);
    expect(said).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(said).toEqual(['Een.', 'Twee. Drie.']);
    vi.advanceTimersByTime(20_000);
    announce('Vier.');
    expect(said.at(-1)).toBe('Vier.');
  });
});

describe('initials', () => {
  it.each([
    ['Esra Kaya', 'EK'],
    ['Dirk-Jan Mol', 'DM'],
    ['Ingrid van den Berg', 'IB'],
    ['Anouk', 'A'],
    ['  Şule   Öz ', 'ŞÖ'],
    ['', ''],
  ])('UI6 "%s" gives "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
