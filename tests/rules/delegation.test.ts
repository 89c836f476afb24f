import { describe, expect, it } from 'vitest';
import type { DelegationRow, TeamSnapshot } from '@roer/domain/feed';
import { addDays } from '@roer/domain/dates';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { carriedOn } from '@roer/domain/responsibilities/delegation';
import { decideEndDelegation } from '@roer/domain/responsibilities/delegation-endings';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { decideAcceptOffer, decideDeclineOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { after, aTeam, by, refusalOf, theId, today } from './team-builder.ts';

const until = addDays(today, 10);
type Giving = { slot?: number; from?: number; to: number | null; share?: number; day?: string; id?: number };
const given = (facts: TeamSnapshot, { slot = 1, from = 1, to, share = 100, day = until, id = 1 }: Giving) =>
  after(
    facts,
    decideMakeOffer(
      facts,
      {
        offerId: theId('offer', id),
        assignmentId: theId('assignment', slot),
        kind: 'give',
        toPersonId: to === null ? null : theId('person', to),
        sharePercent: share,
        temporaryUntil: day,
      },
      by(from),
    ),
  );
const accept = (facts: TeamSnapshot, person: number, { id = 1, day = today } = {}) =>
  decideAcceptOffer(
    facts,
    { offerId: theId('offer', id), assignmentId: theId('assignment', 50 + id) },
    by(person, day),
  );
/** The team in which somebody carries for a while what the first assignment carries for good. */
const delegated = (facts: TeamSnapshot, giving: Giving & { to: number }): TeamSnapshot => {
  const open = given(facts, giving);
  return after(open, accept(open, giving.to, { id: giving.id ?? 1 }));
};
const carrying = (facts: TeamSnapshot, day: string): string[] =>
  carriedOn(facts, day)
    .map((row) => `${Number(row.personId.slice(-12))} ${row.role} ${row.sharePercent}`)
    .toSorted();
const standing = (facts: TeamSnapshot, day = today): DelegationRow[] =>
  Object.values(facts.delegation).filter((row) => row.until > day);

const one = aTeam({ carried: [{ person: 1 }] });

describe('for a while', () => {
  it('R4.8 is carried by the other until that day, and then again by the giver without anybody doing anything', () => {
    const facts = delegated(one, { to: 2 });
    expect(carrying(facts, today)).toEqual(['2 holder 100']);
    expect(carrying(facts, addDays(until, -1))).toEqual(['2 holder 100']);
    expect(carrying(facts, until)).toEqual(['1 holder 100']);
    expect(facts.assignment).toEqual(one.assignment);
  });

  it('R4.8 coverage is of who carries today', () => {
    const facts = delegated(one, { to: 2 });
    const holderOn = (day: string) => deriveBoard(facts, { today: day })[0]?.responsibilities[0]?.coverage;
    expect(holderOn(today)).toEqual({ state: 'fragile', holder: theId('person', 2) });
    expect(holderOn(until)).toEqual({ state: 'fragile', holder: theId('person', 1) });
  });

  it('R4.8 ends on a day after today, at most a year ahead, and is open until then at most', () => {
    for (const day of [today, addDays(today, -1), addDays(today, 367)])
      expect(refusalOf(() => given(one, { to: 2, day }))).toEqual({ code: 'badInput', field: 'temporaryUntil' });
    const soon = given(one, { to: 2, day: addDays(today, 3) });
    expect(Object.values(soon.offer)[0]?.expiresOn).toBe(addDays(today, 3));
    expect(refusalOf(() => accept(soon, 2, { day: addDays(today, 3) })).code).toBe('offerGone');
    expect(Object.values(given(one, { to: 2, day: addDays(today, 366) }).offer)[0]?.expiresOn).toBe(addDays(today, 14));
  });

  it('R4.9 no more than what is not with somebody else already', () => {
    const half = delegated(one, { to: 2, share: 60 });
    const [rest] = Object.values(given(half, { to: 3, share: 100, id: 2 }).offer);
    expect(rest?.sharePercent).toBe(40);
    const all = delegated(half, { to: 3, share: 40, id: 2 });
    expect(carrying(all, today)).toEqual(['2 holder 60', '3 holder 40']);
    expect(refusalOf(() => given(all, { to: 2, id: 3 }))).toEqual({ code: 'slotTaken', by: theId('person', 2) });
  });

  it('R4.9 of two gifts of the same part the first that is accepted ends the other', () => {
    const both = given(given(one, { to: 2, id: 1 }), { to: 3, id: 2 });
    const taken = after(both, accept(both, 3, { id: 2 }));
    expect(taken.offer).toEqual({});
    expect(refusalOf(() => accept(taken, 2)).code).toBe('offerGone');
  });

  it('R4.9 who carries it for a while cannot pass it on', () => {
    const facts = delegated(one, { to: 2 });
    expect(refusalOf(() => given(facts, { from: 2, to: 3, id: 2 })).code).toBe('notAllowed');
  });

  it('R4.9 nobody gets a second role for a while', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    expect(refusalOf(() => given(facts, { to: 2 }))).toEqual({ code: 'alreadyCarrying', by: theId('person', 2) });
    expect(refusalOf(() => given(facts, { slot: 2, from: 2, to: 1 })).code).toBe('alreadyCarrying');
    const standsIn = delegated(facts, { slot: 2, from: 2, to: 3 });
    expect(carrying(standsIn, today)).toEqual(['1 holder 100', '3 substitute 100']);
    expect(refusalOf(() => given(standsIn, { to: 3, id: 2 })).code).toBe('alreadyCarrying');
    const takes = {
      responsibilityId: theId('responsibility', 1),
      assignmentId: theId('assignment', 9),
      sharePercent: 9,
    };
    expect(refusalOf(() => decideTakeOver(standsIn, { ...takes, role: 'substitute' }, by(3))).code).toBe(
      'alreadyCarrying',
    );
  });

  it('R4.12 who gives it to the team agrees to whoever accepts first', () => {
    const open = given(one, { to: null });
    expect(refusalOf(() => accept(open, 1)).code).toBe('notAllowed');
    expect(refusalOf(() => decideDeclineOffer(open, { offerId: theId('offer', 1) }, by(2))).code).toBe('notAllowed');
    const changes = accept(open, 3);
    expect(carrying(after(open, changes), today)).toEqual(['3 holder 100']);
    expect(changes[0]).toMatchObject({ entity: 'offer', after: { toPersonId: theId('person', 3), state: 'accepted' } });
    expect(refusalOf(() => accept(after(open, changes), 2)).code).toBe('offerGone');
  });
});

