import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OccurrenceRow, TeamSnapshot } from '@roer/domain/feed';
import {
  decideCreateDuty,
  decideEditDuty,
  decideEndDuty,
  decideMoveOccurrence,
  decideReopenOccurrence,
  decideResumeDuty,
  decideSettleOccurrence,
} from '@roer/domain/responsibilities/duties';
import { decideCloseResponsibility, decideReopenResponsibility } from '@roer/domain/responsibilities/edit';
import { teamCommandInputs } from '@roer/domain/responsibilities/schema';
import { duty, occurrence, schedule, withDuties } from './duty-builder.ts';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { aTeam, after, by, refusalOf, responsibility, theId, today } from './team-builder.ts';

const dutyId = theId('duty', 1);
const responsibilityId = theId('responsibility', 1);
const team = withDuties(aTeam(), [duty()]);
const closed = withDuties(aTeam({ responsibilities: [responsibility(1, { closedOn: '2026-10-01' })] }), [
  duty(1, { endedOn: '2026-10-01' }),
]);
const { from: _from, ...everyMonday } = schedule();
const everyFriday = { ...everyMonday, rrule: 'FREQ=WEEKLY;BYDAY=FR' };
const which = { responsibilityId, dutyId, recurrenceDate: today };
const settle = (
  facts: TeamSnapshot,
  changed: Partial<{ state: 'done' | 'skipped'; reason: string }> = {},
  person = 1,
) => decideSettleOccurrence(facts, { ...which, state: 'done', reason: '', ...changed }, by(person));
const rowIn = (facts: TeamSnapshot): OccurrenceRow | undefined => facts.occurrence[`${dutyId}:${today}`];

