import { describe, expect, it } from 'vitest';
import { teamActions } from '@roer/domain/team-actions';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import { decideChangeShare, decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideCreateArea, decideRemoveArea, decideRenameArea } from '@roer/domain/responsibilities/areas';
import {
  decideAddResponsibilities,
  decideCloseResponsibility,
  decideEditResponsibility,
  decideReopenResponsibility,
} from '@roer/domain/responsibilities/edit';
import { decideMakeOffer } from '@roer/domain/responsibilities/pass-on';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { isUndoable } from '@roer/domain/responsibilities/undoable';
import { after, aTeam, by, carriers, refusalOf, responsibility, theId } from './team-builder.ts';

const first = { responsibilityId: theId('responsibility', 1) };
const slot = (number: number) => ({ assignmentId: theId('assignment', number) });
const area2 = { id: theId('area', 2), name: 'Second', order: 1 };
const takeOver = (
  facts: TeamSnapshot,
  person: number,
  { role = 'holder', id = 9 }: { role?: 'holder' | 'substitute'; id?: number } = {},
) => decideTakeOver(facts, { ...first, ...slot(id), role, sharePercent: 100 }, by(person));
const offer = (facts: TeamSnapshot, assignment: number, share: number) =>
  decideMakeOffer(
    facts,
    {
      ...slot(assignment),
      offerId: theId('offer', 1),
      kind: 'give',
      toPersonId: theId('person', 3),
      sharePercent: share,
      temporaryUntil: null,
    },
    by(1),
  );
const undo = (facts: TeamSnapshot, action: TeamAction, changes: RowChange[], person = 1): RowChange[] =>
  decideUndo(facts, { action, changes }, by(person));
const edit = (facts: TeamSnapshot, changed: object) => {
  const {
    id: _id,
    catalogueItemId: _item,
    openedOn: _opened,
    editedOn: _edited,
    closedOn: _closed,
    version,
    ...text
  } = responsibility(1);
  return decideEditResponsibility(facts, { ...first, version, text: { ...text, ...changed } }, by(1));
};
const added = (areaId = theId('area', 1)) => {
  const {
    openedOn: _opened,
    editedOn: _edited,
    closedOn: _closed,
    version: _version,
    ...row
  } = responsibility(2, { areaId });
  return { areas: [area2], responsibilities: [row] };
};

