import { describe, expect, it } from 'vitest';
import { deriveStandsStill, withPlannedAbsence } from '@roer/domain/workload/stands-still';
import type { StandsStill } from '@roer/domain/workload/stands-still';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { TeamSnapshot } from '@roer/domain/feed';
import { duty, occurrence, schedule, withDuties } from './duty-builder.ts';
import { deadlineWork, withAbsences, withDeadlines, withOwnHolidays } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const planned = { personId: theId('person', 1), from: '2026-11-30', until: '2026-12-12' };
const preview = (facts: TeamSnapshot, changed: Partial<typeof planned> = {}): StandsStill =>
  deriveStandsStill(facts, { planned: { ...planned, ...changed }, today });
const days = (dates: StandsStill['dates']) => dates.map(({ occurrence: { on } }) => on);
const titles = (rows: readonly { responsibility: { title: string } }[]) =>
  rows.map(({ responsibility: { title } }) => title);

describe('what stands still', () => {
  const team = aTeam({
    people: 3,
    responsibilities: [
      responsibility(1, { criticality: 1 }),
      responsibility(2, { criticality: 3 }),
      responsibility(3),
      responsibility(4),
      responsibility(5, { closedOn: today }),
    ],
    carried: [
      { person: 1 },
      { person: 1, responsibility: 2 },
      { person: 1, responsibility: 3 },
      { person: 2, responsibility: 3, role: 'substitute' },
      { person: 2, responsibility: 4 },
      { person: 1, responsibility: 4, role: 'substitute' },
      { person: 1, responsibility: 5 },
    ],
  });
  const of = (number: number, id: number) => duty(number, { responsibilityId: theId('responsibility', id) });

  it('R5.1 are the dates of duties that nobody present would do', () => {
    const facts = withDuties(
      team,
      [of(1, 1), of(2, 3), of(3, 4), of(4, 5), duty(5, { endedOn: today })],
      [occurrence('2026-12-07'), occurrence('2026-11-23', { state: 'open', movedTo: '2026-12-04' })],
    );
    const { dates, coveredDates } = preview(facts);
    // The first Monday and the date that was moved into it; the second Monday was done ahead.
    expect(days(dates)).toEqual(['2026-11-30', '2026-12-04']);
    expect(coveredDates.map(({ responsibility: { title }, present }) => [title, present])).toEqual([
      ['Title 3', [theId('person', 2)]],
      ['Title 3', [theId('person', 2)]],
    ]);
  });

  it('R5.1 R5.2 count what they stand in for when who carries it is away', () => {
    const facts = withAbsences(withDuties(team, [of(1, 4)]), [{ person: 2, from: '2026-12-07', until: '2026-12-10' }]);
    const { dates, responsibilities } = preview(facts);
    expect(days(dates)).toEqual(['2026-12-07']);
    expect(
      responsibilities.map(({ responsibility: { title }, firstDay, workdays }) => [title, firstDay, workdays]),
    ).toEqual([
      ['Title 2', '2026-11-30', 8],
      ['Title 3', '2026-12-07', 3],
      ['Title 4', '2026-12-07', 3],
      ['Title 1', '2026-11-30', 8],
    ]);
  });

  it('R5.2 counts own working days, no free ones and none before today', () => {
    const facts = withOwnHolidays(team, ['2026-12-01']);
    expect(preview(facts, { from: '2026-11-01', until: '2026-12-04' }).responsibilities).toMatchObject([
      { firstDay: today, workdays: 7 },
      { firstDay: today, workdays: 7 },
    ]);
    // A Friday, on which nobody of them works.
    expect(preview(team, { from: '2026-12-04', until: '2026-12-07' }).responsibilities).toEqual([]);
  });

  it('R5.3 tells who sees to what goes on', () => {
    const { covered, responsibilities } = preview(team);
    expect(titles(responsibilities)).toEqual(['Title 2', 'Title 1']);
    expect(covered.map(({ responsibility: { title }, by }) => [title, by])).toEqual([
      ['Title 3', [theId('person', 2)]],
    ]);
  });

  it('R5.3 W1.4 moves the hours of those days to who stands in, in the picture with the absence', () => {
    const facts = withPlannedAbsence(team, planned);
    const load = deriveTeamLoad(facts, today);
    expect(load.people.map(({ weeks }) => weeks[1]?.recurring)).toEqual([0, 240, 0]);
    expect(load.standsStill.slice(0, 4)).toEqual([0, 240, 240, 0]);
  });

  it('R5.4 tells what they have a part in that is due in those days', () => {
    const facts = withDeadlines(team, [
      deadlineWork(1, { due: '2026-12-11' }),
      deadlineWork(2, { due: '2026-12-12' }),
      deadlineWork(3, { due: '2026-11-30', shares: [{ personId: theId('person', 2), percent: 75 }] }),
      deadlineWork(4, { due: '2026-12-02', responsibilityId: theId('responsibility', 4) }),
      deadlineWork(5, { due: '2026-12-02', doneOn: today }),
    ]);
    expect(preview(facts).deadlines.map(({ work, percent }) => [work.title, percent])).toEqual([
      ['Work 3', 25],
      ['Work 1', 100],
    ]);
  });

  it('R5.1 takes the days of an absence that is changed in place of the old ones', () => {
    const known = withAbsences(withDuties(team, [duty(1, {}, [schedule({ rrule: 'FREQ=DAILY' })])]), [
      { person: 1, from: '2026-12-01', until: '2026-12-20' },
    ]);
    const changed = deriveStandsStill(known, {
      planned: { ...planned, until: '2026-12-02', replaces: theId('absence', 1) },
      today,
    });
    expect(days(changed.dates)).toEqual(['2026-11-30', '2026-12-01']);
    expect(withPlannedAbsence(known, { ...planned, replaces: theId('absence', 1) }).absence).toEqual({
      [theId('absence', 1)]: { id: theId('absence', 1), ...planned },
    });
  });
});
