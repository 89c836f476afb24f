import { describe, expect, it } from 'vitest';
import { emptySnapshot } from '@roer/domain/feed';
import type { AbsenceRow, DelegationRow, DutyRow, TeamSnapshot } from '@roer/domain/feed';
import type { AbsenceId, DelegationId, DutyId } from '@roer/domain/ids';
import { deriveMyDates } from '@roer/domain/responsibilities/my-dates';
import { assignment, responsibility, theId, today } from './team-builder.ts';

// The brands exist only for the compiler.
const dutyId = 'd' as DutyId;
/** Every Monday. */
const duty: DutyRow = {
  id: dutyId,
  responsibilityId: theId('responsibility', 1),
  title: 'Duty',
  schedules: [{ from: '2026-01-05', rrule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-01-05', dueTime: null, shift: 'none' }],
  endedOn: null,
  version: 1,
};
const away = (person: number, from: string, until: string): AbsenceRow => ({
  id: `${person} ${from}` as AbsenceId,
  personId: theId('person', person),
  from,
  until,
});
const byId = <Row extends { id: string }>(rows: Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** Person 1 carries, 2 carries too when `shared`, 3 stands in. */
const aTeam = (changed: Partial<TeamSnapshot> = {}, shared = false): TeamSnapshot => ({
  ...emptySnapshot(),
  responsibility: byId([responsibility(1)]),
  assignment: byId([
    assignment(1, { person: 1, share: shared ? 50 : 100 }),
    ...(shared ? [assignment(2, { person: 2, share: 50 })] : []),
    assignment(3, { person: 3, role: 'substitute' }),
  ]),
  duty: byId([duty]),
  ...changed,
});
const datesOf = (team: TeamSnapshot, person: number, range = { from: today, until: '2026-12-22' }) =>
  deriveMyDates(team, { personId: theId('person', person), ...range, today }).map(({ occurrence, as }) =>
    as === 'carries' ? occurrence.on : `${occurrence.on} ${as}`,
  );

const mondays = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'];

describe('whose date it is', () => {
  it('K2 is decided on the day itself: what I carry, since I carry it', () => {
    expect(datesOf(aTeam(), 1)).toEqual(mondays);
    expect(datesOf(aTeam(), 2)).toEqual([]);
    const newcomer = aTeam({ assignment: byId([assignment(1, { person: 1, from: '2026-11-20' })]) });
    expect(datesOf(newcomer, 1, { from: '2026-11-01', until: '2026-12-01' })).toEqual(['2026-11-23', '2026-11-30']);
  });

  it('K2 what somebody carries for a while is theirs then, and mine before and after', () => {
    const delegation: DelegationRow = {
      id: 'g' as DelegationId,
      responsibilityId: theId('responsibility', 1),
      assignmentId: theId('assignment', 1),
      fromPersonId: theId('person', 1),
      toPersonId: theId('person', 2),
      sharePercent: 100,
      from: '2026-11-30',
      until: '2026-12-14',
    };
    const team = aTeam({ delegation: byId([delegation]) });
    expect(datesOf(team, 1)).toEqual(['2026-11-23', '2026-12-14', '2026-12-21']);
    expect(datesOf(team, 2)).toEqual(['2026-11-30', '2026-12-07']);
  });

  it('K2 who stands in has the days on which nobody who carries it is there, and only when they are', () => {
    const absence = byId([away(1, '2026-11-30', '2026-12-15'), away(3, '2026-12-14', '2026-12-15')]);
    expect(datesOf(aTeam({ absence }), 3)).toEqual(['2026-11-30 standsIn', '2026-12-07 standsIn']);
    expect(datesOf(aTeam({ absence }, true), 3)).toEqual([]);
    const both = byId([...Object.values(absence), away(2, '2026-12-07', '2026-12-08')]);
    expect(datesOf(aTeam({ absence: both }, true), 3)).toEqual(['2026-12-07 standsIn']);
  });

  it('K2 without anybody who carries it the dates are of whoever stands in; of what is closed they are nobody’s', () => {
    const alone = aTeam({ assignment: byId([assignment(3, { person: 3, role: 'substitute' })]) });
    expect(datesOf(alone, 3)).toEqual(mondays.map((monday) => `${monday} standsIn`));
    const closed = aTeam({ responsibility: byId([responsibility(1, { closedOn: '2026-11-20' })]) });
    expect([datesOf(closed, 1), datesOf(closed, 3)]).toEqual([[], []]);
  });
});
