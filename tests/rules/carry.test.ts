import { describe, expect, it } from 'vitest';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import type { TeamFacts } from '@roer/domain/responsibilities/facts';
import { decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { after, aTeam, by, carriers, refusalOf, responsibility, theId, today } from './team-builder.ts';

const takeOver = (
  facts: TeamFacts,
  person: number,
  { role = 'holder', share = 100, id = 9 }: { role?: 'holder' | 'substitute'; share?: number; id?: number } = {},
) =>
  decideTakeOver(
    facts,
    { responsibilityId: theId('responsibility', 1), role, sharePercent: share, assignmentId: theId('assignment', id) },
    by(person),
  );
const changeShare = (facts: TeamFacts, id: number, share: number, person = 1) =>
  decideChangeShare(facts, { assignmentId: theId('assignment', id), sharePercent: share }, by(person));
const offered = (facts: TeamFacts, id: number, { to, share }: { to: number; share: number }) =>
  after(
    facts,
    decideMakeOffer(
      facts,
      {
        offerId: theId('offer', to * 100 + share),
        assignmentId: theId('assignment', id),
        kind: 'give',
        toPersonId: theId('person', to),
        sharePercent: share,
        temporaryUntil: null,
      },
      by(1),
    ),
  );

const giveBack = (facts: TeamFacts, id: number, person: number) =>
  decideGiveBack(facts, { assignmentId: theId('assignment', id) }, by(person));

describe('taking over', () => {
  it('R4.1 fills an open slot with the whole of what is open', () => {
    const facts = aTeam();
    const changes = takeOver(facts, 2);
    expect(carriers(after(facts, changes))).toEqual(['2 holder 100']);
    expect(changes[0]?.after).toMatchObject({ from: today, until: null, id: theId('assignment', 9) });
  });

  it('R4.1 gives at most what the others leave open, and less when less is asked', () => {
    const facts = aTeam({ carried: [{ person: 1, share: 60 }] });
    expect(carriers(after(facts, takeOver(facts, 2)))).toEqual(['1 holder 60', '2 holder 40']);
    expect(carriers(after(facts, takeOver(facts, 2, { share: 10 })))).toEqual(['1 holder 60', '2 holder 10']);
  });

  it('R4.1 a holder who takes the rest carries it under the same assignment', () => {
    const facts = aTeam({ carried: [{ person: 1, share: 60 }] });
    const changes = takeOver(facts, 1);
    expect(changes).toHaveLength(1);
    expect(carriers(after(facts, changes))).toEqual(['1 holder 100']);
  });

  it('R4.1 R2.5 the last percent of thirds is no slot, two percent is', () => {
    const thirds = aTeam({ people: 4, carried: [1, 2, 3].map((person) => ({ person, share: 33 })) });
    expect(refusalOf(() => takeOver(thirds, 4))).toEqual({ code: 'slotTaken', by: theId('person', 3) });
    const nearly = aTeam({ carried: [{ person: 1, share: 98 }] });
    expect(carriers(after(nearly, takeOver(nearly, 2)))).toEqual(['1 holder 98', '2 holder 2']);
  });

  it('R4.1 tells who was first when two take the same open slot', () => {
    const facts = aTeam({ carried: [{ person: 3, share: 50, from: '2026-01-05' }] });
    const first = after(facts, takeOver(facts, 2));
    expect(refusalOf(() => takeOver(first, 1, { id: 10 }))).toEqual({ code: 'slotTaken', by: theId('person', 2) });
    expect(refusalOf(() => takeOver(first, 2, { id: 10 }))).toEqual({ code: 'alreadyCarrying' });
  });

  it('R4.1 a substitute who becomes holder stops standing in, and offers about that end', () => {
    const facts = offered(aTeam({ carried: [{ person: 1, role: 'substitute' }] }), 1, { to: 2, share: 100 });
    const taken = after(facts, takeOver(facts, 1));
    expect(carriers(taken)).toEqual(['1 holder 100']);
    expect(taken.offer).toEqual({});
  });

  it('R4.1 anyone stands in beside others, once', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    expect(carriers(after(facts, takeOver(facts, 3, { role: 'substitute' })))).toContain('3 substitute 100');
    for (const person of [1, 2])
      expect(refusalOf(() => takeOver(facts, person, { role: 'substitute' }))).toEqual({ code: 'alreadyCarrying' });
  });

  it('R4.1 only members, and only what is open and there', () => {
    expect(refusalOf(() => takeOver(aTeam({ people: 2 }), 3)).code).toBe('notAMember');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: today })] });
    expect(refusalOf(() => takeOver(closed, 1)).code).toBe('responsibilityClosed');
    expect(refusalOf(() => takeOver(aTeam({ responsibilities: [] }), 1)).code).toBe('notFound');
  });

  it('R1.9 never uses the id of another assignment', () => {
    const facts = aTeam({
      carried: [
        { person: 1, share: 50 },
        { person: 2, role: 'substitute' },
      ],
    });
    for (const person of [2, 3]) expect(refusalOf(() => takeOver(facts, person, { id: 1 })).code).toBe('badInput');
    expect(refusalOf(() => takeOver(facts, 3, { id: 2, role: 'substitute' })).code).toBe('badInput');
    expect(refusalOf(() => takeOver(facts, 2, { id: 2 })).code).toBe('badInput');
  });
});

