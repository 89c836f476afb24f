import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedId } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import { carriedOn, delegatedDuring } from '@roer/domain/responsibilities/delegation';
import { carriedShare } from '@roer/domain/responsibilities/coverage';
import { assignmentsOf } from '@roer/domain/responsibilities/facts';
import { traceResponsibilities } from '@roer/domain/responsibilities/history';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { isUndoable } from '@roer/domain/responsibilities/undoable';
import { openDuosOf } from '@roer/domain/learning/duo';
import { inOrder } from '@roer/domain/learning/handover-items';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';
import { receivable } from '@roer/domain/responsibilities/move-share';
import { movedBy } from '@roer/domain/workload/transfer-moves';
import { after, aTeam, by, responsibility } from './team-builder.ts';
import { commandOf, dayAfter, decided, steps } from './team-model.ts';
import type { Done, Step } from './team-model.ts';

/** What is carried for a while fits in what it is a part of, and laid over the assignments it leaves them whole (R4.8–R4.10). */
const expectLaidOver = (team: TeamSnapshot, members: ReadonlySet<string>, day: string): void => {
  for (const given of Object.values(team.assignment)) {
    const most = delegatedDuring(team, given.id, { from: day, until: null });
    expect(most, 'never more than the share').toBeLessThanOrEqual(given.sharePercent);
  }
  for (const delegation of Object.values(team.delegation).filter(({ until }) => until > day)) {
    expect(team.assignment[delegation.assignmentId], 'of what somebody carries').toMatchObject({
      personId: delegation.fromPersonId,
      responsibilityId: delegation.responsibilityId,
    });
    expect(members.has(delegation.toPersonId), 'with a member').toBe(true);
  }
  // Also on the days on which something begins later.
  const days = Object.values(team.delegation).flatMap(({ from }) => (from > day ? [from] : []));
  for (const each of new Set([day, ...days])) expectCarriedWhole(team, each);
};

const expectCarriedWhole = (team: TeamSnapshot, day: string): void => {
  const rows = carriedOn(team, day);
  for (const id of Object.keys(team.responsibility)) {
    const carried = rows.filter(({ responsibilityId }) => responsibilityId === id);
    expect(new Set(carried.map(({ personId }) => personId)).size, 'one role each, for a while too').toBe(
      carried.length,
    );
    const own = carriedShare(Object.values(team.assignment).filter(({ responsibilityId }) => responsibilityId === id));
    // Only one person who would come to 101 carries a percent less.
    expect([own, own - 1], 'together as much').toContain(carriedShare(carried));
  }
};

/** What is being handed over is its giver's, once, and who is named can have it; of duos both are there (R6.1, R6.7, L4.6). */
const expectHandedOver = (team: TeamSnapshot, members: ReadonlySet<string>, day: string): void => {
  const open = openHandoversOf(team);
  expect(new Set(open.map(({ assignmentId }) => assignmentId)).size, 'once at a time').toBe(open.length);
  for (const row of open) {
    const assignment = team.assignment[row.assignmentId];
    expect(assignment, 'of what its giver carries').toMatchObject({
      personId: row.giver,
      responsibilityId: row.responsibilityId,
    });
    expect(row.items, 'in the order of a server').toEqual(inOrder(row.items));
    if (row.receiver === null || !assignment) continue;
    const { receiver } = row;
    expect(members.has(receiver), 'received by a member').toBe(true);
    expect(() => receivable(team, { assignment, until: null, personId: receiver }, day)).not.toThrow();
  }
  for (const row of openDuosOf(team)) {
    expect(members.has(row.giver) && members.has(row.receiver), 'a duo of members').toBe(true);
    expect(team.responsibility[row.responsibilityId]?.closedOn, 'about what is open').toBeNull();
  }
};

const expectWhole = (team: TeamSnapshot, day: string): void => {
  const members = new Set(Object.values(team.member).map((member) => member.personId));
  for (const row of Object.values(team.responsibility)) {
    const assignments = assignmentsOf(team, row.id);
    expect(team.area[row.areaId], 'an area for every responsibility').toBeDefined();
    expect(carriedShare(assignments), 'shares fit').toBeLessThanOrEqual(101);
    expect(new Set(assignments.map((each) => each.personId)).size, 'one role each').toBe(assignments.length);
    if (row.closedOn !== null) expect(assignments, 'nobody carries what is closed').toEqual([]);
  }
  for (const row of Object.values(team.assignment)) {
    expect(members.has(row.personId), 'carried by members').toBe(true);
    expect(team.responsibility[row.responsibilityId], 'carried is there').toBeDefined();
    expect(row.sharePercent).toBeGreaterThanOrEqual(1);
    expect(row.sharePercent).toBeLessThanOrEqual(100);
  }
  for (const row of Object.values(team.offer)) {
    const about = team.assignment[row.assignmentId];
    expect(about, 'an offer is about what is there').toMatchObject({ personId: row.fromPersonId });
    expect(row.sharePercent).toBeLessThanOrEqual(about?.sharePercent ?? 0);
    expect(row.toPersonId).not.toBe(row.fromPersonId);
  }
  for (const row of Object.values(team.absence)) expect(members.has(row.personId), 'absent from the team').toBe(true);
  for (const row of Object.values(team.help).filter(({ expiresOn }) => expiresOn > day)) {
    expect(members.has(row.personId), 'asked by a member').toBe(true);
    expect(row.acceptedBy !== null).toBe(row.state === 'accepted');
    expect(row.acceptedBy).not.toBe(row.personId);
    if (row.acceptedBy) expect(members.has(row.acceptedBy), 'done by a member').toBe(true);
  }
  expectLaidOver(team, members, day);
  for (const row of Object.values(team.deadlineWork).filter(({ doneOn }) => doneOn === null)) {
    expect(row.shares.reduce((sum, { percent }) => sum + percent, 0)).toBeLessThanOrEqual(101);
    for (const { personId } of row.shares) expect(members.has(personId), 'work of a member').toBe(true);
    expect(row.shares, 'in the order in which a server gives them').toEqual(
      row.shares.toSorted((one, other) => (one.personId < other.personId ? -1 : 1)),
    );
  }
  for (const row of Object.values(team.transfer).filter(({ expiresOn }) => expiresOn > day)) {
    expect(members.has(row.proposedBy), 'proposed by a member').toBe(true);
    expect(() => movedBy(team, row, day), 'what is open can be done').not.toThrow();
  }
  expectHandedOver(team, members, day);
};

