import { describe, expect, it } from 'vitest';
import { noCounts } from '@roer/domain/insights/coverage-counts';
import type { DashboardGroup, DashboardTeam } from '@roer/domain/insights/dashboard';
import { dashboardLines, dashboardSheets } from '@roer/domain/insights/dashboard-lines';
import type { DashboardWords } from '@roer/domain/insights/dashboard-lines';
import type { Band } from '@roer/domain/insights/band';
import { csvText } from '@roer/domain/responsibilities/overview-csv';
import { theId } from './team-builder.ts';

const words: DashboardWords = {
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
  stateAt: (state, criticality) => `${state} ${criticality}`,
  band: (band) => band ?? 'none',
  load: (block) => `Load ${block}`,
  summary: ({ startsOn }) => `Work ${startsOn}`,
  learn: ({ startsOn }) => `Learn ${startsOn}`,
  notTold: 'not told',
  noneYet: 'none yet',
  absent: 'no group',
  together: (teams) => `${teams} as one`,
  alarm: (about) => `heavy: ${about.join('+')}`,
  noResult: 'go and talk',
  outside: 'in no group',
  off: 'check-in is off',
  gone: 'no more here',
};
const team = (number: number, name: string, changed: Partial<DashboardTeam> = {}): DashboardTeam => ({
  id: theId('team', number),
  name,
  people: 9,
  counts: noCounts(),
  waiting: 0,
  late: 0,
  ...changed,
});
const epoch = (
  number: number,
  startsOn: string,
  [work, learn]: [Band | null, Band | null],
  load: (Band | null)[] | null,
) => ({
  number,
  startsOn,
  endsOn: startsOn,
  bands: { fits: work, overview: work, core: work, help: work, learn },
  load,
  breaks: false,
});
const groups: DashboardGroup[] = [
  {
    teams: [
      team(1, '=SUM(A1)', {
        counts: { covered: [1, 2, 3], fragile: [0, 1, 1], unclear: [0, 0, 1], gap: [2, 0, 2] },
        waiting: 2,
        late: 1,
      }),
    ],
    others: [],
    checkInIsOff: false,
    picture: {
      epochs: [epoch(4, '2026-03-09', ['heavy', 'light'], ['light', null, 'heavy'])],
      running: null,
      alarms: [],
    },
  },
  {
    teams: [team(2, 'Groen'), team(3, 'Water')],
    others: [],
    checkInIsOff: false,
    picture: { epochs: [epoch(5, '2026-03-23', ['middle', null], null)], running: null, alarms: ['fits', 'core'] },
  },
  { teams: [team(4, 'Klein')], others: [], checkInIsOff: false, picture: null },
];

describe('a domain in lines', () => {
  it('I1.1 I1.7 I1.10 P7 says of every team what the screen shows, the same of teams that are counted together', () => {
    const { teams, summary, learn } = dashboardSheets({ groups }, words);
    expect(teams).toEqual([
      [
        'Team',
        'People',
        'Total',
        'Covered',
        'Fragile',
        'Unclear',
        'Gap',
        'Critical',
        'Waiting',
        'Late',
        ...['covered', 'fragile', 'unclear', 'gap'].flatMap((state) => [3, 2, 1].map((level) => `${state} ${level}`)),
        'Load 0',
        'Load 1',
        'Load 2',
        'Note',
      ],
      ['=SUM(A1)', ...'9 13 6 2 1 4 4 2 1 3 2 1 1 1 0 1 0 0 2 0 2 light none heavy'.split(' '), ''],
      ...['Groen', 'Water', 'Klein'].map((name) => [
        name,
        '9',
        ...Array.from({ length: 20 }, () => '0'),
        ...Array.from({ length: 3 }, () => (name === 'Klein' ? 'no group' : 'not told')),
        name === 'Klein' ? 'in no group' : '2 as one heavy: fits+core go and talk',
      ]),
    ]);
    expect(summary).toEqual([
      ['Team', 'Work 2026-03-09', 'Work 2026-03-23'],
      ['=SUM(A1)', 'heavy', 'no group'],
      ['Groen', 'no group', 'middle'],
      ['Water', 'no group', 'middle'],
      ['Klein', 'no group', 'no group'],
    ]);
    expect(learn.map((line) => line.slice(1))).toEqual([
      ['Learn 2026-03-09', 'Learn 2026-03-23'],
      ['light', 'no group'],
      ['no group', 'none'],
      ['no group', 'none'],
      ['no group', 'no group'],
    ]);
  });

  it('I1.7 P3 says of a time in which a group was not there that it was not, and never that answers were too few', () => {
    const [alone, together] = groups;
    const whole = together?.picture && {
      ...together.picture,
      epochs: [epoch(5, '2026-03-23', ['light', 'light'], null)],
    };
    const { teams, summary } = dashboardSheets(
      {
        groups: [
          ...(alone ? [alone] : []),
          { teams: [team(2, 'Groen')], others: [], checkInIsOff: false, picture: whole ?? null },
        ],
      },
      words,
    );
    expect(summary[2]).toEqual(['Groen', 'no group', 'light']);
    expect(teams[2]?.at(-1)).toBe('heavy: fits+core');
  });

  it('I1.7 P16 says of a team in no group that the check-in is off, where it is', () => {
    const off = groups.map((group) => ({ ...group, checkInIsOff: true }));
    const notes = dashboardSheets({ groups: off }, words).teams.map((line) => line.at(-1));
    // What was published before it went off stands as it did.
    expect(notes.slice(2)).toEqual([
      '2 as one heavy: fits+core go and talk',
      '2 as one heavy: fits+core go and talk',
      'check-in is off',
    ]);
  });

  it('I1.7 I1.13 has a line for a team that is counted here and is not here any more, without its counts', () => {
    const [alone, together] = groups;
    const others = [{ id: theId('team', 5), name: 'Oud', closedHere: true }];
    const lines = (group: DashboardGroup | undefined) =>
      dashboardSheets(
        { groups: [{ teams: [], picture: null, checkInIsOff: false, ...group, others }] },
        words,
      ).teams.slice(1);
    const blank = Array.from({ length: 21 }, () => '');
    // One that had others beside it is as one of several, also when it is the only one that is left here.
    expect(lines(alone).map((line) => line.slice(22))).toEqual([
      ['not told', 'not told', 'not told', '2 as one'],
      ['not told', 'not told', 'not told', 'no more here 2 as one'],
    ]);
    expect(lines(together)[2]?.slice(0, 22)).toEqual(['Oud', ...blank]);
    expect(lines({ teams: [], others: [], checkInIsOff: false, picture: alone?.picture ?? null })).toEqual([
      ['Oud', ...blank, 'light', 'none', 'heavy', 'no more here'],
    ]);
  });

  it('I1.7 stands in one file, every line as long as the heads, and no team name is a formula there', () => {
    const lines = dashboardLines({ groups }, words);
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([30]));
    expect(csvText(lines, ';')).toContain("\r\n'=SUM(A1);9;13;");
  });
});
