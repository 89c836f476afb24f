import { describe, expect, it } from 'vitest';
import type { Band } from '@roer/domain/insights/band';
import { noCounts } from '@roer/domain/insights/coverage-counts';
import type { DashboardGroup, GroupPicture } from '@roer/domain/insights/dashboard';
import { lastYear } from '@roer/domain/insights/last-year';
import {
  periodsIn,
  quarterOn,
  quarterText,
  quarterToShow,
  quartersAt,
  quartersBefore,
  readQuarter,
} from '@roer/domain/insights/quarter';
import { quarterLines } from '@roer/domain/insights/quarter-lines';
import type { QuarterWords } from '@roer/domain/insights/quarter-lines';
import { alarmsIn, countBands, deriveQuarterRows, lacksResult } from '@roer/domain/insights/quarter-rows';
import type { QuarterChoice } from '@roer/domain/insights/quarter-rows';
import { epochsKept } from '@roer/domain/insights/series';
import type { PublishedEpoch } from '@roer/domain/insights/series';
import { epochTimes } from '@roer/domain/workload/epoch';
import { theId } from './team-builder.ts';

type Given = { from: number; until: number; breaksAt?: number; band?: (number: number) => Band | null };
const groupOf = ({ from, until, breaksAt, band = () => 'middle' }: Given, name = 'Water'): DashboardGroup => {
  const epochs: PublishedEpoch[] = Array.from({ length: until - from + 1 }, (_, index) => {
    const number = from + index;
    const { startsOn, endsOn } = epochTimes(number);
    const work = band(number);
    return {
      number,
      startsOn,
      endsOn,
      bands: { fits: work, overview: work, core: work, help: work, learn: 'light' },
      load: ['heavy', 'light', 'light'],
      breaks: number === breaksAt,
    };
  });
  const team = { id: theId('team', name.length), name, people: 9, counts: noCounts(), waiting: 0, late: 0 };
  return { teams: [team], others: [], checkInIsOff: false, picture: { epochs, running: null, alarms: [] } };
};
const startingAt = (number: number): GroupPicture => ({
  epochs: [],
  running: { number, publishesAt: 0 },
  alarms: [],
});
const quarter = { year: 2026, part: 4 };
const against = { year: 2026, part: 3 };
const [first, last] = [periodsIn(quarter)[0]?.number ?? 0, periodsIn(quarter).at(-1)?.number ?? 0];