describe('a recurring duty', () => {
  it('R3.5 is made by anyone of the team, of an open responsibility, from today on', () => {
    const facts = aTeam();
    const input = { responsibilityId, dutyId, text: { title: 'Wachtlijst nalopen', schedule: everyMonday } };
    const made = after(facts, decideCreateDuty(facts, input, by(2)));
    expect(made.duty[dutyId]).toEqual(duty(1, { title: 'Wachtlijst nalopen' }, [schedule({ from: today })]));
    expect(refusalOf(() => decideCreateDuty(made, input, by(2))).code).toBe('badInput');
    expect(refusalOf(() => decideCreateDuty(closed, { ...input, dutyId: theId('duty', 2) }, by(2))).code).toBe(
      'responsibilityClosed',
    );
  });

  it('R3.5 asks for a rule that is one, of whole days, that comes some day', () => {
    const base = { commandId: theId('command', 1), teamId: theId('team', 1), responsibilityId, dutyId };
    const accepts = (changed: Partial<typeof everyMonday>): boolean =>
      teamCommandInputs.createDuty.safeParse({
        ...base,
        text: { title: 'Title', schedule: { ...everyMonday, ...changed } },
      }).success;
    expect(accepts({})).toBe(true);
    expect(accepts({ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', dueTime: '23:59' })).toBe(true);
    for (const rrule of [
      '',
      'FREQ=HOURLY',
      'FREQ=MINUTELY;INTERVAL=1',
      'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
      'FREQ=DAILY;UNTIL=20270101',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=DAILY\nDTSTART:20260101',
      `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(200)}1`,
    ])
      expect(accepts({ rrule }), rrule).toBe(false);
    fc.assert(
      fc.property(fc.stringMatching(/^FREQ=[A-Z]+(;(INTERVAL|BYDAY|BYMONTHDAY|BYSETPOS)=[-+0-9A-Z,]+)*$/), (rrule) => {
        // Whatever is asked, the answer is yes or no.
        expect(typeof accepts({ rrule, start: 'tomorrow' })).toBe('boolean');
        expect(typeof accepts({ rrule })).toBe('boolean');
      }),
    );
    for (const dueTime of ['24:00', '9:00', '12:60', 'noon']) expect(accepts({ dueTime }), dueTime).toBe(false);
    for (const start of ['2026-02-30', '1999-12-31', '2100-01-01', 'tomorrow'])
      expect(accepts({ start }), start).toBe(false);
  });

  it('R3.6 an edit counts from today on, for the version that was read', () => {
    const edit = (facts: TeamSnapshot, changed = {}, version = 1) =>
      decideEditDuty(facts, { dutyId, version, text: { title: 'Duty 1', schedule: everyFriday, ...changed } }, by(2));
    const edited = after(team, edit(team));
    expect(edited.duty[dutyId]).toMatchObject({
      version: 2,
      schedules: [schedule(), schedule({ ...everyFriday, from: today })],
    });
    // The second edit of a day takes the place of the first.
    const again = after(edited, edit(edited, { schedule: everyMonday }, 2));
    expect(again.duty[dutyId]?.schedules).toEqual([schedule(), schedule({ from: today })]);
    expect(edit(edited, {}, 2)).toEqual([]);
    const named = after(team, edit(team, { title: 'Other', schedule: everyMonday }));
    expect(named.duty[dutyId]).toEqual(duty(1, { title: 'Other', version: 2 }));
    expect(refusalOf(() => edit(edited)).code).toBe('changedMeanwhile');
    expect(refusalOf(() => edit(closed)).code).toBe('responsibilityClosed');
    expect(refusalOf(() => edit(withDuties(aTeam(), [duty(1, { endedOn: today })]))).code).toBe('dutyEnded');
  });

  it('R3.7 ends, and begins again by its last rule without the dates in between', () => {
    const ended = after(team, decideEndDuty(team, { dutyId }, by(1)));
    expect(ended.duty[dutyId]).toMatchObject({ endedOn: today, version: 2 });
    expect(decideEndDuty(ended, { dutyId }, by(1))).toEqual([]);
    const later = after(ended, decideResumeDuty(ended, { dutyId }, by(1, '2026-12-10')));
    expect(later.duty[dutyId]).toMatchObject({
      endedOn: null,
      schedules: [schedule(), schedule({ from: today, rrule: '' }), schedule({ from: '2026-12-10' })],
    });
    const atOnce = after(ended, decideResumeDuty(ended, { dutyId }, by(1)));
    expect(atOnce.duty[dutyId]).toMatchObject({ endedOn: null, schedules: [schedule()] });
    expect(decideResumeDuty(team, { dutyId }, by(1))).toEqual([]);
    expect(refusalOf(() => decideResumeDuty(closed, { dutyId }, by(1))).code).toBe('responsibilityClosed');
  });

  it('R3.7 ends with its responsibility', () => {
    const shut = after(team, decideCloseResponsibility(team, { responsibilityId }, by(1)));
    expect(shut.duty[dutyId]?.endedOn).toBe(today);
  });

  it('R3.5 is not there for another team', () => {
    const other = theId('duty', 9);
    for (const decide of [
      () => decideEndDuty(team, { dutyId: other }, by(1)),
      () => decideResumeDuty(team, { dutyId: other }, by(1)),
      () => settle(aTeam()),
      () => decideMoveOccurrence(aTeam(), { ...which, movedTo: null }, by(1)),
      () => decideReopenOccurrence(aTeam(), which, by(1)),
    ])
      expect(refusalOf(decide).code).toBe('notFound');
  });
});

describe('a date of a duty', () => {
  it('R3.8 is done or skipped by anyone of the team, once', () => {
    const done = after(team, settle(team, {}, 2));
    expect(rowIn(done)).toEqual(occurrence(today, { personId: theId('person', 2) }));
    expect(settle(done, {}, 2)).toEqual([]);
    expect(refusalOf(() => settle(done, {}, 3))).toEqual({ code: 'occurrenceSettled', by: theId('person', 2) });
    expect(refusalOf(() => settle(done, { state: 'skipped', reason: 'x' }, 2)).code).toBe('occurrenceSettled');
    const skipped = after(team, settle(team, { state: 'skipped', reason: 'Nothing new' }));
    expect(rowIn(skipped)).toMatchObject({ state: 'skipped', reason: 'Nothing new' });
    expect(rowIn(after(team, settle(team, { reason: 'of no use' })))?.reason).toBe('');
    expect(refusalOf(() => settle(team, {}, 9)).code).toBe('notAMember');
    expect(refusalOf(() => settle(closed)).code).toBe('responsibilityClosed');
  });

  it('R3.8 of an ended duty can still be ticked: it may have been done before', () => {
    const ended = withDuties(aTeam(), [duty(1, { endedOn: today })]);
    expect(rowIn(after(ended, settle(ended)))?.state).toBe('done');
  });

  it('R3.9 moves once to another day and back, as long as it is not settled', () => {
    const move = (facts: TeamSnapshot, movedTo: string | null) =>
      decideMoveOccurrence(facts, { ...which, movedTo }, by(1));
    const moved = after(team, move(team, '2026-11-26'));
    expect(rowIn(moved)).toMatchObject({ state: 'open', movedTo: '2026-11-26', recurrenceDate: today });
    expect(move(moved, '2026-11-26')).toEqual([]);
    expect(rowIn(after(moved, move(moved, null)))).toBeUndefined();
    expect(move(team, null)).toEqual([]);
    for (const day of ['2026-11-22', '2027-02-22']) expect(refusalOf(() => move(team, day)).code).toBe('badInput');
    expect(rowIn(after(team, move(team, '2027-02-21')))?.movedTo).toBe('2027-02-21');
    const done = after(moved, settle(moved));
    expect(rowIn(done)).toMatchObject({ state: 'done', movedTo: '2026-11-26' });
    expect(refusalOf(() => move(done, null)).code).toBe('occurrenceSettled');
    const ended = withDuties(aTeam(), [duty(1, { endedOn: today })]);
    expect(refusalOf(() => move(ended, '2026-11-26')).code).toBe('dutyEnded');
  });

  it('R3.10 is opened again by anyone, and stays moved', () => {
    const done = after(team, settle(team));
    expect(rowIn(after(done, decideReopenOccurrence(done, which, by(2))))).toBeUndefined();
    expect(decideReopenOccurrence(team, which, by(2))).toEqual([]);
    const moved = withDuties(aTeam(), [duty()], [occurrence(today, { movedTo: '2026-11-26' })]);
    expect(rowIn(after(moved, decideReopenOccurrence(moved, which, by(2))))).toEqual(
      occurrence(today, { state: 'open', movedTo: '2026-11-26', personId: theId('person', 2) }),
    );
  });
});

describe('taking back what recurs', () => {
  const close = (facts: TeamSnapshot) => decideCloseResponsibility(facts, { responsibilityId }, by(1));

  it('U2 a duty ends, or is as it was; a date is open or settled as it was', () => {
    const text = { title: 'Duty 2', schedule: everyMonday };
    const made = decideCreateDuty(team, { responsibilityId, dutyId: theId('duty', 2), text }, by(1));
    const withSecond = after(team, made);
    const taken = after(withSecond, decideUndo(withSecond, { action: 'duty.create', changes: made }, by(1)));
    expect(taken.duty[theId('duty', 2)]).toMatchObject({ endedOn: today, version: 2 });
    const ending = decideEndDuty(team, { dutyId }, by(1));
    const ended = after(team, ending);
    const back = decideUndo(ended, { action: 'duty.end', changes: ending }, by(1, '2026-12-10'));
    expect(after(ended, back).duty[dutyId]).toEqual(duty(1, { version: 3 }));
    const ticking = settle(team);
    const ticked = after(team, ticking);
    expect(after(ticked, decideUndo(ticked, { action: 'occurrence.settle', changes: ticking }, by(1)))).toEqual(team);
  });

  it('U2 U3 closing is taken back with its duties, as long as nobody touched them', () => {
    const closing = close(team);
    const shut = after(team, closing);
    const reopened = after(shut, decideUndo(shut, { action: 'responsibility.close', changes: closing }, by(1)));
    expect(reopened.duty[dutyId]).toEqual(duty(1, { version: 3 }));
    expect(reopened.responsibility[responsibilityId]?.closedOn).toBeNull();
  });

  it('U3 nothing recurs again in what was closed since, and no date of it changes', () => {
    const ending = decideEndDuty(team, { dutyId }, by(1));
    const ended = after(team, ending);
    const shut = after(ended, close(ended));
    const takeBack = () => decideUndo(shut, { action: 'duty.end', changes: ending }, by(1));
    expect(refusalOf(takeBack).code).toBe('changedMeanwhile');
    const ticking = settle(team);
    const ticked = after(team, ticking);
    const closedAfter = after(ticked, close(ticked));
    const untick = () => decideUndo(closedAfter, { action: 'occurrence.settle', changes: ticking }, by(1));
    expect(refusalOf(untick).code).toBe('changedMeanwhile');
  });

  it('U3 what was opened again does not close under a duty that was resumed since', () => {
    const shut = after(team, close(team));
    const opening = decideReopenResponsibility(shut, { responsibilityId }, by(1));
    const opened = after(shut, opening);
    const resumed = after(opened, decideResumeDuty(opened, { dutyId }, by(2)));
    const takeBack = () => decideUndo(resumed, { action: 'responsibility.reopen', changes: opening }, by(1));
    expect(refusalOf(takeBack).code).toBe('changedMeanwhile');
  });
});
