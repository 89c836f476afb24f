import { describe, expect, it } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import { decideAcceptOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { decideSettleDeadlineWork, decideTakeDeadlineShare } from '@roer/domain/workload/deadline-work';
import { after, aTeam, by, carriers, refusalOf, responsibility, someWork, theId, today } from './team-builder.ts';
import { agreed, consent, in10, item, one, open, propose, proposed } from './transfer-builder.ts';

describe('a proposal that can no longer be done', () => {
  const slot = { assignmentId: theId('assignment', 1) };
  const asked = proposed(one, [item({ to: 2, share: 60 })], { actor: 3 });

  it('W2.8 ends with what it is about', () => {
    const ways = [
      decideGiveBack(asked, slot, by(1)),
      decideChangeShare(asked, { ...slot, sharePercent: 59 }, by(1)),
      decideCloseResponsibility(asked, { responsibilityId: theId('responsibility', 1) }, by(1)),
    ];
    for (const changes of ways) {
      const now = after(asked, changes);
      expect(now.transfer).toEqual({});
      expect(refusalOf(() => consent(now, 1)).code).toBe('transferGone');
    }
    const enough = decideChangeShare(asked, { ...slot, sharePercent: 60 }, by(1));
    expect(open(after(asked, enough))).toHaveLength(1);
  });

  it('W2.8 ends when another proposal or an offer took it', () => {
    const both = proposed(asked, [item({ to: 4, share: 50, id: 2 })], { id: 2, actor: 1 });
    expect(open(agreed(both, [4], { id: 2 }))).toEqual([]);
    const small = proposed(asked, [item({ to: 4, share: 40, id: 2 })], { id: 2, actor: 1 });
    expect(open(agreed(small, [4], { id: 2 }))).toHaveLength(1);
    const input = { offerId: theId('offer', 1), ...slot, kind: 'give', toPersonId: theId('person', 4) } as const;
    const offered = after(asked, decideMakeOffer(asked, { ...input, sharePercent: 50, temporaryUntil: in10 }, by(1)));
    const accepting = { offerId: theId('offer', 1), assignmentId: theId('assignment', 9) };
    expect(open(after(offered, decideAcceptOffer(offered, accepting, by(4))))).toEqual([]);
  });

  it('W2.8 ends when its receiver took another role', () => {
    const aWhile = proposed(one, [item({ to: 2 })], { until: in10 });
    const standingIn = { assignmentId: theId('assignment', 9), role: 'substitute', sharePercent: 100 } as const;
    const taking = { responsibilityId: theId('responsibility', 1), ...standingIn };
    expect(open(after(aWhile, decideTakeOver(aWhile, taking, by(2))))).toEqual([]);
    expect(open(after(aWhile, decideTakeOver(aWhile, taking, by(3))))).toHaveLength(1);
  });

  it('W2.8 ends when its work was done, or its part went elsewhere', () => {
    const facts = proposed(aTeam({ people: 4, carried: [{ person: 1 }], work: [someWork(1)] }), [
      item({ work: 1, to: 2, share: 60 }),
    ]);
    const which = { responsibilityId: theId('responsibility', 1), workId: theId('deadlineWork', 1) };
    expect(open(after(facts, decideSettleDeadlineWork(facts, { ...which, done: true }, by(3))))).toEqual([]);
    const take = (percent: number) => after(facts, decideTakeDeadlineShare(facts, { ...which, percent }, by(3)));
    expect(open(take(41))).toEqual([]);
    expect(open(take(40))).toHaveLength(1);
  });

  it('O11 W2.8 ends when somebody whom it concerns leaves, who proposed it included', () => {
    for (const [person, left] of [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 1],
    ] as const) {
      const membershipId = theId('membership', person);
      expect(open(after(asked, decideEndMembership(asked, { membershipId }, { today })))).toHaveLength(left);
    }
  });

  it('U1 U2 W2.8 is not brought back by an undo of what ended it, and is itself not undone', () => {
    const changes = decideGiveBack(asked, slot, by(1));
    const back = after(asked, changes);
    const undone = after(back, decideUndo(back, { action: 'assignment.giveBack', changes }, by(1)));
    expect([carriers(undone), open(undone)]).toEqual([['1 holder 100'], []]);
    const proposing = propose(one, [item({ to: 2 })]);
    const undo = () => decideUndo(asked, { action: 'transfer.propose', changes: proposing }, by(1));
    expect(refusalOf(undo).code).toBe('cannotUndo');
  });

  it('U2 W2.8 ends when an undo takes away what it is about', () => {
    const taking = { responsibilityId: theId('responsibility', 1), role: 'holder', sharePercent: 100 } as const;
    const nobody = aTeam({ people: 4 });
    const changes = decideTakeOver(nobody, { ...taking, ...slot }, by(1));
    const now = proposed(after(nobody, changes), [item({ to: 2 })]);
    expect(open(after(now, decideUndo(now, { action: 'assignment.takeOver', changes }, by(1))))).toEqual([]);
  });

  it('W2.8 says nothing about responsibilities that a command does not touch: a server has no others at hand', () => {
    const two = aTeam({
      people: 4,
      responsibilities: [responsibility(1), responsibility(2)],
      carried: [{ person: 1 }, { person: 1, responsibility: 2 }],
    });
    const facts = proposed(two, [item({ to: 2 }), item({ slot: 2, of: 2, to: 3, id: 2 })]);
    const { [theId('assignment', 2)]: _elsewhere, ...atHand } = facts.assignment;
    const { [theId('responsibility', 2)]: _other, ...responsibilities } = facts.responsibility;
    const part = { ...facts, assignment: atHand, responsibility: responsibilities };
    const standIn = { responsibilityId: theId('responsibility', 1), assignmentId: theId('assignment', 9) };
    const changes = (team: TeamSnapshot) =>
      decideTakeOver(team, { ...standIn, role: 'substitute', sharePercent: 100 }, by(4));
    expect(changes(part)).toEqual(changes(facts));
    expect(open(after(facts, changes(facts)))).toHaveLength(1);
  });
});

it('R1.8 W2.6 a proposal stands in the history of each responsibility that it is about', () => {
  const two = aTeam({
    people: 4,
    responsibilities: [responsibility(1), responsibility(2)],
    carried: [{ person: 1 }, { person: 1, responsibility: 2 }],
  });
  const changes = propose(two, [item({ to: 2 }), item({ slot: 2, of: 2, to: 3, id: 2 })]);
  expect(traceResponsibilities('transfer.propose', changes).map(({ subjectId }) => subjectId)).toEqual(
    [1, 2].map((number) => theId('responsibility', number)),
  );
});