describe('quarters', () => {
  it('I1.8 takes every period into the quarter in which it begins, and into no other', () => {
    const numbers: number[] = [];
    for (let at = { year: 2026, part: 1 }; at.year < 2032; at = quartersBefore(at, -1)) {
      const periods = periodsIn(at);
      // The first quarter of all begins with the first period of all.
      if (numbers.length > 0) expect([6, 7]).toContain(periods.length);
      for (const { startsOn } of periods) expect(quarterOn(startsOn)).toEqual(at);
      numbers.push(...periods.map(({ number }) => number));
    }
    expect(numbers).toEqual(numbers.map((_, index) => index));
    expect(readQuarter(quarterText(quarter))).toEqual(quarter);
    for (const text of [null, '', '2026', '2026-5', '26-1', '2026-1x']) expect(readQuarter(text)).toBeNull();
    expect(quartersBefore(quarter, 4)).toEqual({ year: 2025, part: 4 });
    expect(quartersBefore({ year: 2026, part: 1 }, 1)).toEqual({ year: 2025, part: 4 });
  });

  it('I1.8 begins with the quarter of what was published last, and offers those that pictures hold', () => {
    const { publishesAt } = epochTimes(first);
    expect(quarterToShow(publishesAt - 1)).toEqual(against);
    expect(quarterToShow(publishesAt)).toEqual(quarter);
    expect(quartersAt('2028-02-01').map(quarterText)).toEqual([
      '2028-1',
      '2027-4',
      '2027-3',
      '2027-2',
      '2027-1',
      '2026-4',
    ]);
    expect(quartersAt('2026-05-01').map(quarterText)).toEqual(['2026-2', '2026-1']);
    const back = quartersAt('2031-12-31').at(-1) ?? quarter;
    const [oldest] = periodsIn(back);
    const [, newest] = [0, periodsIn(quarterOn('2031-12-31')).at(-1)?.number ?? 0];
    expect(newest - (oldest?.number ?? 0)).toBeLessThan(epochsKept);
  });

  it('I1.8 puts two quarters of one group beside each other: bands, no result, and what comes yet', () => {
    const group = groupOf({ from: 5, until: first + 2, band: (number) => (number === first ? null : 'heavy') });
    const [row] = deriveQuarterRows([group], { quarter, against });
    expect(row?.periods.map(({ summary }) => summary)).toEqual([
      null,
      'heavy',
      'heavy',
      ...Array.from({ length: last - first - 2 }, () => 'coming'),
    ]);
    expect(row?.periods[0]).toMatchObject({ learn: 'light', load: 'heavy' });
    expect(row?.earlier).toEqual(deriveQuarterRows([group], { quarter: against, against: null })[0]?.periods);
    expect(countBands(row?.periods.map(({ summary }) => summary) ?? [])).toEqual([
      { band: 'heavy', count: 2 },
      { band: null, count: 1 },
    ]);
    expect(lacksResult(row?.periods ?? [])).toBe(true);
    expect(deriveQuarterRows([group], { quarter, against: null })[0]?.earlier).toBeNull();
  });

  it('I1.9 says where a group became another one instead of comparing it, wherever between the two that was', () => {
    const start = periodsIn(against)[0]?.number ?? 0;
    const earlierOf = (breaksAt: number, from = 5) =>
      deriveQuarterRows([groupOf({ from, until: last, breaksAt })], { quarter, against })[0]?.earlier;
    for (let number = start + 1; number <= last; number += 1)
      expect(earlierOf(number)).toEqual({ because: 'broken', on: epochTimes(number).startsOn });
    // What it was before both quarters does not matter to them.
    expect(earlierOf(start)).toHaveLength(periodsIn(against).length);
    expect(earlierOf(first, first)).toEqual({ because: 'nothing' });
    const outside = { ...groupOf({ from: 5, until: last }), picture: null };
    expect(deriveQuarterRows([outside], { quarter, against })[0]?.earlier).toEqual({ because: 'nothing' });
  });

  it('I1.8 P3 leaves blank what was before a group began, and says of none of it that there were too few answers', () => {
    const young = groupOf({ from: first + 1, until: first + 1 }, 'Nieuw');
    const begins = { ...groupOf({ from: 0, until: -1 }, 'Begint'), picture: startingAt(first + 2) };
    const outside = { ...young, picture: null };
    const of = (groups: DashboardGroup[]) => {
      const rows = deriveQuarterRows(groups, { quarter, against: null });
      return rows.map(({ periods }) => periods.map(({ summary, learn, load }) => [summary, learn, load]));
    };
    const same = <Value>(value: Value) => [value, value, value];
    const [one, two, three] = of([young, begins, outside]);
    expect(one?.slice(0, 3)).toEqual([same('absent'), ['middle', 'light', 'heavy'], same('coming')]);
    expect(two?.slice(0, 4)).toEqual([same('absent'), same('absent'), same('coming'), same('coming')]);
    expect(three).toEqual(periodsIn(quarter).map(() => same('absent')));
    // Also when nothing was published of any group yet.
    expect(of([begins])).toEqual([two]);
    const [row] = deriveQuarterRows([begins], { quarter: against, against: null });
    expect(row?.periods.every(({ summary }) => summary === 'absent')).toBe(true);
    expect(lacksResult(row?.periods ?? [])).toBe(false);
    expect(countBands(row?.periods.map(({ summary }) => summary) ?? [])).toEqual([]);
  });

  it('I1.8 P3 leaves blank what was between two times in which the group was there', () => {
    const whole = groupOf({ from: first, until: first + 3 });
    const epochs = whole.picture?.epochs.filter(({ number }) => number !== first + 1) ?? [];
    const [row] = deriveQuarterRows([{ ...whole, picture: { epochs, running: null, alarms: [] } }], {
      quarter,
      against: null,
    });
    expect(row?.periods.slice(0, 3).map(({ summary }) => summary)).toEqual(['middle', 'absent', 'middle']);
  });

  it('I1.8 shows nothing of the rest of a picture: bands of other periods change no row', () => {
    const one = groupOf({ from: 5, until: last });
    const other = groupOf({ from: 5, until: last, band: (number) => (number < first ? 'heavy' : 'middle') });
    const only = { quarter, against: null };
    const periodsOf = (group: DashboardGroup) => deriveQuarterRows([group], only)[0]?.periods;
    expect(periodsOf(other)).toEqual(periodsOf(one));
    const [cut] = lastYear([groupOf({ from: 0, until: 39 })]);
    expect(cut?.picture?.epochs.map(({ number }) => number)).toEqual(
      Array.from({ length: 26 }, (_, index) => 14 + index),
    );
  });
});

