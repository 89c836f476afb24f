import { describe, expect, it } from 'vitest';
import type { AbsenceRow, DelegationRow, TeamSnapshot } from '@roer/domain/feed';
import { countWeek, deriveMyWeek, nextAfterWeek } from '@roer/domain/responsibilities/my-week';
import { deriveYear } from '@roer/domain/responsibilities/year';
import { duty, occurrence, schedule, withDuties } from './duty-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const carried = [{ person: 1 }, { person: 2, role: 'substitute' as const }, { person: 2, responsibility: 2 }];
const team = aTeam({ responsibilities: [responsibility(1), responsibility(2)], carried });
const wednesday = duty(2, {}, [schedule({ rrule: 'FREQ=WEEKLY;BYDAY=WE' })]);
const facts = withDuties(
  team,
  [duty(), wednesday],
  [occurrence('2026-11-16'), occurrence('2026-11-18', { number: 2 })],
);
const away = (person: number, from: string, until: string): TeamSnapshot['absence'] => {
  const row: AbsenceRow = { id: theId('absence', person), personId: theId('person', person), from, until };
  return { [row.id]: row };
};
const week = (snapshot: TeamSnapshot, person: number, day = today) =>
  deriveMyWeek(snapshot, { personId: theId('person', person), today: day }).map(
    ({ occurrence: { on, state }, as, away: absent }) =>
      [on, state, as, ...absent.map((id) => Number(id.slice(-12)))].join(' '),
  );

// Today is Monday 23 November 2026.
describe('my week', () => {
  it('R3.11 holds the dates of this week of what I carry, settled ones too', () => {
    expect(week(facts, 1)).toEqual(['2026-11-23 today carries', '2026-11-25 upcoming carries']);
    const done = withDuties(team, [duty()], [occurrence('2026-11-23')]);
    expect(week(done, 1)).toEqual(['2026-11-23 done carries']);
    expect(week(facts, 2)).toEqual([]);
    expect(week(facts, 3)).toEqual([]);
  });

  it('R3.11 holds what still waits from before this week, once, with who carries it today', () => {
    const monthly = duty(1, {}, [schedule({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' })]);
    expect(week(withDuties(team, [monthly]), 1)).toEqual(['2026-11-05 overdue carries']);
    expect(week(withDuties(team, [monthly]), 2)).toEqual([]);
    expect(week(withDuties(team, [monthly], [occurrence('2026-11-05')]), 1)).toEqual([]);
    const tuesday = '2026-11-24';
    expect(week(withDuties(team, [duty()]), 1, tuesday)).toEqual(['2026-11-23 overdue carries']);
  });

  it('R3.11 what was not done goes with the responsibility, also when it was due earlier this week', () => {
    const [first] = Object.values(team.assignment);
    if (!first) throw new Error('Somebody carries it.');
    const since = (from: string) => ({ ...team, assignment: { [first.id]: { ...first, from } } });
    const handedOver = withDuties(since('2026-11-25'), [duty()]);
    expect(week(handedOver, 1, '2026-11-25')).toEqual(['2026-11-23 overdue carries']);
    const done = withDuties(since('2026-11-25'), [duty()], [occurrence('2026-11-23')]);
    expect(week(done, 1, '2026-11-25')).toEqual([]);
  });

  it('R3.11 holds what I stand in for on the days that nobody who carries it is available', () => {
    const gone = { ...facts, absence: away(1, '2026-11-25', '2026-11-26') };
    expect(week(gone, 2)).toEqual(['2026-11-25 upcoming standsIn 1']);
    // It stays in the week of who carries it: only they know whether they did it ahead.
    expect(week(gone, 1)).toHaveLength(2);
    const both = { ...gone, absence: { ...gone.absence, ...away(2, '2026-11-25', '2026-11-26') } };
    expect(week(both, 2)).toEqual([]);
  });

  it('R3.11 what waits since long is with who stands in, while nobody who carries it is available', () => {
    const monthly = withDuties(team, [duty(1, {}, [schedule({ rrule: 'FREQ=MONTHLY;BYMONTHDAY=5' })])]);
    const gone = { ...monthly, absence: away(1, '2026-11-02', '2026-12-01') };
    expect(week(gone, 2)).toEqual(['2026-11-05 overdue standsIn 1']);
    expect(week(gone, 2, '2026-12-01')).toEqual([]);
    expect(week(gone, 1)).toEqual(['2026-11-05 overdue carries']);
  });

  it('R3.11 R4.8 goes with what is handed over for a while', () => {
    const row: DelegationRow = {
      id: theId('delegation', 1),
      responsibilityId: theId('responsibility', 1),
      assignmentId: theId('assignment', 1),
      fromPersonId: theId('person', 1),
      toPersonId: theId('person', 3),
      sharePercent: 100,
      from: '2026-11-20',
      until: '2026-11-25',
    };
    const handedOver = { ...facts, delegation: { [row.id]: row } };
    expect(week(handedOver, 3)).toEqual(['2026-11-23 today carries']);
    expect(week(handedOver, 1)).toEqual(['2026-11-25 upcoming carries']);
  });

  it('R3.11 is counted for the sentence on top, and says when something comes after this week', () => {
    const dates = deriveMyWeek(facts, { personId: theId('person', 1), today });
    expect(countWeek(dates)).toEqual({ open: 2, today: 1, overdue: 0, settled: 0 });
    expect(nextAfterWeek(facts, theId('responsibility', 1), today)?.on).toBe('2026-11-30');
    expect(nextAfterWeek(facts, theId('responsibility', 2), today)).toBeNull();
  });
});

describe('the year', () => {
  it('R3.12 has for each month the dates that are due in it, as they went and as they come', () => {
    const quarterly = duty(1, {}, [
      schedule({ rrule: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', shift: 'previousWorkday' }),
    ]);
    const snapshot = withDuties(team, [quarterly], [occurrence('2026-03-31')]);
    const responsibilities = [responsibility(1), responsibility(2)];
    const [first, second] = deriveYear(snapshot, { year: 2026, today, responsibilities });
    expect(first?.months.map((dates) => dates.map(({ on, state }) => `${on} ${state}`).join())).toEqual([
      '',
      '',
      '2026-03-31 done',
      '',
      '',
      '2026-06-30 missed',
      '',
      '',
      '2026-09-30 overdue',
      '',
      '',
      '2026-12-31 upcoming',
    ]);
    expect(second?.months).toEqual(Array.from({ length: 12 }, () => []));
  });
});