describe('what can be undone', () => {
  it('U1 only what somebody does alone', () => {
    expect(teamActions.filter((action) => !isUndoable(action))).toEqual([
      'offer.accept',
      'offer.decline',
      'offer.withdraw',
      'delegation.end',
      'help.accept',
      'help.release',
      'transfer.propose',
      'transfer.consent',
      'transfer.withdraw',
      'obstacle.raise',
      'obstacle.withdraw',
      'obstacle.answer',
      'handover.change',
      'handover.receive',
      'handover.decline',
      'handover.write',
      'handover.tick',
      'handover.accept',
      'handover.return',
      'handover.withdraw',
      'duo.agree',
      'duo.withdraw',
      'duo.plan',
      'duo.note',
      'duo.session',
      'duo.end',
      'coverLevel.propose',
      'coverLevel.confirm',
      'coverLevel.decline',
      'coverLevel.withdraw',
      'coverLevel.stepBack',
      'coverLevel.keep',
      'leaveIntent.plan',
      'leaveIntent.withdraw',
      'membership.start',
      'membership.change',
      'membership.end',
      'team.rename',
      'team.holidays',
      'person.rename',
      'team.reorganise',
      'undo',
      'reset',
    ]);
    expect(refusalOf(() => undo(aTeam(), 'undo', [])).code).toBe('cannotUndo');
  });

  it('U2 a take-over, also one by a substitute or a holder of a part', () => {
    for (const facts of [
      aTeam(),
      aTeam({ carried: [{ person: 1, role: 'substitute' }] }),
      aTeam({ carried: [{ person: 1, share: 30 }] }),
    ]) {
      const changes = takeOver(facts, 1);
      const taken = after(facts, changes);
      expect(after(taken, undo(taken, 'assignment.takeOver', changes))).toEqual(facts);
    }
  });

  it('U2 giving back and changing a share; the offers that ended stay ended', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const open = after(facts, offer(facts, 1, 80));
    for (const [action, changes] of [
      ['assignment.giveBack', decideGiveBack(open, slot(1), by(1))],
      ['assignment.changeShare', decideChangeShare(open, { ...slot(1), sharePercent: 50 }, by(1))],
    ] as const) {
      const done = after(open, changes);
      expect(after(done, undo(done, action, changes))).toEqual(facts);
    }
  });

  it('U2 an edit, closing and reopening, with a new version', () => {
    const facts = aTeam({ carried: [{ person: 1 }, { person: 2, role: 'substitute' }] });
    const edited = edit(facts, { title: 'Other' });
    const closed = decideCloseResponsibility(facts, first, by(1));
    for (const [action, changes] of [
      ['responsibility.edit', edited],
      ['responsibility.close', closed],
    ] as const) {
      const done = after(facts, changes);
      const undone = after(done, undo(done, action, changes));
      expect(undone.responsibility[first.responsibilityId]).toEqual(responsibility(1, { version: 3 }));
      expect(carriers(undone)).toEqual(carriers(facts));
    }
    const shut = after(facts, closed);
    const reopened = decideReopenResponsibility(shut, first, by(1));
    const open = after(shut, reopened);
    const again = after(open, undo(open, 'responsibility.reopen', reopened));
    expect(again.responsibility[first.responsibilityId]?.closedOn).not.toBeNull();
  });

  it('U2 what was made is closed and keeps its area', () => {
    const facts = aTeam();
    const changes = decideAddResponsibilities(facts, added(area2.id), by(1));
    const done = after(facts, changes);
    const undone = after(done, undo(done, 'responsibility.create', changes));
    expect(undone.responsibility[theId('responsibility', 2)]?.closedOn).not.toBeNull();
    expect(undone.area[area2.id]).toEqual(area2);
  });

  it('U2 areas and an offer', () => {
    const facts = { ...aTeam({ carried: [{ person: 1 }] }), area: { ...aTeam().area, [area2.id]: area2 } };
    for (const [action, changes] of [
      ['area.create', decideCreateArea(facts, { id: theId('area', 3), name: 'Third' })],
      ['area.rename', decideRenameArea(facts, { areaId: area2.id, name: 'Other' })],
      ['area.remove', decideRemoveArea(facts, { areaId: area2.id })],
      ['offer.make', offer(facts, 1, 100)],
    ] as const) {
      const done = after(facts, changes);
      expect(after(done, undo(done, action, changes))).toEqual(facts);
    }
  });
});