const words: QuarterWords = {
  column: {
    team: 'Team',
    people: 'People',
    total: 'Total',
    critical: 'Critical',
    waiting: 'Waiting',
    late: 'Late',
    note: 'Note',
  },
  state: { covered: 'Covered', fragile: 'Fragile', unclear: 'Unclear', gap: 'Gap' },
  head: { quarter: 'Quarter', period: 'Period', summary: 'Work', learn: 'Learn', load: 'Load' },
  quarter: quarterText,
  period: ({ startsOn }) => startsOn,
  band: (band) => band ?? 'none',
  coming: 'later',
  absent: 'no group',
  noResult: 'go and talk',
  outside: 'in no group',
  off: 'check-in is off',
  gone: 'no more here',
  notTold: 'not told',
  together: (teams) => `${teams} as one`,
  alarm: (about) => `heavy: ${about.join('+')}`,
  notCompared: (why) => why.because,
};

describe('quarters in lines', () => {
  it('I1.11 P16 have a line for each team and period, and one that says why nothing is compared', () => {
    const groups = [
      groupOf({ from: 5, until: first, band: (number) => (number === first ? null : 'light') }, 'Water'),
      groupOf({ from: 5, until: first, breaksAt: first }, 'Groen1'),
      { ...groupOf({ from: 0, until: 0 }, 'Klein12'), picture: null },
    ];
    const choice = { quarter, against };
    const lines = quarterLines(deriveQuarterRows(groups, choice), { choice, words });
    const both = periodsIn(quarter).length + periodsIn(against).length;
    expect(lines).toHaveLength(1 + both + 2 * (periodsIn(quarter).length + 1));
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([16]));
    expect(lines[1]?.slice(10)).toEqual([
      '2026-4',
      epochTimes(first).startsOn,
      'none',
      'light',
      'heavy',
      'go and talk',
    ]);
    expect(lines[2]?.slice(10, 13)).toEqual(['2026-4', epochTimes(first + 1).startsOn, 'later']);
    expect(lines.findLast(([team]) => team === 'Groen1')?.slice(10)).toEqual(['2026-3', '', '', '', '', 'broken']);
    const off = groups.slice(2).map((group) => ({ ...group, checkInIsOff: true }));
    expect(quarterLines(deriveQuarterRows(off, choice), { choice, words })[1]?.at(-1)).toBe('check-in is off');
    expect(lines.find(([team]) => team === 'Klein12')?.slice(12)).toEqual([
      'no group',
      'no group',
      'no group',
      'in no group',
    ]);
  });

  it('I1.11 P7 say an alarm beside the quarter that it is of, and beside no other', () => {
    const group = groupOf({ from: 5, until: first + 1 });
    const picture = group.picture && { ...group.picture, alarms: ['fits' as const] };
    const notes = (choice: QuarterChoice) =>
      quarterLines(deriveQuarterRows([{ ...group, picture }], choice), { choice, words })
        .slice(1)
        .map((line) => [line[10], line.at(-1)]);
    const compared = notes({ quarter, against });
    expect(compared.every(([of, note]) => note === (of === '2026-4' ? 'heavy: fits' : ''))).toBe(true);
    expect(compared).toHaveLength(periodsIn(quarter).length + periodsIn(against).length);
    // Nothing of a time without this group is called too few answers.
    expect(notes({ quarter, against: { year: 2026, part: 1 } }).every(([, note]) => note !== 'go and talk')).toBe(true);
    expect(notes({ quarter: against, against: null }).every(([, note]) => note === '')).toBe(true);
    expect(alarmsIn({ ...group, picture: null }, periodsIn(quarter))).toEqual([]);
  });

  it('I1.11 I1.13 have lines for a team that is counted here and is not here any more, without its counts', () => {
    const choice = { quarter, against: null };
    const [group] = [groupOf({ from: 5, until: first })];
    const others = [{ id: theId('team', 90), name: 'Oud', closedHere: true }];
    const lines = quarterLines(deriveQuarterRows([{ ...group, others }], choice), { choice, words });
    const [here, gone] = ['Team', 'Oud'].map((name) =>
      lines.slice(1).filter(([team]) => (team === 'Oud') === (name === 'Oud')),
    );
    expect(gone).toHaveLength(periodsIn(quarter).length);
    expect(gone?.[0]?.slice(1, 10)).toEqual(Array.from({ length: 9 }, () => ''));
    expect(gone?.[0]?.slice(10, 14)).toEqual(here?.[0]?.slice(10, 14));
    expect([here, gone].map((each) => each?.[0]?.slice(14))).toEqual([
      ['not told', '2 as one'],
      ['not told', 'no more here 2 as one'],
    ]);
  });
});
