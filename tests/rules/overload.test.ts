import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { decideRecordOverload } from '@roer/domain/workload/overload';
import type { RecordOverload } from '@roer/domain/workload/overload';
import { organisingMonday, organisingSince, organisingWeekInput } from '@roer/domain/workload/organising-week';
import { after, aTeam, by, refusalOf, theId, today } from './team-builder.ts';

// A Monday.
const facts = aTeam();
const accepted: RecordOverload = {
  overloadId: theId('overload', 1),
  monday: today,
  kind: 'accepted',
  responsibilityId: null,
};
const record = (team: TeamSnapshot, changed: Partial<RecordOverload> = {}, person = 1, day = today) =>
  decideRecordOverload(team, { ...accepted, ...changed }, by(person, day));
const moved = { kind: 'moved', responsibilityId: theId('responsibility', 1) } as const;

describe('a week that is full', () => {
  it('W2.9 somebody says what they drop, move or accept, for themselves', () => {
    const once = after(facts, record(facts));
    expect(Object.values(once.overload)).toEqual([
      {
        id: accepted.overloadId,
        personId: theId('person', 1),
        monday: today,
        kind: 'accepted',
        responsibilityId: null,
        on: today,
      },
    ]);
    const two = after(once, record(once, { overloadId: theId('overload', 2) }, 2));
    expect(Object.values(two.overload)).toHaveLength(2);
    expect(refusalOf(() => record(facts, {}, 4)).code).toBe('notAMember');
  });

  it('W2.9 once a week: another choice takes its place, the same changes nothing', () => {
    const once = after(facts, record(facts));
    expect(record(once, { overloadId: theId('overload', 2) })).toEqual([]);
    const again = after(once, record(once, { ...moved, overloadId: theId('overload', 2) }));
    const row = { id: accepted.overloadId, personId: theId('person', 1), monday: today, on: today };
    expect(Object.values(again.overload)).toEqual([{ ...row, ...moved }]);
  });

  it('W2.9 of this week or one of the year ahead, a Monday, and with what it is about', () => {
    const later = addDays(today, 3);
    for (const monday of [addDays(today, 1), addDays(today, -7), addDays(today, 7 * 53)])
      expect(refusalOf(() => record(facts, { monday }, 1, later))).toEqual({ code: 'badInput', field: 'monday' });
    expect(record(facts, {}, 1, later)).toHaveLength(1);
    const field = 'responsibilityId';
    expect(refusalOf(() => record(facts, { kind: 'dropped' }))).toEqual({ code: 'badInput', field });
    expect(refusalOf(() => record(facts, { ...moved, kind: 'accepted' }))).toEqual({ code: 'badInput', field });
    const unknown = { ...moved, responsibilityId: theId('responsibility', 9) };
    expect(refusalOf(() => record(facts, unknown)).code).toBe('notFound');
  });

  it('W2.9 U2 is undone, and goes for the weeks to come with who leaves', () => {
    const changes = record(facts);
    const once = after(facts, changes);
    expect(after(once, decideUndo(once, { action: 'overload.record', changes }, by(1))).overload).toEqual({});
    const next = after(once, record(once, { overloadId: theId('overload', 2), monday: addDays(today, 7) }));
    const left = after(
      next,
      decideEndMembership(next, { membershipId: theId('membership', 1) }, { today: addDays(today, 7) }),
    );
    expect(Object.values(left.overload).map(({ monday }) => monday)).toEqual([today]);
  });
});

describe('one’s own organising', () => {
  it('W1.16 of a Monday from twelve weeks back to twelve ahead', () => {
    const friday = addDays(today, 4);
    expect(organisingSince(friday)).toBe(addDays(today, -84));
    for (const monday of [addDays(today, -84), today, addDays(today, 84)])
      expect(organisingMonday(monday, friday)).toBe(monday);
    for (const monday of [addDays(today, -91), addDays(today, 91), friday])
      expect(refusalOf(() => organisingMonday(monday, friday))).toEqual({ code: 'badInput', field: 'monday' });
  });

  it('W1.16 in whole minutes of a week', () => {
    const isRead = (minutes: unknown): boolean => organisingWeekInput.safeParse({ monday: today, minutes }).success;
    expect([0, 10_080, null].map(isRead)).toEqual([true, true, true]);
    expect([-1, 10_081, 1.5, '60', undefined].map(isRead)).toEqual([false, false, false, false, false]);
  });
});