describe('what a while is a part of', () => {
  const facts = delegated(one, { to: 2, share: 60 });

  it('R4.10 ends with it, and shrinks with it', () => {
    const changed = (sharePercent: number) =>
      after(facts, decideChangeShare(facts, { assignmentId: theId('assignment', 1), sharePercent }, by(1)));
    expect(carrying(changed(80), today)).toEqual(['1 holder 20', '2 holder 60']);
    expect(carrying(changed(40), today)).toEqual(['2 holder 40']);
    const back = after(facts, decideGiveBack(facts, { assignmentId: theId('assignment', 1) }, by(1)));
    expect(carrying(back, today)).toEqual([]);
    expect(standing(back)).toEqual([]);
  });

  it('R4.10 ends when who had it for a while leaves, or gets a role that does not go with it', () => {
    const left = after(facts, decideEndMembership(facts, { membershipId: theId('membership', 2) }, { today }));
    expect(carrying(left, today)).toEqual(['1 holder 100']);
    const parts = aTeam({
      carried: [
        { person: 1, share: 50 },
        { person: 3, role: 'substitute' },
      ],
    });
    const standsIn = delegated(parts, { slot: 2, from: 3, to: 2 });
    const takes = {
      responsibilityId: theId('responsibility', 1),
      assignmentId: theId('assignment', 9),
      sharePercent: 50,
    };
    const holds = after(standsIn, decideTakeOver(standsIn, { ...takes, role: 'holder' }, by(2)));
    expect(carrying(holds, today)).toEqual(['1 holder 50', '2 holder 50', '3 substitute 100']);
  });

  it('R4.10 stays ended when what it was a part of comes back by an undo', () => {
    const changes = decideGiveBack(facts, { assignmentId: theId('assignment', 1) }, by(1));
    const back = after(facts, changes);
    const undone = after(back, decideUndo(back, { action: 'assignment.giveBack', changes }, by(1)));
    expect(undone.assignment).toEqual(facts.assignment);
    expect(carrying(undone, today)).toEqual(['1 holder 100']);
  });

  it('R1.4 R4.10 what a colleague carries for a while is not closed', () => {
    const about = { responsibilityId: theId('responsibility', 1) };
    expect(refusalOf(() => decideCloseResponsibility(facts, about, by(1)))).toEqual({
      code: 'responsibilityCarried',
      by: theId('person', 2),
    });
    expect(decideCloseResponsibility(facts, about, by(1, until)).length).toBeGreaterThan(0);
  });

  it('R4.11 giver and receiver end it from today, nobody else; ending it twice changes nothing', () => {
    const id = { delegationId: standing(facts)[0]?.id ?? theId('delegation', 1) };
    expect(refusalOf(() => decideEndDelegation(facts, id, by(3))).code).toBe('notAllowed');
    for (const person of [1, 2]) {
      const ended = after(facts, decideEndDelegation(facts, id, by(person)));
      expect(carrying(ended, today)).toEqual(['1 holder 100']);
      expect(decideEndDelegation(ended, id, by(person))).toEqual([]);
    }
    expect(refusalOf(() => decideEndDelegation(facts, { delegationId: theId('delegation', 9) }, by(1))).code).toBe(
      'notFound',
    );
  });
});
