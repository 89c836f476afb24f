import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { addDays } from '@roer/domain/dates';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decidePlanAbsence, decideWithdrawAbsence } from '@roer/domain/responsibilities/absence';
import { awayOn } from '@roer/domain/responsibilities/away';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { after, aTeam, by, refusalOf, theId, today } from './team-builder.ts';

const absenceId = theId('absence', 1);
const plan = (facts: TeamSnapshot, from: string, until: string, person = 1) =>
  decidePlanAbsence(facts, { absenceId, from, until }, by(person));
const team = aTeam();
const away = after(team, plan(team, today, addDays(today, 3)));

describe('not being there', () => {
  it('R4.16 is whole days of oneself, and nothing else is kept of it', () => {
    expect(away.absence).toEqual({
      [absenceId]: { id: absenceId, personId: theId('person', 1), from: today, until: addDays(today, 3) },
    });
    const on = (days: number) => awayOn(away, addDays(today, days)).has(theId('person', 1));
    expect([-1, 0, 2, 3].map(on)).toEqual([false, true, true, false]);
    const twice = after(
      away,
      decidePlanAbsence(away, { absenceId: theId('absence', 2), from: today, until: addDays(today, 9) }, by(1)),
    );
    expect([...awayOn(twice, today)]).toEqual([[theId('person', 1), addDays(today, 9)]]);
  });

  it('R4.16 ends after it begins and after today, and lasts a year at most', () => {
    const until = (from: string, day: string) => refusalOf(() => plan(team, from, day));
    expect(until(today, today)).toEqual({ code: 'badInput', field: 'until' });
    expect(until(addDays(today, -5), today)).toEqual({ code: 'badInput', field: 'until' });
    expect(until(today, addDays(today, 367))).toEqual({ code: 'badInput', field: 'until' });
    expect(until(addDays(today, 800), addDays(today, 801))).toEqual({ code: 'badInput', field: 'from' });
    expect(plan(team, addDays(today, -5), addDays(today, 1))).toHaveLength(1);
  });

  it('R4.16 is changed and taken back by oneself only', () => {
    const later = after(away, plan(away, addDays(today, 7), addDays(today, 9)));
    expect(Object.values(later.absence)).toMatchObject([{ from: addDays(today, 7), until: addDays(today, 9) }]);
    expect(plan(away, today, addDays(today, 3))).toEqual([]);
    expect(refusalOf(() => plan(away, today, addDays(today, 2), 2)).code).toBe('notAllowed');
    expect(refusalOf(() => decideWithdrawAbsence(away, { absenceId }, by(2))).code).toBe('notAllowed');
    const there = after(away, decideWithdrawAbsence(away, { absenceId }, by(1)));
    expect(there.absence).toEqual({});
    expect(decideWithdrawAbsence(there, { absenceId }, by(1))).toEqual([]);
  });

  it('R4.16 R4.17 U2 U3 can be undone, and goes with who leaves', () => {
    const changes = decideWithdrawAbsence(away, { absenceId }, by(1));
    const there = after(away, changes);
    const done = { action: 'absence.withdraw' as const, changes };
    expect(after(there, decideUndo(there, done, by(1))).absence).toEqual(away.absence);
    const leave = (facts: TeamSnapshot) =>
      after(facts, decideEndMembership(facts, { membershipId: theId('membership', 1) }, { today }));
    expect(leave(away).absence).toEqual({});
    expect(refusalOf(() => decideUndo(leave(there), done, by(1))).code).toBe('notAMember');
  });
});