describe('what was built on cannot be taken away', () => {
  it('U3 not twice', () => {
    const facts = aTeam({ carried: [{ person: 1, share: 50 }] });
    for (const [action, changes] of [
      ['assignment.takeOver', takeOver(facts, 2)],
      ['assignment.giveBack', decideGiveBack(facts, slot(1), by(1))],
      ['assignment.changeShare', decideChangeShare(facts, { ...slot(1), sharePercent: 20 }, by(1))],
      ['responsibility.edit', edit(facts, { title: 'Other' })],
      ['responsibility.close', decideCloseResponsibility(facts, first, by(1))],
      ['offer.make', offer(facts, 1, 50)],
    ] as const) {
      const done = after(facts, changes);
      const undone = after(done, undo(done, action, changes));
      expect(refusalOf(() => undo(undone, action, changes)).code, action).toBe('changedMeanwhile');
    }
  });

  it('U3 not giving back when somebody took the slot, took another role, left, or closed it', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const changes = decideGiveBack(facts, slot(1), by(1));
    const open = after(facts, changes);
    const { [theId('membership', 1)]: _left, ...member } = open.member;
    const later: TeamSnapshot[] = [
      after(open, takeOver(open, 2)),
      after(open, takeOver(open, 1, { role: 'substitute' })),
      after(open, decideCloseResponsibility(open, first, by(2))),
    ];
    for (const team of later)
      expect(refusalOf(() => undo(team, 'assignment.giveBack', changes)).code).toBe('changedMeanwhile');
    expect(refusalOf(() => undo({ ...open, member }, 'assignment.giveBack', changes)).code).toBe('notAMember');
  });

  it('U3 not carrying less when somebody took what came free, but an unclear sum of others is in nobody’s way', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const changes = decideChangeShare(facts, { ...slot(1), sharePercent: 50 }, by(1));
    const half = after(facts, changes);
    expect(refusalOf(() => undo(after(half, takeOver(half, 2)), 'assignment.changeShare', changes)).code).toBe(
      'changedMeanwhile',
    );
    const unclear = aTeam({
      carried: [
        { person: 1, share: 60 },
        { person: 2, share: 60 },
      ],
    });
    const standingIn = takeOver(unclear, 3, { role: 'substitute' });
    const done = after(unclear, standingIn);
    expect(after(done, undo(done, 'assignment.takeOver', standingIn, 3))).toEqual(unclear);
  });

  it('U3 not making or reopening what somebody carries now', () => {
    const facts = aTeam({ responsibilities: [] });
    const { openedOn: _opened, editedOn: _edited, closedOn: _closed, version: _version, ...row } = responsibility(1);
    const made = decideAddResponsibilities(facts, { areas: [], responsibilities: [row] }, by(1));
    const carried = after(after(facts, made), takeOver(after(facts, made), 2));
    expect(refusalOf(() => undo(carried, 'responsibility.create', made)).code).toBe('changedMeanwhile');
    const closed = aTeam({ responsibilities: [responsibility(1, { closedOn: '2026-10-01' })] });
    const reopened = decideReopenResponsibility(closed, first, by(1));
    const again = after(after(closed, reopened), takeOver(after(closed, reopened), 2));
    expect(refusalOf(() => undo(again, 'responsibility.reopen', reopened)).code).toBe('changedMeanwhile');
  });

  it('U3 not an edit whose area is gone, and not an area in which something stands', () => {
    const facts = { ...aTeam(), area: { ...aTeam().area, [area2.id]: area2 } };
    const moved = edit(facts, { areaId: area2.id });
    const elsewhere = after(facts, moved);
    const gone = after(elsewhere, decideRemoveArea(elsewhere, { areaId: theId('area', 1) }));
    expect(refusalOf(() => undo(gone, 'responsibility.edit', moved)).code).toBe('changedMeanwhile');
    const created = decideCreateArea(aTeam(), area2);
    const used = after(
      after(aTeam(), created),
      decideAddResponsibilities(after(aTeam(), created), added(area2.id), by(2)),
    );
    expect(refusalOf(() => undo(used, 'area.create', created)).code).toBe('areaNotEmpty');
  });

  it('R4.7 offers about a share that an undo takes away end with it', () => {
    for (const facts of [aTeam(), aTeam({ carried: [{ person: 1, share: 50 }] })]) {
      const changes = takeOver(facts, 1);
      const taken = after(facts, changes);
      const open = after(taken, offer(taken, changes[0]?.before ? 1 : 9, 80));
      expect(after(open, undo(open, 'assignment.takeOver', changes))).toEqual(facts);
    }
  });

  it('R4.7 an offer that still fits what an undo leaves stays', () => {
    const facts = aTeam({ carried: [{ person: 1, share: 50 }] });
    const changes = takeOver(facts, 1);
    const taken = after(facts, changes);
    const open = after(taken, offer(taken, 1, 50));
    expect(Object.keys(after(open, undo(open, 'assignment.takeOver', changes)).offer)).toEqual([theId('offer', 1)]);
  });
});
