import { expect } from 'vitest';
import type { TeamSnapshot } from '@roer/domain/feed';
import { carriedOn, delegatedDuring } from '@roer/domain/responsibilities/delegation';
import { carriedShare } from '@roer/domain/responsibilities/coverage';
import { assignmentsOf } from '@roer/domain/responsibilities/facts';
import { openDuosOf } from '@roer/domain/learning/duo';
import { inOrder } from '@roer/domain/learning/handover-items';
import { openHandoversOf } from '@roer/domain/learning/open-handovers';
import { receivable } from '@roer/domain/responsibilities/move-share';
import { movedBy } from '@roer/domain/workload/transfer-moves';

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

/** What holds in a team whatever was done to it. */
export const expectWhole = (team: TeamSnapshot, day: string): void => {
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
