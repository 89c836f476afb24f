import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { decideAcceptOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import type { TeamSnapshot } from '@roer/domain/feed';
import { bandOf } from '@roer/domain/workload/load-band';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { LoadWeek, PersonLoad } from '@roer/domain/workload/load';
import { deadlineWork, withAbsences, withDeadlines, withOwnHolidays } from './load-builder.ts';
import { after, aTeam, by, responsibility, theId, today } from './team-builder.ts';

const me = theId('person', 1);
const season = [200, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 50];

const loadOf = (facts: TeamSnapshot, person = 1, date = today): PersonLoad => {
  const found = deriveTeamLoad(facts, date).people.find(({ personId }) => personId === theId('person', person));
  if (!found) throw new Error('They are in the team.');
  return found;
};
const weekOf = (facts: TeamSnapshot, person = 1, date = today, week = 0): LoadWeek => {
  const found = loadOf(facts, person, date).weeks[week];
  if (!found) throw new Error('There are twelve weeks.');
  return found;
};
const carried = (facts: TeamSnapshot, person = 1, date = today, week = 0): number =>
  weekOf(facts, person, date, week).recurring;
const available = (facts: TeamSnapshot, person = 1, date = today): number => weekOf(facts, person, date).available;

const since = (facts: TeamSnapshot, from: string): TeamSnapshot => ({
  ...facts,
  member: Object.fromEntries(Object.entries(facts.member).map(([id, row]) => [id, { ...row, from }])),
  assignment: Object.fromEntries(Object.entries(facts.assignment).map(([id, row]) => [id, { ...row, from }])),
});

describe('what somebody carries', () => {
  const facts = aTeam({
    responsibilities: [
      responsibility(1, { minutesAWeek: 600, season }),
      responsibility(2, { minutesAWeek: 90 }),
      responsibility(3, { minutesAWeek: 300, closedOn: today }),
    ],
    carried: [
      { person: 1, share: 50 },
      { person: 1, responsibility: 2, role: 'substitute' },
      { person: 1, responsibility: 3 },
      { person: 2, responsibility: 2 },
    ],
  });

  it('W1.1 is their share of the hours of what they hold, not of what they stand in for', () => {
    expect([1, 2, 3].map((person) => carried(facts, person))).toEqual([300, 90, 0]);
  });

  it('W1.1 in the month of the Thursday of the week, also in week 53', () => {
    // Monday 30 November and Thursday 3 December; Thursday 31 December (week 53) and Friday 1 January.
    expect(loadOf(facts).weeks.map(({ monday, recurring }) => [monday, recurring])).toEqual([
      ['2026-11-23', 300],
      ['2026-11-30', 150],
      ['2026-12-07', 150],
      ['2026-12-14', 150],
      ['2026-12-21', 150],
      ['2026-12-28', 150],
      ['2027-01-04', 600],
      ['2027-01-11', 600],
      ['2027-01-18', 600],
      ['2027-01-25', 600],
      ['2027-02-01', 300],
      ['2027-02-08', 300],
    ]);
    expect(carried(facts, 1, '2027-01-01')).toBe(150);
  });

  it('W1.1 R4.8 what is given for a while counts for who carries it, day by day', () => {
    // Ten days from a Monday: the Wednesday of the second week is the first day that is not theirs.
    const until = addDays(today, 9);
    const offer = {
      offerId: theId('offer', 1),
      assignmentId: theId('assignment', 1),
      kind: 'give' as const,
      toPersonId: theId('person', 3),
      sharePercent: 50,
      temporaryUntil: until,
    };
    const open = after(facts, decideMakeOffer(facts, offer, by(1)));
    const given = after(open, decideAcceptOffer(open, { ...offer, assignmentId: theId('assignment', 9) }, by(3)));
    const weeks = (person: number) =>
      loadOf(given, person)
        .weeks.slice(0, 3)
        .map(({ recurring }) => recurring);
    // Monday and Tuesday are half of a week of four days.
    expect([weeks(1), weeks(3)]).toEqual([
      [0, 75, 150],
      [300, 75, 0],
    ]);
  });

  it('W1.4 goes to who stands in and is there on the days of an absence, in equal parts, else it stands still', () => {
    const standing = aTeam({
      people: 4,
      responsibilities: [responsibility(1, { minutesAWeek: 400 })],
      carried: [
        { person: 1, share: 100 },
        { person: 2, role: 'substitute' },
        { person: 3, role: 'substitute' },
      ],
    });
    const away = withAbsences(standing, [
      { person: 1, from: '2026-11-24', until: '2026-11-27' },
      { person: 2, from: '2026-11-25', until: '2026-11-27' },
      { person: 3, from: '2026-11-26', until: '2026-11-28' },
    ]);
    // A hundred minutes a day: Monday is their own, Tuesday is shared, Wednesday is the third's, Thursday stands still.
    expect([1, 2, 3, 4].map((person) => carried(away, person))).toEqual([100, 50, 150, 0]);
    expect(deriveTeamLoad(away, today).standsStill.slice(0, 2)).toEqual([100, 0]);
  });

  it('W1.6 asks nothing in a week in which all their days are free, and lies over their other days else', () => {
    const closed = withOwnHolidays(facts, ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31']);
    expect([4, 5, 6].map((week) => carried(closed, 1, today, week))).toEqual([150, 0, 600]);
    expect(deriveTeamLoad(closed, today).standsStill[5]).toBe(0);
    const withoutHours = {
      ...facts,
      member: Object.fromEntries(
        Object.entries(facts.member).map(([id, row]) => [id, { ...row, minutesByWeekday: [0, 0, 0, 0, 0, 0, 0] }]),
      ),
    };
    expect(weekOf(withoutHours)).toMatchObject({ recurring: 300, available: 0, over: { likely: 300 } });
    expect(carried(withAbsences(withoutHours, [{ person: 1, from: today, until: '2026-11-25' }]))).toBe(180);
  });
});

describe('what somebody has', () => {
  const facts = aTeam();

  it('W1.2 is what their membership says by weekday', () => {
    expect(weekOf(facts)).toMatchObject({ contract: 4 * 480, available: 4 * 480 });
    expect(deriveTeamLoad(facts, today).people.map(({ name }) => name)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  });

  it('W1.2 less their own absence, counted once, on days that they work', () => {
    // Monday to Thursday are worked: away on Wednesday, Thursday and Friday.
    const away = withAbsences(facts, [
      { person: 1, from: '2026-11-25', until: '2026-11-28' },
      { person: 1, from: '2026-11-26', until: '2026-11-27' },
    ]);
    expect([1, 2].map((person) => available(away, person))).toEqual([2 * 480, 4 * 480]);
    expect(available(withAbsences(facts, [{ person: 1, from: '2026-11-27', until: '2026-11-30' }]))).toBe(4 * 480);
  });

  it('W1.2 less public and own holidays, once when they are away on them too', () => {
    // Thursday 25 December 2025 and Friday 26, and Thursday 1 January.
    const longAgo = since(facts, '2020-01-01');
    expect(available(longAgo, 1, '2025-12-22')).toBe(3 * 480);
    const away = withAbsences(longAgo, [{ person: 1, from: '2025-12-25', until: '2025-12-27' }]);
    expect(available(away, 1, '2025-12-22')).toBe(3 * 480);
    expect(available(withOwnHolidays(away, ['2025-12-24', '2025-12-25']), 1, '2025-12-22')).toBe(2 * 480);
    // Their membership began on Thursday 1 January 2026, a holiday.
    expect(available(facts, 1, '2026-01-01')).toBe(0);
    expect(available(facts, 1, '2026-01-05')).toBe(4 * 480);
  });

  it('W1.2 is whole days, also in the weeks in which the clock changes', () => {
    expect(available(facts, 1, '2026-03-23')).toBe(4 * 480);
    expect(available(facts, 1, '2026-10-19')).toBe(4 * 480);
    const weekend = (from: string, until: string) => withAbsences(facts, [{ person: 1, from, until }]);
    // Sunday 29 March and Sunday 25 October have 23 and 25 hours.
    expect(available(weekend('2026-03-29', '2026-03-31'), 1, '2026-03-30')).toBe(3 * 480);
    expect(available(weekend('2026-10-25', '2026-10-27'), 1, '2026-10-26')).toBe(3 * 480);
  });
});

describe('work with a deadline', () => {
  const team = aTeam({
    people: 3,
    responsibilities: [responsibility(1, { minutesAWeek: 0 })],
    carried: [
      { person: 1, share: 33 },
      { person: 2, share: 66 },
      { person: 3, role: 'substitute' },
    ],
  });
  const likely = (facts: TeamSnapshot) => [1, 2, 3].map((person) => weekOf(facts, person).deadline.likely);
  const work = deadlineWork(1, { likelyMinutes: 1000, mostMinutes: 1000 });

  it('W1.5 is done by who took a part, and else by the holders in the ratio of their shares', () => {
    expect(likely(withDeadlines(team, [work]))).toEqual([330, 670, 0]);
    const took = { ...work, shares: [{ personId: theId('person', 3), percent: 40 }] };
    expect(likely(withDeadlines(team, [took]))).toEqual([200, 400, 400]);
    expect(
      likely(withAbsences(withDeadlines(team, [took]), [{ person: 1, from: today, until: '2026-12-01' }])),
    ).toEqual([200, 400, 400]);
    expect(likely(withDeadlines(aTeam(), [work]))).toEqual([0, 0, 0]);
  });

  it('W1.8 has until it is due, and what is overdue until Sunday; done work and closed responsibilities ask nothing', () => {
    const mine = (changed: Parameters<typeof deadlineWork>[1]) =>
      loadOf(withDeadlines(team, [{ ...work, ...changed }]), 1, '2026-11-25');
    expect(mine({ due: '2026-11-20' }).weeks[0]?.deadline.likely).toBe(330);
    expect(mine({ due: '2026-11-25' }).misfit.likely).toBeNull();
    // The whole of it, on the Wednesday alone.
    const alone = aTeam({ responsibilities: [responsibility(1, { minutesAWeek: 0 })], carried: [{ person: 1 }] });
    expect(loadOf(withDeadlines(alone, [{ ...work, due: '2026-11-25' }]), 1, '2026-11-25').misfit.likely).toEqual({
      from: '2026-11-25',
      until: '2026-11-26',
      demand: 1000,
      capacity: 480,
      excess: 520,
    });
    expect(mine({ earliestStart: '2026-12-01', due: '2026-12-02' }).weeks[1]?.deadline.likely).toBe(330);
    expect(mine({ doneOn: today }).weeks[0]?.deadline.likely).toBe(0);
    const closed = {
      ...team,
      responsibility: { [theId('responsibility', 1)]: responsibility(1, { closedOn: today }) },
    };
    expect(likely(withDeadlines(closed, [work]))).toEqual([0, 0, 0]);
  });

  it('W1.10 is told beside the columns when it can be done in more weeks than one, or after the twelve', () => {
    const facts = withDeadlines(team, [
      { ...work, due: '2026-12-04' },
      deadlineWork(2, { due: '2027-06-01', earliestStart: '2027-02-01' }),
      deadlineWork(3, { due: '2027-06-01', earliestStart: '2027-03-01' }),
    ]);
    const { weeks, wide } = loadOf(facts);
    expect(weeks.every(({ deadline }) => deadline.most === 0)).toBe(true);
    expect(
      wide.map(({ title, from, until, percent, minutes }) => [title, from, until, percent, minutes.likely]),
    ).toEqual([
      ['Work 1', today, '2026-12-05', 33, 330],
      ['Work 2', '2027-02-01', '2027-06-02', 33, 238],
    ]);
  });
});

describe('whether it fits', () => {
  const team = (minutesAWeek: number) =>
    aTeam({ responsibilities: [responsibility(1, { minutesAWeek })], carried: [{ person: 1 }] });

  it('W1.7 is light below 80 %, heavy from 95 %, and heavy without any time', () => {
    expect([0, 79.9, 80, 94.9, 95, 200].map((minutes) => bandOf(minutes, 100))).toEqual([
      'light',
      'light',
      'middle',
      'middle',
      'heavy',
      'heavy',
    ]);
    expect([bandOf(0, 0), bandOf(1, 0)]).toEqual(['light', 'heavy']);
    expect(weekOf(team(1900))).toMatchObject({ band: { likely: 'heavy' }, over: { likely: 0 } });
  });

  it('W1.9 names the interval with the largest excess, and smears nothing', () => {
    const first = deadlineWork(1, { due: '2026-12-04', likelyMinutes: 2900 });
    const second = deadlineWork(2, { earliestStart: '2026-12-08', due: '2026-12-09', likelyMinutes: 1000 });
    const facts = withDeadlines(team(600), [first, second]);
    // Two weeks have 3840 minutes for 1200 and 2900; the Tuesday and Wednesday have 960 for 1000.
    expect(loadOf(facts).misfit.likely).toEqual({
      from: today,
      until: '2026-12-07',
      demand: 4100,
      capacity: 3840,
      excess: 260,
    });
    expect(loadOf(withDeadlines(team(600), [second])).misfit.likely).toEqual({
      from: '2026-12-08',
      until: '2026-12-10',
      demand: 1000,
      capacity: 960,
      excess: 40,
    });
    // Overdue work has until Sunday: 600, 2900 and 1000 in one week.
    expect(loadOf(facts, 1, '2026-12-07').misfit.likely).toEqual({
      from: '2026-12-07',
      until: '2026-12-14',
      demand: 4500,
      capacity: 1920,
      excess: 2580,
    });
    expect(weekOf(facts, 1, '2026-12-07')).toMatchObject({ deadline: { likely: 3900 }, over: { likely: 2580 } });
  });

  it('W1.9 passes over half a minute, and what is due after the twelve weeks', () => {
    const half = aTeam({
      responsibilities: [responsibility(1, { minutesAWeek: 3841 })],
      carried: [{ person: 1, share: 50 }],
    });
    expect(weekOf(half)).toMatchObject({ recurring: 1921, over: { likely: 1 } });
    const less = {
      ...half,
      responsibility: { [theId('responsibility', 1)]: responsibility(1, { minutesAWeek: 3840 }) },
    };
    expect(loadOf(less).misfit.likely).toBeNull();
    const beyond = deadlineWork(1, { due: '2027-02-15', mostMinutes: 50_000 });
    expect(loadOf(withDeadlines(team(1900), [beyond])).misfit.most).toBeNull();
    expect(loadOf(withDeadlines(team(1900), [{ ...beyond, due: '2027-02-14' }])).misfit.most).not.toBeNull();
  });

  it('W1.13 is told for the least, the likely and the most minutes', () => {
    const { weeks, misfit } = loadOf(
      withDeadlines(team(1200), [deadlineWork(1, { leastMinutes: 600, mostMinutes: 730 })]),
    );
    expect(weeks[0]).toMatchObject({
      deadline: { least: 600, likely: 720, most: 730 },
      over: { least: 0, likely: 0, most: 10 },
      band: { least: 'middle', likely: 'heavy', most: 'heavy' },
    });
    expect(misfit).toMatchObject({ least: null, likely: null, most: { excess: 10 } });
  });
});

describe('a team', () => {
  it('W1.3 W1.9 is told per membership, everybody with twelve weeks and nobody else', () => {
    const load = deriveTeamLoad(aTeam({ people: 2 }), today);
    expect(load.people.map(({ personId, weeks }) => [personId, weeks.length])).toEqual([
      [me, 12],
      [theId('person', 2), 12],
    ]);
    expect(load.mondays).toEqual(load.people[0]?.weeks.map(({ monday }) => monday));
  });
});
