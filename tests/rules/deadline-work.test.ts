import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { deriveAsleep } from '@roer/domain/responsibilities/asleep';
import { decideCloseResponsibility, decideReopenResponsibility } from '@roer/domain/responsibilities/edit';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import {
  deadlineWorkLimits,
  decideAddDeadlineWork,
  decideEditDeadlineWork,
  decideSettleDeadlineWork,
  decideTakeDeadlineShare,
} from '@roer/domain/workload/deadline-work';
import type { DeadlineWorkText } from '@roer/domain/workload/deadline-work';
import { sharesOfWork } from '@roer/domain/workload/deadline-shares';
import { after, aTeam, by, refusalOf, responsibility, someWork, theId, today } from './team-builder.ts';

const which = { responsibilityId: theId('responsibility', 1), workId: theId('deadlineWork', 1) };
const text: DeadlineWorkText = {
  title: 'Year report',
  earliestStart: today,
  due: addDays(today, 20),
  leastMinutes: 60,
  likelyMinutes: 120,
  mostMinutes: 240,
};
const add = (facts: TeamSnapshot, changed: Partial<DeadlineWorkText> = {}, person = 1) =>
  decideAddDeadlineWork(facts, { ...which, text: { ...text, ...changed } }, by(person));
const edit = (facts: TeamSnapshot, changed: Partial<DeadlineWorkText>, version = 1) =>
  decideEditDeadlineWork(facts, { ...which, version, text: { ...text, ...changed } }, by(2));
const take = (facts: TeamSnapshot, person: number, percent: number) =>
  decideTakeDeadlineShare(facts, { ...which, percent }, by(person));
const settle = (facts: TeamSnapshot, done: boolean, day = today) =>
  decideSettleDeadlineWork(facts, { ...which, done }, by(3, day));

const workOf = (facts: TeamSnapshot) => facts.deadlineWork[which.workId];
const percents = (facts: TeamSnapshot): (string | number)[] =>
  (workOf(facts)?.shares ?? []).flatMap(({ personId, percent }) => [Number(personId.slice(-12)), percent]);

const empty = aTeam({ carried: [{ person: 1 }] });
const facts = aTeam({ carried: [{ person: 1 }], work: [someWork(1, text)] });
const shared = aTeam({
  work: [
    someWork(1, {
      ...text,
      shares: [
        { personId: theId('person', 1), percent: 34 },
        { personId: theId('person', 2), percent: 33 },
      ],
    }),
  ],
});