describe('giving back', () => {
  it('R4.2 opens the slot at once', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    expect(carriers(after(facts, giveBack(facts, 1, 1)))).toEqual(['2 substitute 100']);
    expect(carriers(after(facts, giveBack(facts, 2, 2)))).toEqual(['1 holder 100']);
  });

  it('R4.2 not what somebody else carries, and not twice', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    expect(refusalOf(() => giveBack(facts, 1, 2)).code).toBe('notAllowed');
    expect(refusalOf(() => giveBack(after(facts, giveBack(facts, 1, 1)), 1, 1)).code).toBe('notFound');
  });

  it('R4.7 ends the open offers about it, and no others', () => {
    const one = aTeam({
      carried: [
        { person: 1, share: 50 },
        { person: 2, share: 50 },
      ],
    });
    const facts = offered(one, 1, { to: 3, share: 20 });
    const [offer] = Object.values(facts.offer);
    if (!offer) throw new Error('There is an offer.');
    const other = { ...offer, id: theId('offer', 77), assignmentId: theId('assignment', 2) };
    const kept = { ...facts, offer: { ...facts.offer, [other.id]: other } };
    expect(Object.keys(after(kept, giveBack(kept, 1, 1)).offer)).toEqual([other.id]);
  });
});

describe('changing a share', () => {
  it('R4.3 less is always possible, more as far as there is room', () => {
    const facts = aTeam({
      carried: [
        { person: 1, share: 50 },
        { person: 2, share: 40 },
      ],
    });
    expect(carriers(after(facts, changeShare(facts, 1, 20)))).toContain('1 holder 20');
    expect(carriers(after(facts, changeShare(facts, 1, 60)))).toContain('1 holder 60');
    expect(refusalOf(() => changeShare(facts, 1, 62))).toEqual({ code: 'slotTaken', field: 'sharePercent' });
  });

  it('R4.3 R2.5 34 + 34 + 33 is allowed, a percent more is not', () => {
    const facts = aTeam({
      carried: [
        { person: 1, share: 33 },
        { person: 2, share: 34 },
        { person: 3, share: 33 },
      ],
    });
    expect(carriers(after(facts, changeShare(facts, 1, 34)))).toContain('1 holder 34');
    expect(refusalOf(() => changeShare(facts, 1, 35)).code).toBe('slotTaken');
  });

  it('R4.3 of an unclear sum one may only carry less', () => {
    const facts = aTeam({
      carried: [
        { person: 1, share: 60 },
        { person: 2, share: 60 },
      ],
    });
    expect(carriers(after(facts, changeShare(facts, 1, 50)))).toContain('1 holder 50');
    expect(refusalOf(() => changeShare(facts, 1, 61)).code).toBe('slotTaken');
  });

  it('R4.3 only of oneself, only as holder, and the same share changes nothing', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    expect(changeShare(facts, 1, 100)).toEqual([]);
    expect(refusalOf(() => changeShare(facts, 1, 50, 2)).code).toBe('notAllowed');
    expect(refusalOf(() => changeShare(facts, 2, 50, 2)).code).toBe('notAllowed');
    expect(refusalOf(() => changeShare(facts, 3, 50)).code).toBe('notFound');
  });

  it('R4.7 an offer of more than what is left ends', () => {
    const facts = offered(offered(aTeam({ carried: [{ person: 1 }] }), 1, { to: 2, share: 60 }), 1, {
      to: 3,
      share: 40,
    });
    for (const left of [50, 40]) {
      const less = after(facts, changeShare(facts, 1, left));
      expect(Object.values(less.offer).map((offer) => offer.sharePercent)).toEqual([40]);
    }
  });
});
