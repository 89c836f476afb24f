import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import {
  decideReceiveHandover,
  decideReturnHandover,
  decideStartHandovers,
  decideWithdrawHandover,
} from '@roer/domain/learning/handover';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { decideAcceptOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { stillOfUse } from '@roer/domain/still-of-use';
import { after, by, carriers, refusalOf, theId, today } from './team-builder.ts';

import { accept, ids, notes, pitfall, row, started, team, ticked } from './handover-builder.ts';

describe('a handover that ends', () => {
  it('R6.6 R6.8 the giver gives it back as a visible open place, or keeps it; what they wrote stays as notes', () => {
    const long = `Begin ruim voor oktober.\nDe oude aanslagen staan nog in de map van Ans.`;
    const facts = started(team(), { items: [pitfall(1, long), pitfall(2, 'x'.repeat(130))] });
    const back = after(facts, decideReturnHandover(facts, ids, by(1)));
    expect(carriers(back)).toEqual(['3 substitute 100']);
    expect(row(back)?.state).toBe('returned');
    expect(Object.values(back.note)).toMatchObject([
      {
        title: 'Begin ruim voor oktober.',
        body: long,
        personId: theId('person', 1),
        responsibilityId: ids.responsibilityId,
      },
      { title: `${'x'.repeat(119)}…`, body: 'x'.repeat(130) },
    ]);
    const kept = after(facts, decideWithdrawHandover(facts, ids, by(1)));
    expect(carriers(kept)).toEqual(['1 holder 100', '3 substitute 100']);
    expect(row(kept)).toBeUndefined();
    expect(notes(kept)).toHaveLength(2);
    for (const decide of [decideReturnHandover, decideWithdrawHandover])
      expect(refusalOf(() => decide(facts, ids, by(2))).code).toBe('notAllowed');
  });

  it('R6.7 R6.8 ends when its giver carries it no longer, and nothing they wrote is lost', () => {
    const facts = started(team());
    const slot = { assignmentId: theId('assignment', 1) };
    const gave = decideGiveBack(facts, slot, by(1));
    expect(row(after(facts, gave))?.state).toBe('returned');
    expect(notes(after(facts, gave))).toEqual(['Let op 1', 'Let op 2']);
    const closed = after(facts, decideCloseResponsibility(facts, ids, by(1)));
    expect(row(closed)).toBeUndefined();
    expect(notes(closed)).toHaveLength(2);
    const offer = { offerId: theId('offer', 1), ...slot, kind: 'give', toPersonId: theId('person', 4) } as const;
    const offered = after(facts, decideMakeOffer(facts, { ...offer, sharePercent: 100, temporaryUntil: null }, by(1)));
    const took = { offerId: theId('offer', 1), assignmentId: theId('assignment', 9) };
    const moved = after(offered, decideAcceptOffer(offered, took, by(4)));
    expect(row(moved)).toBeUndefined();
    expect(notes(moved)).toHaveLength(2);
    // A part of it may change; what is handed over is what there is when it is accepted.
    expect(row(after(facts, decideChangeShare(facts, { ...slot, sharePercent: 30 }, by(1))))?.state).toBe('open');
    // The undo of giving it back leaves the handover ended, and what was written.
    const done = { action: 'assignment.giveBack', changes: gave } as const;
    const now = after(facts, gave);
    const undone = after(now, decideUndo(now, done, by(1)));
    expect(carriers(undone)).toEqual(['1 holder 100', '3 substitute 100']);
    expect(row(undone)?.state).toBe('returned');
    expect(notes(undone)).toHaveLength(2);
  });

  it('R6.7 waits for another receiver when the one who was named left or took another role', () => {
    const facts = started(team());
    const left = decideEndMembership(facts, { membershipId: theId('membership', 2) }, { today });
    expect(row(after(facts, left))).toMatchObject({ state: 'open', receiver: null });
    const standing = team([{ person: 1 }, { person: 3, role: 'substitute' }]);
    const given = started(standing, { slot: 2, giver: 3, receiver: 4 });
    const taking = { responsibilityId: ids.responsibilityId, role: 'substitute', sharePercent: 100 } as const;
    const took = decideTakeOver(given, { ...taking, assignmentId: theId('assignment', 9) }, by(4));
    expect(row(after(given, took))).toMatchObject({ state: 'open', receiver: null });
  });

  it('R6.7 who leaves the team returns all they carry, visibly', () => {
    const facts = started(team());
    const left = after(facts, decideEndMembership(facts, { membershipId: theId('membership', 1) }, { today }));
    expect(carriers(left)).toEqual(['3 substitute 100']);
    expect(row(left)?.state).toBe('returned');
    expect(notes(left)).toHaveLength(2);
  });

  it('R6.8 U2 what was started by mistake is taken back without a trace of notes', () => {
    const facts = team();
    const start = {
      before: null,
      handovers: [{ ...ids, assignmentId: theId('assignment', 1), receiver: null, items: [pitfall(1)] }],
    };
    const changes = decideStartHandovers(facts, start, by(1));
    const now = after(facts, changes);
    const undone = after(now, decideUndo(now, { action: 'handover.start', changes }, by(1)));
    expect(row(undone)).toBeUndefined();
    expect(notes(undone)).toEqual([]);
    const came = after(now, decideReceiveHandover(now, ids, by(2)));
    expect(refusalOf(() => decideUndo(came, { action: 'handover.start', changes }, by(1))).code).toBe(
      'changedMeanwhile',
    );
  });

  it('R6.10 what is over is held for a while, and no longer', () => {
    const all = ticked(started(team()));
    const now = after(all, accept(all));
    expect(stillOfUse(now, addDays(today, 99)).handover).toEqual(now.handover);
    expect(stillOfUse(now, addDays(today, 101)).handover).toEqual({});
    expect(stillOfUse(all, addDays(today, 400)).handover).toEqual(all.handover);
  });
});