describe('writing work with a deadline down', () => {
  it('W1.14 any member, at an open responsibility; it starts with whoever holds that', () => {
    const added = after(empty, add(empty, {}, 3));
    expect(workOf(added)).toEqual({ id: which.workId, ...text, ...rest });
    expect(sharesOfWork(workOf(added) ?? someWork(1), Object.values(added.assignment), today)).toEqual([
      { personId: theId('person', 1), percent: 100 },
    ]);
    expect(refusalOf(() => add(empty, {}, 4)).code).toBe('notAMember');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(refusalOf(() => add(closed)).code).toBe('responsibilityClosed');
    expect(refusalOf(() => add(aTeam({ responsibilities: [] }))).code).toBe('notFound');
  });
  const rest = { responsibilityId: which.responsibilityId, shares: [], doneOn: null, version: 1 };

  it.each<[string, Partial<DeadlineWorkText>]>([
    ['due', { due: addDays(today, -1) }],
    ['due', { due: addDays(today, deadlineWorkLimits.days + 1) }],
    ['earliestStart', { earliestStart: addDays(today, deadlineWorkLimits.days + 1), due: addDays(today, 900) }],
    ['earliestStart', { earliestStart: addDays(today, -deadlineWorkLimits.days - 1) }],
    ['leastMinutes', { leastMinutes: -1 }],
    ['leastMinutes', { leastMinutes: 121 }],
    ['likelyMinutes', { likelyMinutes: 241 }],
    ['mostMinutes', { leastMinutes: 0, likelyMinutes: 0, mostMinutes: 0 }],
    ['mostMinutes', { mostMinutes: deadlineWorkLimits.minutes + 1 }],
  ])('W1.14 what does not fit is refused, with the field: %s %o', (field, changed) => {
    expect(refusalOf(() => add(empty, changed))).toEqual({ code: 'badInput', field });
    expect(refusalOf(() => edit(facts, changed))).toEqual({ code: 'badInput', field });
  });

  it('W1.14 one day, one minute, and what should have been done already, are fine', () => {
    expect(add(empty, { due: today, leastMinutes: 0, likelyMinutes: 0, mostMinutes: 1 })).toHaveLength(1);
    expect(add(empty, { earliestStart: addDays(today, -9), due: addDays(today, -2) })).toHaveLength(1);
  });

  it('R1.9 W1.14 never in the place of other work, and at most a hundred open at one responsibility', () => {
    expect(refusalOf(() => add(facts))).toEqual({ code: 'badInput', field: 'id' });
    const work = Array.from({ length: deadlineWorkLimits.open }, (_, index) => someWork(index + 2));
    expect(refusalOf(() => add(aTeam({ work }))).code).toBe('badInput');
    expect(add(aTeam({ work: work.map((row) => ({ ...row, doneOn: today })) }))).toHaveLength(1);
  });

  it('W1.14 changed for the version that was read; shares stay; the same text changes nothing', () => {
    const changed = after(shared, edit(shared, { title: 'Other', mostMinutes: 500 }));
    expect(workOf(changed)).toMatchObject({ title: 'Other', mostMinutes: 500, version: 2 });
    expect(percents(changed)).toEqual([1, 34, 2, 33]);
    expect(refusalOf(() => edit(changed, { title: 'Mine' })).code).toBe('changedMeanwhile');
    expect(edit(shared, {})).toEqual([]);
    const elsewhere = { ...which, responsibilityId: theId('responsibility', 2) };
    const two = aTeam({ responsibilities: [responsibility(1), responsibility(2)], work: [someWork(1)] });
    expect(refusalOf(() => decideEditDeadlineWork(two, { ...elsewhere, version: 1, text }, by(1))).code).toBe(
      'notFound',
    );
  });

  it('W1.14 is done, and is not after all; the same again changes nothing', () => {
    const done = after(facts, settle(facts, true));
    expect(workOf(done)).toMatchObject({ doneOn: today, version: 2 });
    expect(settle(done, true)).toEqual([]);
    expect(refusalOf(() => edit(done, { title: 'Other' }, 2)).code).toBe('changedMeanwhile');
    expect(refusalOf(() => take(done, 1, 10)).code).toBe('notFound');
    const again = after(done, settle(done, false));
    expect(workOf(again)).toMatchObject({ doneOn: null, version: 3 });
    expect(settle(again, false)).toEqual([]);
  });

  it('W1.14 waits as it is while its responsibility is closed', () => {
    const closing = decideCloseResponsibility(facts, which, by(1));
    const closed = after(facts, closing);
    expect(workOf(closed)).toEqual(workOf(facts));
    for (const change of [() => edit(closed, { title: 'Other' }), () => take(closed, 1, 5), () => settle(closed, true)])
      expect(refusalOf(change).code).toBe('responsibilityClosed');
    const reopened = after(closed, decideReopenResponsibility(closed, which, by(1)));
    expect(edit(reopened, { title: 'Other' })).toHaveLength(1);
  });
});

