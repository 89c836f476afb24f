import { describe, expect, it } from 'vitest';
import type { OfferRow, TeamSnapshot } from '@roer/domain/feed';
import { addDays } from '@roer/domain/dates';
import { decideChangeShare, decideGiveBack } from '@roer/domain/responsibilities/carry';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { answersOffer, proposedOffer } from '@roer/domain/responsibilities/offer-sides';
import {
  decideAcceptOffer,
  decideDeclineOffer,
  decideMakeOffer,
  decideWithdrawOffer,
} from '@roer/domain/responsibilities/pass-on';
import { after, aTeam, by, carriers, refusalOf, responsibility, theId, today } from './team-builder.ts';

type Making = {
  kind?: 'give' | 'take';
  slot?: number;
  actor?: number;
  to: number | null;
  share?: number;
  until?: string | null;
  id?: number;
  day?: string;
};
const make = (
  facts: TeamSnapshot,
  { kind = 'give', slot = 1, actor = 1, to, share = 100, until = null, id = 1, day = today }: Making,
) =>
  decideMakeOffer(
    facts,
    {
      offerId: theId('offer', id),
      assignmentId: theId('assignment', slot),
      kind,
      toPersonId: to === null ? null : theId('person', to),
      sharePercent: share,
      temporaryUntil: until,
    },
    by(actor, day),
  );
const made = (facts: TeamSnapshot, making: Making): TeamSnapshot => after(facts, make(facts, making));
const accept = (facts: TeamSnapshot, actor: number, { id = 1, assignment = 9, day = today } = {}) =>
  decideAcceptOffer(
    facts,
    { offerId: theId('offer', id), assignmentId: theId('assignment', assignment) },
    by(actor, day),
  );
const offers = (facts: TeamSnapshot): OfferRow[] => Object.values(facts.offer);

