import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { decideChangeShare } from '@roer/domain/responsibilities/carry';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { decideEndDelegation } from '@roer/domain/responsibilities/delegation-endings';
import { decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideWithdrawTransfer, mostItems } from '@roer/domain/workload/transfer';
import { after, aTeam, by, carriers, refusalOf, responsibility, someWork, theId, today } from './team-builder.ts';
import { agreed, consent, in10, in3, item, one, open, propose, proposed } from './transfer-builder.ts';
import type { Moving, Proposing } from './transfer-builder.ts';

const withdraw = (facts: TeamSnapshot, person: number) =>
  decideWithdrawTransfer(facts, { transferId: theId('transfer', 1) }, by(person));
const carryingOn = (facts: TeamSnapshot, day: string): string[] =>
  carriedOn(facts, day)
    .map((row) => `${Number(row.personId.slice(-12))} ${row.role} ${row.sharePercent}`)
    .toSorted();
const parts = (facts: TeamSnapshot): (string | number)[] =>
  (facts.deadlineWork[theId('deadlineWork', 1)]?.shares ?? []).flatMap(({ personId, percent }) => [
    Number(personId.slice(-12)),
    percent,
  ]);

describe('proposing a move', () => {
  it('W2.6 any member, also about others; who is one of them has agreed with that', () => {
    const [row] = open(proposed(one, [item({ to: 2, share: 40 })]));
    expect(row).toMatchObject({ state: 'open', consents: [theId('person', 1)], from: today, until: null });
    expect(open(proposed(one, [item({ to: 2 })], { actor: 3 }))[0]).toMatchObject({
      proposedBy: theId('person', 3),
      consents: [],
    });
    expect(refusalOf(() => propose(one, [item({ to: 2 })], { actor: 5 })).code).toBe('notAMember');
    expect(carriers(proposed(one, [item({ to: 2 })]))).toEqual(['1 holder 100']);
  });

  it('W2.6 only what could be done now', () => {
    const two = aTeam({ people: 4, carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    const asks: [string, Moving][] = [
      ['notFound', { to: 2, slot: 9 }],
      ['notFound', { to: 3, from: 2 }],
      ['notFound', { to: 2, of: 9 }],
      ['badInput', { to: 1 }],
      ['notAMember', { to: 5 }],
      ['alreadyCarrying', { to: 1, slot: 2, from: 2 }],
      ['notFound', { to: 2, work: 1 }],
    ];
    for (const [code, moving] of asks) expect(refusalOf(() => propose(two, [item(moving)])).code).toBe(code);
    const part = aTeam({ people: 4, carried: [{ person: 1, share: 40 }] });
    expect(refusalOf(() => propose(part, [item({ to: 2, share: 41 })]))).toEqual({
      code: 'slotTaken',
      field: 'sharePercent',
    });
    const twice = [item({ to: 2, share: 30 }), item({ to: 3, share: 30, id: 2 })];
    expect(refusalOf(() => propose(part, twice)).code).toBe('slotTaken');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })], carried: [{ person: 1 }] });
    expect(refusalOf(() => propose(closed, [item({ to: 2 })])).code).toBe('responsibilityClosed');
    expect(mostItems).toBe(20);
  });

  it('W2.6 nobody gets a second role, for a while neither', () => {
    const two = aTeam({ people: 4, carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    expect(refusalOf(() => propose(two, [item({ to: 2 })], { until: in10 })).code).toBe('alreadyCarrying');
    expect(carriers(agreed(proposed(two, [item({ to: 2 })]), [2]))).toEqual(['2 holder 100']);
  });

  it('W2.6 R4.4 standing in moves as a whole', () => {
    const two = aTeam({ people: 4, carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    const asked = proposed(two, [item({ slot: 2, from: 2, to: 3, share: 10 })], { actor: 2 });
    expect(carriers(agreed(asked, [3]))).toEqual(['1 holder 100', '3 substitute 100']);
  });

  it('W2.6 for good from the day it is agreed, on days within a year; sent late it begins today', () => {
    const yesterday = addDays(today, -1);
    expect(open(proposed(one, [item({ to: 2 })], { from: yesterday }))[0]?.from).toBe(today);
    expect(open(proposed(one, [item({ to: 2 })], { from: yesterday, until: in10 }))[0]?.from).toBe(today);
    const wrong: [string, Proposing][] = [
      ['from', { from: in3 }],
      ['from', { from: addDays(today, 367), until: addDays(today, 370) }],
      ['until', { from: in3, until: in3 }],
      ['until', { from: yesterday, until: today }],
      ['until', { from: in3, until: addDays(in3, 367) }],
    ];
    for (const [field, how] of wrong)
      expect(refusalOf(() => propose(one, [item({ to: 2 })], how))).toEqual({ code: 'badInput', field });
  });

  it('W2.6 R1.9 once: not what is asked already, and not under an id that is used', () => {
    const asked = proposed(one, [item({ to: 2 })]);
    expect(refusalOf(() => propose(asked, [item({ to: 2, id: 2 })], { id: 2 })).code).toBe('offerExists');
    expect(refusalOf(() => propose(asked, [item({ to: 3, id: 2 })])).code).toBe('badInput');
    const taken = [item({ to: 2, share: 10 }), item({ to: 3, share: 10 })];
    expect(refusalOf(() => propose(one, taken)).code).toBe('badInput');
    expect(open(proposed(asked, [item({ to: 3, id: 2 })], { id: 2 }))).toHaveLength(2);
    const expired = addDays(today, 14);
    expect(propose(asked, [item({ to: 2, id: 2 })], { id: 2, day: expired })).toHaveLength(1);
  });
});

describe('agreeing to a move', () => {
  it('W2.6 nothing moves before everybody agreed, and then all of it', () => {
    const two = aTeam({
      people: 4,
      responsibilities: [responsibility(1), responsibility(2)],
      carried: [{ person: 1 }, { person: 2, responsibility: 2 }],
    });
    const swap = [item({ to: 2, share: 40 }), item({ slot: 2, of: 2, from: 2, to: 3, id: 2 })];
    let facts = proposed(two, swap, { actor: 4 });
    for (const person of [1, 3]) {
      facts = agreed(facts, [person]);
      expect(facts.assignment).toEqual(two.assignment);
    }
    expect(consent(facts, 3)).toEqual([]);
    facts = agreed(facts, [2]);
    expect([carriers(facts, 1), carriers(facts, 2)]).toEqual([['1 holder 60', '2 holder 40'], ['3 holder 100']]);
    expect(facts.transfer).toEqual({});
    expect(facts.assignment[theId('transferItem', 1) as string]).toMatchObject({ from: today, until: null });
  });

  it('W2.6 only who is asked agrees; who proposed it or is asked says no', () => {
    const asked = proposed(one, [item({ to: 2 })], { actor: 3 });
    expect(refusalOf(() => consent(asked, 3)).code).toBe('notAllowed');
    expect(refusalOf(() => consent(asked, 4)).code).toBe('notAllowed');
    expect(refusalOf(() => withdraw(asked, 4)).code).toBe('notAllowed');
    for (const person of [1, 2, 3]) {
      const off = after(asked, withdraw(asked, person));
      expect(off.transfer).toEqual({});
      expect(refusalOf(() => consent(off, 2)).code).toBe('transferGone');
      expect(refusalOf(() => withdraw(off, 1)).code).toBe('transferGone');
    }
    const half = agreed(asked, [1]);
    expect(after(half, withdraw(half, 1)).transfer).toEqual({});
  });

  it('W2.6 on fourteen days, and before its days are over', () => {
    const asked = proposed(one, [item({ to: 2 })]);
    expect(carriers(agreed(asked, [2], { day: addDays(today, 13) }))).toEqual(['2 holder 100']);
    expect(refusalOf(() => consent(asked, 2, { day: addDays(today, 14) })).code).toBe('transferGone');
    const short = proposed(one, [item({ to: 2 })], { until: in3 });
    expect(open(short)[0]?.expiresOn).toBe(in3);
    expect(refusalOf(() => consent(short, 2, { day: in3 })).code).toBe('transferGone');
  });

  it('W2.7 for good: of one assignment to two, and more of what somebody holds, each row changes once', () => {
    const two = aTeam({
      people: 4,
      carried: [
        { person: 1, share: 70 },
        { person: 2, share: 30 },
      ],
    });
    const items = [
      item({ to: 2, share: 20 }),
      item({ to: 3, share: 20, id: 2 }),
      item({ slot: 2, from: 2, to: 4, share: 10, id: 3 }),
    ];
    const asked = agreed(proposed(two, items), [2, 3]);
    const changes = consent(asked, 4);
    const ids = changes.map(({ entity, after: row, before }) => `${entity} ${(row ?? before)?.id}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(carriers(after(asked, changes))).toEqual(['1 holder 30', '2 holder 40', '3 holder 20', '4 holder 10']);
  });

  it('W2.7 two who swap their parts of one thing keep it whole', () => {
    const two = aTeam({
      people: 4,
      carried: [
        { person: 1, share: 70 },
        { person: 2, share: 30 },
      ],
    });
    const items = [item({ to: 2, share: 70 }), item({ slot: 2, from: 2, to: 1, share: 30, id: 2 })];
    expect(carriers(agreed(proposed(two, items), [2]))).toEqual(['1 holder 30', '2 holder 70']);
  });

  it('W2.7 on some days it is laid over the assignment, from a day that may be later, and comes back by itself', () => {
    const asked = proposed(one, [item({ to: 2, share: 60 })], { from: in3, until: in10 });
    const facts = agreed(asked, [2]);
    expect(facts.assignment).toEqual(one.assignment);
    expect(carryingOn(facts, today)).toEqual(['1 holder 100']);
    expect(carryingOn(facts, in3)).toEqual(['1 holder 40', '2 holder 60']);
    expect(carryingOn(facts, in10)).toEqual(['1 holder 100']);
    const late = agreed(asked, [2], { day: addDays(today, 5) });
    expect(Object.values(late.delegation)[0]).toMatchObject({ from: addDays(today, 5), until: in10 });
  });

  it('R4.9 W2.7 days that are apart take nothing from one another, days that meet do', () => {
    const first = agreed(proposed(one, [item({ to: 2 })], { from: in3, until: in10 }), [2]);
    const apart = { from: in10, until: addDays(in10, 7), id: 2 };
    const second = agreed(proposed(first, [item({ to: 3, id: 2 })], apart), [3], { id: 2 });
    expect([in3, in10, addDays(in10, 7)].map((day) => carryingOn(second, day))).toEqual([
      ['2 holder 100'],
      ['3 holder 100'],
      ['1 holder 100'],
    ]);
    const meets = { from: today, until: addDays(in3, 1), id: 3 };
    expect(refusalOf(() => propose(second, [item({ to: 4, share: 1, id: 3 })], meets)).code).toBe('slotTaken');
    expect(propose(second, [item({ to: 4, id: 3 })], { from: today, until: in3, id: 3 })).toHaveLength(1);
    expect(refusalOf(() => propose(second, [item({ to: 4, share: 1, id: 3 })], { id: 3 })).code).toBe('slotTaken');
  });

  it('R4.10 R4.11 what would begin later shrinks, ends and is taken back like what has begun', () => {
    const facts = agreed(proposed(one, [item({ to: 2 })], { from: in3, until: in10 }), [2]);
    const less = after(
      facts,
      decideChangeShare(facts, { assignmentId: theId('assignment', 1), sharePercent: 30 }, by(1)),
    );
    expect(Object.values(less.delegation)[0]).toMatchObject({ sharePercent: 30, from: in3, until: in10 });
    const delegationId = Object.values(facts.delegation)[0]?.id ?? theId('delegation', 9);
    const ended = after(facts, decideEndDelegation(facts, { delegationId }, by(2)));
    expect(Object.values(ended.delegation)[0]).toMatchObject({ from: today, until: today });
    expect(carryingOn(ended, in3)).toEqual(['1 holder 100']);
    expect(decideEndDelegation(ended, { delegationId }, by(2))).toEqual([]);
  });

  it('W2.7 a part of work with a deadline goes for good; from then on everybody’s part is as it is written', () => {
    const carried = [
      { person: 1, share: 67 },
      { person: 2, share: 33 },
    ];
    const facts = aTeam({ people: 4, carried, work: [someWork(1)] });
    const moved = agreed(proposed(facts, [item({ work: 1, to: 3, share: 40 })], { until: in10 }), [3]);
    expect(parts(moved)).toEqual([1, 27, 2, 33, 3, 40]);
    expect(moved.delegation).toEqual({});
    expect(moved.deadlineWork[theId('deadlineWork', 1)]?.version).toBe(1);
    expect(refusalOf(() => propose(facts, [item({ work: 1, to: 3, share: 68 })])).code).toBe('slotTaken');
    expect(refusalOf(() => propose(facts, [item({ work: 1, from: 3, to: 1, share: 1 })])).code).toBe('slotTaken');
  });

  it('R4.7 W2.7 open offers about what moved end, as with an accepted offer', () => {
    const offer = (facts: TeamSnapshot, temporaryUntil: string | null) =>
      after(
        facts,
        decideMakeOffer(
          facts,
          {
            offerId: theId('offer', 1),
            assignmentId: theId('assignment', 1),
            kind: 'give',
            toPersonId: theId('person', 3),
            sharePercent: 60,
            temporaryUntil,
          },
          by(1),
        ),
      );
    const forGood = offer(one, null);
    expect(agreed(proposed(forGood, [item({ to: 2, share: 50 })]), [2]).offer).toEqual({});
    expect(Object.keys(agreed(proposed(forGood, [item({ to: 2, share: 40 })]), [2]).offer)).toHaveLength(1);
    const aWhile = offer(one, in10);
    const later = { from: in3, until: addDays(in3, 2) };
    expect(agreed(proposed(aWhile, [item({ to: 2, share: 50 })], later), [2]).offer).toEqual({});
    const behind = { from: in10, until: addDays(in10, 2) };
    expect(Object.keys(agreed(proposed(aWhile, [item({ to: 2, share: 50 })], behind), [2]).offer)).toHaveLength(1);
  });
});
