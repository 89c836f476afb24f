import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { TeamSnapshot } from '@roer/domain/feed';
import type { HandoverItem } from '@roer/domain/learning/handover-rows';
import {
  decideChangeHandover,
  decideDeclineHandover,
  decideReceiveHandover,
  decideStartHandovers,
} from '@roer/domain/learning/handover';
import { decideRemoveHandoverItem, decideWriteHandoverItem, leftToTick } from '@roer/domain/learning/handover-items';
import { candidatesFor, notListed, prefilledItems, titleOfItem } from '@roer/domain/learning/handover-prefill';
import { after, aTeam, by, carriers, refusalOf, responsibility, someWork, theId, today } from './team-builder.ts';

import { accept, ids, item, pitfall, row, started, team, tick, ticked } from './handover-builder.ts';

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

  it('R6.2 L1.6 names who can do it alone first, also who held it before', () => {
    const facts = team([{ person: 1 }, { person: 4, from: addDays(today, -40) }]);
    const was = facts.assignment[theId('assignment', 2)];
    const given = facts.assignment[theId('assignment', 1)];
    if (!was || !given) throw new Error('Both carry it.');
    const held = applyChanges(facts, [{ entity: 'assignment', before: was, after: { ...was, until: today } }]);
    const order = (snapshot: TeamSnapshot) =>
      candidatesFor(snapshot, given, today).map(({ personId, canAlone }) => [Number(personId.slice(-12)), canAlone]);
    expect(order(held)).toEqual([
      [4, true],
      [2, false],
      [3, false],
    ]);
  });

  it('R6.2 names who can receive it: who stands in first, then who carries some of it, then the others by name', () => {
    const facts = team([{ person: 1 }, { person: 3, role: 'substitute' }, { person: 4, share: 1 }]);
    const given = facts.assignment[theId('assignment', 1)];
    expect(given && candidatesFor(facts, given, today).map(({ personId }) => Number(personId.slice(-12)))).toEqual([
      3, 4, 2,
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
});