describe('making an offer', () => {
  const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });

  it('R4.4 the carrier gives, or somebody asks the carrier', () => {
    const [given] = offers(made(facts, { to: 3, share: 40 }));
    expect(given).toMatchObject({ kind: 'give', fromPersonId: theId('person', 1), sharePercent: 40, state: 'open' });
    const [asked] = offers(made(facts, { kind: 'take', actor: 3, to: 3 }));
    expect(asked).toMatchObject({ kind: 'take', fromPersonId: theId('person', 1), toPersonId: theId('person', 3) });
    expect(given && proposedOffer(given)).toBe(theId('person', 1));
    expect(given && [1, 2, 3].map((person) => answersOffer(given, theId('person', person)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(asked && proposedOffer(asked)).toBe(theId('person', 3));
    expect(asked && [1, 2, 3].map((person) => answersOffer(asked, theId('person', person)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('R4.4 nobody proposes for others, nor to themselves', () => {
    for (const making of [
      { actor: 2, to: 3 },
      { actor: 3, to: 3 },
      { to: 1 },
      { kind: 'take', to: 1 },
      { kind: 'take', actor: 2, to: 3 },
    ] as const)
      expect(refusalOf(() => make(facts, making)).code).toBe('notAllowed');
  });

  it('R4.4 one open offer per slot and person, either way; an expired one is in nobody’s way', () => {
    const once = made(facts, { to: 3 });
    expect(refusalOf(() => make(once, { to: 3, id: 2 })).code).toBe('offerExists');
    expect(refusalOf(() => make(once, { kind: 'take', actor: 3, to: 3, id: 2 })).code).toBe('offerExists');
    expect(offers(made(once, { to: 2, id: 2 }))).toHaveLength(2);
    expect(offers(made(once, { to: 3, id: 2, day: addDays(today, 14) }))).toHaveLength(2);
  });

  it('R4.4 to members, of what is there, at most the whole', () => {
    expect(refusalOf(() => make(facts, { to: 4 })).code).toBe('notAMember');
    expect(refusalOf(() => make(facts, { to: 3, slot: 5 })).code).toBe('notFound');
    const part = aTeam({ carried: [{ person: 1, share: 30 }] });
    expect(offers(made(part, { to: 2, share: 80 }))[0]?.sharePercent).toBe(30);
    const closed = {
      ...facts,
      responsibility: { [theId('responsibility', 1)]: responsibility(1, { closedOn: today }) },
    };
    expect(refusalOf(() => make(closed, { to: 3 })).code).toBe('responsibilityClosed');
  });

  it('R4.4 standing in moves as a whole, and not to somebody who has a role', () => {
    expect(offers(made(facts, { slot: 2, actor: 2, to: 3, share: 40 }))[0]?.sharePercent).toBe(100);
    expect(refusalOf(() => make(facts, { slot: 2, actor: 2, to: 1 }))).toEqual({
      code: 'alreadyCarrying',
      by: theId('person', 1),
    });
  });

  it('R1.9 never uses the id of another offer', () => {
    expect(refusalOf(() => make(made(facts, { to: 3 }), { to: 2 })).code).toBe('badInput');
  });
});

describe('answering an offer', () => {
  const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });

  it('R4.5 accepting moves the whole or a part the same day', () => {
    const whole = made(facts, { to: 3 });
    expect(carriers(after(whole, accept(whole, 3)))).toEqual(['2 substitute 100', '3 holder 100']);
    const part = made(facts, { to: 3, share: 30 });
    const moved = after(part, accept(part, 3));
    expect(carriers(moved)).toEqual(['1 holder 70', '2 substitute 100', '3 holder 30']);
    expect(moved.offer).toEqual({});
    expect(moved.assignment[theId('assignment', 9)]?.from).toBe(today);
  });

  it('R4.5 the carrier answers who asks', () => {
    const asked = made(facts, { kind: 'take', actor: 3, to: 3, share: 50 });
    expect(refusalOf(() => accept(asked, 3)).code).toBe('notAllowed');
    expect(carriers(after(asked, accept(asked, 1)))).toContain('3 holder 50');
  });

  it('R4.5 a substitute who receives becomes holder, a holder carries more', () => {
    const toSubstitute = made(facts, { to: 2 });
    expect(carriers(after(toSubstitute, accept(toSubstitute, 2)))).toEqual(['2 holder 100']);
    const two = made(
      aTeam({
        carried: [
          { person: 1, share: 50 },
          { person: 2, share: 50 },
        ],
      }),
      { to: 2 },
    );
    const changes = accept(two, 2, { assignment: 1 });
    expect(carriers(after(two, changes))).toEqual(['2 holder 100']);
  });

  it('R4.5 one person never carries more than 100 %', () => {
    const full = made(
      aTeam({
        carried: [
          { person: 1, share: 51 },
          { person: 2, share: 50 },
        ],
      }),
      { to: 2 },
    );
    expect(carriers(after(full, accept(full, 2)))).toEqual(['2 holder 100']);
  });

  it('R4.5 others neither accept, decline nor withdraw', () => {
    const open = made(facts, { to: 3 });
    const offerId = theId('offer', 1);
    for (const actor of [1, 2]) {
      expect(refusalOf(() => accept(open, actor)).code).toBe('notAllowed');
      expect(refusalOf(() => decideDeclineOffer(open, { offerId }, by(actor))).code).toBe('notAllowed');
    }
    expect(refusalOf(() => decideWithdrawOffer(open, { offerId }, by(3))).code).toBe('notAllowed');
    expect(carriers(after(open, decideDeclineOffer(open, { offerId }, by(3))))).toEqual(carriers(facts));
    expect(after(open, decideWithdrawOffer(open, { offerId }, by(1))).offer).toEqual({});
  });

  it('R4.6 until the fourteenth day, and once', () => {
    const open = made(facts, { to: 3 });
    expect(accept(open, 3, { day: addDays(today, 13) })).not.toEqual([]);
    expect(refusalOf(() => accept(open, 3, { day: addDays(today, 14) })).code).toBe('offerGone');
    expect(refusalOf(() => accept(after(open, accept(open, 3)), 3, { assignment: 10 })).code).toBe('offerGone');
    expect(refusalOf(() => decideDeclineOffer(facts, { offerId: theId('offer', 1) }, by(3))).code).toBe('offerGone');
  });

  it('R4.7 other offers end with what they were about', () => {
    const two = made(made(facts, { to: 3, share: 60, id: 1 }), { to: 2, share: 60, id: 2 });
    expect(after(two, accept(two, 3)).offer).toEqual({});
    const small = made(made(facts, { to: 3, share: 60, id: 1 }), { to: 2, share: 40, id: 2 });
    expect(Object.keys(after(small, accept(small, 3)).offer)).toEqual([theId('offer', 2)]);
    const standingIn = made(made(facts, { to: 2, id: 1 }), { slot: 2, actor: 2, to: 3, id: 2 });
    expect(after(standingIn, accept(standingIn, 2)).offer).toEqual({});
  });

  it('R4.7 an offer is gone after giving back, carrying less or closing', () => {
    const open = made(facts, { to: 3, share: 60 });
    const slot = { assignmentId: theId('assignment', 1) };
    const closing = { responsibilityId: theId('responsibility', 1) };
    for (const changes of [
      decideGiveBack(open, slot, by(1)),
      decideChangeShare(open, { ...slot, sharePercent: 50 }, by(1)),
      decideCloseResponsibility(open, closing, by(1)),
    ])
      expect(refusalOf(() => accept(after(open, changes), 3)).code).toBe('offerGone');
  });

  it('R4.7 an offer of more than what is left moves nothing, however it came about', () => {
    const open = made(facts, { to: 3, share: 60 });
    const shrunk = aTeam({ carried: [{ person: 1, share: 50 }], offers: offers(open) });
    expect(refusalOf(() => accept(shrunk, 3)).code).toBe('offerGone');
  });

  it('R4.5 not after the one who would receive left the team', () => {
    const open = made(facts, { kind: 'take', actor: 3, to: 3 });
    const { [theId('membership', 3)]: _left, ...member } = open.member;
    expect(refusalOf(() => accept({ ...open, member }, 1)).code).toBe('notAMember');
  });

  it('R4.5 not when somebody who was offered standing in became holder meanwhile', () => {
    const open = made(facts, { slot: 2, actor: 2, to: 3 });
    const [carried] = Object.values(aTeam({ carried: [{ person: 3 }] }).assignment);
    const meanwhile = {
      ...open,
      assignment: {
        ...open.assignment,
        ...(carried && { [theId('assignment', 5)]: { ...carried, id: theId('assignment', 5) } }),
      },
    };
    expect(refusalOf(() => accept(meanwhile, 3)).code).toBe('alreadyCarrying');
  });

  it('R1.9 never uses the id of another assignment', () => {
    const open = made(facts, { to: 3 });
    for (const assignment of [1, 2]) expect(refusalOf(() => accept(open, 3, { assignment })).code).toBe('badInput');
  });
});