/** Without what an undo may leave: versions, closed responsibilities that were made, their areas, and offers that ended. */
const comparable = (team: TeamSnapshot, made: ReadonlySet<string>) => ({
  assignment: team.assignment,
  absence: team.absence,
  overload: team.overload,
  deadlineWork: Object.fromEntries(
    Object.entries(team.deadlineWork).map(([id, { version: _version, ...row }]) => [id, row]),
  ),
  help: Object.fromEntries(Object.entries(team.help).filter(([id]) => !made.has(id))),
  area: Object.fromEntries(Object.entries(team.area).filter(([id]) => !made.has(id))),
  responsibility: Object.fromEntries(
    Object.entries(team.responsibility)
      .filter(([id]) => !made.has(id))
      .map(([id, { version: _version, ...row }]) => [id, row]),
  ),
});

const expectUndone = (before: TeamSnapshot, done: Done, day: string): void => {
  const doneNow = after(before, done.changes);
  const undone = after(doneNow, decideUndo(doneNow, done, by(done.actor, day)));
  const made = new Set(done.changes.filter((change) => change.before === null).map(changedId));
  expect(comparable(undone, made)).toEqual(comparable(before, made));
  for (const id of made) expect(undone.responsibility[id]?.closedOn ?? day).not.toBeNull();
  for (const id of Object.keys(undone.offer)) expect(before.offer[id]).toEqual(undone.offer[id]);
  expectWhole(undone, day);
};

const touched = (change: RowChange): string[] => {
  if (change.entity === 'responsibility') return [changedId(change)];
  if (change.entity === 'transfer') return (change.after?.items ?? []).map(({ responsibilityId }) => responsibilityId);
  if (
    change.entity === 'assignment' ||
    change.entity === 'offer' ||
    change.entity === 'delegation' ||
    change.entity === 'deadlineWork' ||
    change.entity === 'note' ||
    change.entity === 'handover' ||
    change.entity === 'duo'
  )
    return [(change.after ?? change.before)?.responsibilityId ?? ''];
  return [];
};

const expectTraced = (done: Done): void => {
  expect(
    traceResponsibilities(done.action, done.changes)
      .map((trace) => trace.subjectId)
      .toSorted(),
  ).toEqual([...new Set(done.changes.flatMap(touched))].toSorted());
};

const team = fc.integer({ min: 2, max: 6 }).chain((people) => fc.tuple(fc.constant(people), steps(people)));

const play = (people: number, all: readonly Step[]): number => {
  let facts = aTeam({ people, responsibilities: [responsibility(1), responsibility(2)] });
  const history: Done[] = [];
  for (const [index, step] of all.entries()) {
    const day = dayAfter(all, index);
    const command = commandOf(step, { seen: facts, number: 100 + index, day, done: history });
    const changes = command && decided(command, facts);
    if (!command || !changes || changes.length === 0) continue;
    const done: Done = { action: command.action, changes, actor: Number(command.context.actorId.slice(-12)) };
    const next = after(facts, changes);
    expectWhole(next, day);
    expectTraced(done);
    if (isUndoable(done.action)) expectUndone(facts, done, day);
    facts = next;
    history.push(done);
  }
  return history.length;
};

it(
  'R4.1 R4.3 R4.5 R4.7 R4.9 R4.10 R4.17 R1.4 R1.8 U2 U3 F7 W1.15 W2.7 W2.8 R6.7 L4.6 whatever a team does, what it carries stays whole',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(team, ([people, all]) => {
        play(people, all);
      }),
      { numRuns: 1500 },
    );
  },
);

it('F7 the model does something: most of its commands change the team', () => {
  const counts = fc
    .sample(team, { numRuns: 100, seed: 1 })
    .map(([people, all]) => [play(people, all), all.length] as const);
  const sum = (index: 0 | 1): number => counts.reduce((total, count) => total + count[index], 0);
  expect(sum(0) / sum(1)).toBeGreaterThan(0.4);
});