describe('taking a part', () => {
  it('W1.15 one’s own, as much as the others leave, thirds included; 0 leaves it', () => {
    const whole = after(shared, take(shared, 3, 34));
    expect(percents(whole)).toEqual([1, 34, 2, 33, 3, 34]);
    expect(refusalOf(() => take(shared, 3, 35))).toEqual({ code: 'slotTaken', field: 'percent' });
    expect(percents(after(whole, take(whole, 2, 0)))).toEqual([1, 34, 3, 34]);
    expect(percents(after(whole, take(whole, 1, 20)))).toEqual([1, 20, 2, 33, 3, 34]);
    expect(take(whole, 1, 34)).toEqual([]);
    expect(take(facts, 3, 0)).toEqual([]);
    expect(refusalOf(() => take(facts, 4, 10)).code).toBe('notAMember');
  });

  it('W1.15 less is always possible, whatever the others have', () => {
    const shares = [1, 2].map((person) => ({ personId: theId('person', person), percent: 70 }));
    const over = aTeam({ work: [someWork(1, { shares })] });
    expect(percents(after(over, take(over, 1, 60)))).toEqual([1, 60, 2, 70]);
  });

  it('O11 W1.15 who leaves leaves their part to the holders, of what is not done; reopened later it is without them', () => {
    const leave = (team: TeamSnapshot): TeamSnapshot =>
      after(team, decideEndMembership(team, { membershipId: theId('membership', 2) }, { today }));
    expect(percents(leave(shared))).toEqual([1, 34]);
    const done = leave(after(shared, settle(shared, true)));
    expect(percents(done)).toEqual([1, 34, 2, 33]);
    expect(percents(after(done, settle(done, false)))).toEqual([1, 34]);
  });
});

describe('a trace of it', () => {
  it('R2.7 keeps a responsibility awake until it is due or was done, and ninety days after', () => {
    const old = aTeam({ carried: [{ person: 1, from: '2026-01-05' }] });
    const asleepOn = (team: TeamSnapshot, day: string) => deriveAsleep(team, responsibility(1), day);
    expect(asleepOn(old, today)).toMatchObject({ because: 'quiet' });
    const added = after(old, add(old));
    expect(asleepOn(added, addDays(text.due, 89))).toBeNull();
    expect(asleepOn(added, addDays(text.due, 90))).toEqual({ because: 'quiet', since: text.due });
    const done = after(added, settle(added, true));
    expect(asleepOn(done, addDays(today, 90))).toEqual({ because: 'quiet', since: today });
  });

  it('R1.8 stands in the history of its responsibility', () => {
    for (const changes of [add(empty), take(facts, 1, 40), settle(facts, true)])
      expect(traceResponsibilities('deadlineWork.add', changes)).toEqual([
        { action: 'deadlineWork.add', subjectId: which.responsibilityId, detail: {} },
      ]);
  });

  it.each<
    [
      'deadlineWork.add' | 'deadlineWork.edit' | 'deadlineWork.settle' | 'deadlineWork.takeShare',
      TeamSnapshot,
      RowChange[],
    ]
  >([
    ['deadlineWork.add', empty, add(empty)],
    ['deadlineWork.edit', facts, edit(facts, { title: 'Other' })],
    ['deadlineWork.settle', facts, settle(facts, true)],
    ['deadlineWork.takeShare', facts, take(facts, 1, 40)],
  ])('U2 U3 %s is undone by who did it, unless somebody built on it', (action, team, changes) => {
    const now = after(team, changes);
    const undo = (current: TeamSnapshot) => decideUndo(current, { action, changes }, by(1));
    const { version: _version, ...before } = workOf(team) ?? { version: 0 };
    const { version: _now, ...undone } = workOf(after(now, undo(now))) ?? { version: 0 };
    expect(undone).toEqual(before);
    const built = action === 'deadlineWork.settle' ? after(now, settle(now, false)) : after(now, take(now, 2, 10));
    expect(refusalOf(() => undo(built)).code).toBe('changedMeanwhile');
  });

  it('U3 a part comes back only to who is still there', () => {
    const changes = take(shared, 2, 0);
    const now = after(shared, changes);
    const left = after(now, decideEndMembership(now, { membershipId: theId('membership', 2) }, { today }));
    const undo = () => decideUndo(left, { action: 'deadlineWork.takeShare', changes }, by(2));
    expect(refusalOf(undo).code).toBe('notAMember');
  });
});
