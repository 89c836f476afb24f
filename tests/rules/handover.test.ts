import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { HandoverItem, TeamSnapshot } from '@roer/domain/feed';
import {
  decideAcceptHandover,
  decideChangeHandover,
  decideDeclineHandover,
  decideReceiveHandover,
  decideReturnHandover,
  decideStartHandovers,
  decideWithdrawHandover,
} from '@roer/domain/learning/handover';
import {
  decideRemoveHandoverItem,
  decideTickHandoverItem,
  decideWriteHandoverItem,
  leftToTick,
} from '@roer/domain/learning/handover-items';
import { candidatesFor, notListed, prefilledItems, titleOfItem } from '@roer/domain/learning/handover-prefill';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { decideAcceptOffer, decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { stillOfUse } from '@roer/domain/still-of-use';
import { after, aTeam, by, carriers, refusalOf, responsibility, someWork, theId, today } from './team-builder.ts';
import type { Carrying } from './team-builder.ts';

const ids = { handoverId: theId('handover', 1), responsibilityId: theId('responsibility', 1) };
const pitfall = (number: number, text = `Let op ${number}`) => ({
  id: theId('handoverItem', number),
  kind: 'pitfall' as const,
  subjectId: null,
  text,
});
const team = (carried: Carrying[] = [{ person: 1 }, { person: 3, role: 'substitute' }]): TeamSnapshot =>
  aTeam({ people: 4, carried });

const started = (
  facts: TeamSnapshot,
  { receiver = 2, items = [pitfall(1), pitfall(2)], slot = 1, giver = 1 }: StartOptions = {},
): TeamSnapshot =>
  after(
    facts,
    decideStartHandovers(
      facts,
      {
        before: addDays(today, 14),
        handovers: [
          {
            ...ids,
            assignmentId: theId('assignment', slot),
            receiver: receiver === null ? null : theId('person', receiver),
            items,
          },
        ],
      },
      by(giver),
    ),
  );
type StartOptions = { receiver?: number | null; items?: ReturnType<typeof pitfall>[]; slot?: number; giver?: number };

const tick = (facts: TeamSnapshot, person: number, item: number, ticked = true) =>
  after(facts, decideTickHandoverItem(facts, { ...ids, itemId: theId('handoverItem', item), ticked }, by(person)));
const ticked = (facts: TeamSnapshot): TeamSnapshot => {
  const all = facts.handover[ids.handoverId]?.items ?? [];
  return all.reduce((now, { id }) => {
    const number = Number(id.slice(-12));
    return tick(tick(now, 1, number), 2, number);
  }, facts);
};
const accept = (facts: TeamSnapshot, person = 2) =>
  decideAcceptHandover(facts, { ...ids, assignmentId: theId('assignment', 9) }, by(person));
const row = (facts: TeamSnapshot) => facts.handover[ids.handoverId];
const notes = (facts: TeamSnapshot): string[] => Object.values(facts.note).map(({ title }) => title);
const item = (facts: TeamSnapshot, number = 1): HandoverItem | undefined =>
  row(facts)?.items.find(({ id }) => id === theId('handoverItem', number));

describe('handing over', () => {
  it('R6.1 begins with what the team keeps about it, and nothing moves', () => {
    const facts = {
      ...aTeam({ people: 4, carried: [{ person: 1 }], work: [someWork(1), someWork(2, { doneOn: today })] }),
      note: {
        [theId('note', 1)]: {
          id: theId('note', 1),
          responsibilityId: ids.responsibilityId,
          title: 'Handboek',
          body: '',
          url: 'https://example.org/',
          personId: theId('person', 1),
          writtenOn: today,
          version: 1,
        },
      },
      duty: {
        [theId('duty', 1)]: {
          id: theId('duty', 1),
          responsibilityId: ids.responsibilityId,
          title: 'Heffing draaien',
          schedules: [{ from: today, rrule: 'FREQ=DAILY', start: today, dueTime: null, shift: 'none' as const }],
          endedOn: null,
          version: 1,
        },
      },
    };
    const lines = prefilledItems(facts, ids.responsibilityId);
    expect(lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['duty', 'Heffing draaien'],
      ['deadlineWork', 'Work 1'],
      ['link', 'Handboek'],
    ]);
    const now = started(facts);
    expect(carriers(now)).toEqual(['1 holder 100']);
    expect(row(now)).toMatchObject({ state: 'open', receiver: theId('person', 2), before: addDays(today, 14) });
    expect(notListed(now, row(now) ?? { ...ids, items: [] })).toHaveLength(3);
    const [duty] = lines.map((line): HandoverItem => ({
      ...pitfall(9),
      ...line,
      byGiver: false,
      byReceiver: false,
      version: 1,
    }));
    expect(duty && titleOfItem(facts, duty)).toBe('Heffing draaien');
    expect(duty && titleOfItem({ ...facts, duty: {} }, { ...duty, text: 'Wat het was' })).toBe('Wat het was');
  });

  it('R6.1 is done by who carries it, once at a time, for several at once', () => {
    expect(refusalOf(() => started(team(), { giver: 2 })).code).toBe('notAllowed');
    expect(refusalOf(() => started(started(team()))).code).toBe('badInput');
    const again = { ...ids, handoverId: theId('handover', 2), assignmentId: theId('assignment', 1) };
    const start = (facts: TeamSnapshot, input: object[]) =>
      decideStartHandovers(
        facts,
        { before: null, handovers: input.map((each) => ({ ...again, receiver: null, items: [], ...each })) },
        by(1),
      );
    expect(refusalOf(() => start(started(team()), [{}])).code).toBe('offerExists');
    const two = aTeam({
      people: 3,
      responsibilities: [responsibility(1), responsibility(2)],
      carried: [{ person: 1 }, { person: 1, responsibility: 2, role: 'substitute' }],
    });
    const other = {
      handoverId: theId('handover', 3),
      responsibilityId: theId('responsibility', 2),
      assignmentId: theId('assignment', 2),
    };
    expect(start(two, [{}, other])).toHaveLength(2);
    expect(refusalOf(() => start(two, [{}, { handoverId: theId('handover', 3) }])).code).toBe('badInput');
    expect(refusalOf(() => start(two, [{ assignmentId: theId('assignment', 2) }])).code).toBe('notFound');
    expect(
      refusalOf(() => decideStartHandovers(two, { before: addDays(today, -1), handovers: [] }, by(1))),
    ).toMatchObject({ code: 'badInput', field: 'before' });
  });

  it('R6.2 names who can receive it: who stands in first, then by name', () => {
    const facts = team([{ person: 1 }, { person: 3, role: 'substitute' }, { person: 4, share: 1 }]);
    const given = facts.assignment[theId('assignment', 1)];
    expect(given && candidatesFor(facts, given, today).map(({ personId }) => Number(personId.slice(-12)))).toEqual([
      3, 2, 4,
    ]);
    const standing = facts.assignment[theId('assignment', 2)];
    expect(
      standing && candidatesFor(facts, standing, today).map(({ personId }) => Number(personId.slice(-12))),
    ).toEqual([2]);
    expect(refusalOf(() => started(facts, { slot: 2, giver: 3, receiver: 4 })).code).toBe('alreadyCarrying');
    expect(refusalOf(() => started(facts, { receiver: 1 }))).toMatchObject({ code: 'badInput', field: 'receiver' });
    expect(refusalOf(() => started(facts, { receiver: 5 })).code).toBe('notAMember');
  });

  it('R6.2 somebody else may be named, come forward or step back, and then nothing is understood yet', () => {
    const change = (facts: TeamSnapshot, receiver: number | null, person = 1) =>
      decideChangeHandover(
        facts,
        { ...ids, receiver: receiver === null ? null : theId('person', receiver), before: null },
        by(person),
      );
    const half = tick(tick(started(team()), 1, 1), 2, 1);
    expect(item(half)).toMatchObject({ byGiver: true, byReceiver: true });
    const other = after(half, change(half, 4));
    expect(row(other)).toMatchObject({ receiver: theId('person', 4), before: null });
    expect(item(other)).toMatchObject({ byGiver: true, byReceiver: false });
    expect(refusalOf(() => change(half, 4, 2)).code).toBe('notAllowed');
    const declined = after(half, decideDeclineHandover(half, ids, by(2)));
    expect(row(declined)?.receiver).toBeNull();
    expect(refusalOf(() => decideDeclineHandover(half, ids, by(1))).code).toBe('notAllowed');
    const came = after(declined, decideReceiveHandover(declined, ids, by(4)));
    expect(row(came)?.receiver).toBe(theId('person', 4));
    expect(decideReceiveHandover(came, ids, by(4))).toEqual([]);
    expect(refusalOf(() => decideReceiveHandover(came, ids, by(3)))).toEqual({
      code: 'slotTaken',
      by: theId('person', 4),
    });
    expect(refusalOf(() => decideReceiveHandover(declined, ids, by(1))).code).toBe('notAllowed');
  });

  it('R6.3 the giver alone writes and removes lines, on condition of the version; other words are told anew', () => {
    const facts = tick(tick(started(team()), 1, 1), 2, 1);
    const write = (changed: object, person = 1) =>
      decideWriteHandoverItem(
        facts,
        {
          ...ids,
          itemId: theId('handoverItem', 1),
          kind: 'pitfall',
          subjectId: null,
          version: 1,
          text: 'Anders',
          ...changed,
        },
        by(person),
      );
    expect(item(after(facts, write({})))).toMatchObject({
      text: 'Anders',
      version: 2,
      byGiver: false,
      byReceiver: false,
    });
    expect(write({ text: 'Let op 1' })).toEqual([]);
    expect(refusalOf(() => write({ version: 2 })).code).toBe('changedMeanwhile');
    expect(refusalOf(() => write({}, 2)).code).toBe('notAllowed');
    expect(refusalOf(() => write({ version: 0 })).code).toBe('badInput');
    expect(refusalOf(() => write({ itemId: theId('handoverItem', 8) })).code).toBe('notFound');
    const added = after(facts, write({ version: 0, itemId: theId('handoverItem', 3) }));
    expect(row(added)?.items).toHaveLength(3);
    const remove = (person: number) =>
      decideRemoveHandoverItem(facts, { ...ids, itemId: theId('handoverItem', 1) }, by(person));
    expect(row(after(facts, remove(1)))?.items).toHaveLength(1);
    expect(refusalOf(() => remove(2)).code).toBe('notAllowed');
    expect(decideRemoveHandoverItem(facts, { ...ids, itemId: theId('handoverItem', 9) }, by(1))).toEqual([]);
  });

  it('R6.4 each ticks their own side, and nobody else ticks anything', () => {
    const facts = started(team());
    expect(item(tick(facts, 1, 1))).toMatchObject({ byGiver: true, byReceiver: false });
    expect(item(tick(facts, 2, 1))).toMatchObject({ byGiver: false, byReceiver: true });
    expect(item(tick(tick(facts, 2, 1), 2, 1, false))).toMatchObject({ byReceiver: false });
    expect(refusalOf(() => tick(facts, 3, 1)).code).toBe('notAllowed');
    expect(refusalOf(() => tick(facts, 1, 7)).code).toBe('notFound');
    const half = tick(facts, 1, 1);
    expect(leftToTick(row(half) ?? { items: [] })).toEqual({ giver: 1, receiver: 2 });
  });

  it('R6.5 the receiver accepts once both ticked all of it: it is theirs in the same moment', () => {
    const facts = started(team());
    expect(refusalOf(() => accept(facts)).code).toBe('handoverUnfinished');
    const all = ticked(facts);
    expect(refusalOf(() => accept(all, 1)).code).toBe('notAllowed');
    expect(refusalOf(() => accept(all, 3)).code).toBe('notAllowed');
    const now = after(all, accept(all));
    expect(carriers(now)).toEqual(['2 holder 100', '3 substitute 100']);
    expect(row(now)).toMatchObject({ state: 'accepted', closedOn: today });
    expect(refusalOf(() => accept(now)).code).toBe('handoverGone');
    // Who stands in becomes the holder; what a holder has grows.
    const standIn = started(team(), { receiver: 3 });
    const both = [1, 2].reduce((each, number) => tick(tick(each, 1, number), 3, number), standIn);
    expect(carriers(after(both, accept(both, 3)))).toEqual(['3 holder 100']);
    const parts = ticked(
      started(
        team([
          { person: 1, share: 40 },
          { person: 2, share: 60 },
        ]),
      ),
    );
    expect(carriers(after(parts, accept(parts)))).toEqual(['2 holder 100']);
  });

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
        ...{ responsibilityId: ids.responsibilityId },
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
