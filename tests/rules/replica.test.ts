import { describe, expect, it } from 'vitest';
import { applyChanges } from '@roer/domain/feed';
import type { Delivery, RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { TeamAction } from '@roer/domain/team-actions';
import { forget, isBehind, receive, restart, send, shownBy, startReplica } from '@roer/domain/replica';
import type { Replica } from '@roer/domain/replica';
import { decideTakeOver } from '@roer/domain/responsibilities/carry';
import { decideCreateArea } from '@roer/domain/responsibilities/areas';
import { aTeam, by, carriers, theId } from './team-builder.ts';

const first = aTeam();
/** The n-th change of the team: an area called after its number. */
const changesOf = (seq: number): RowChange[] => [
  { entity: 'area', before: null, after: { id: theId('area', seq + 1), name: `Area ${seq}`, order: seq } },
];
const delivery = (
  seq: number,
  { changes = changesOf(seq), action = 'area.create' }: { changes?: RowChange[]; action?: TeamAction } = {},
): Delivery => ({
  feed: theId('team', 1),
  seq,
  commandId: theId('command', seq),
  actorId: theId('person', 1),
  action,
  at: 0,
  changes,
});
const snapshotAt = (seq: number): TeamSnapshot =>
  Array.from({ length: seq }, (_, index) => index + 1).reduce(
    (snapshot, each) => applyChanges(snapshot, changesOf(each)),
    first,
  );
const received = (replica: Replica, ...seqs: number[]): Replica =>
  seqs.reduce((next, seq) => receive(next, delivery(seq)).replica, replica);
const needOf = (replica: Replica, seq: number) => receive(replica, delivery(seq)).need;
const start = startReplica(0, first);
const pending = (seq: number, name = 'Mine') => ({
  commandId: theId('command', seq),
  decide: (facts: TeamSnapshot) => decideCreateArea(facts, { id: theId('area', seq + 1), name }),
});
const ofAreas = ({ area }: TeamSnapshot): string[] => Object.values(area).map(({ name }) => name);

const takenBy = (facts: TeamSnapshot, person: number) =>
  decideTakeOver(
    facts,
    {
      responsibilityId: theId('responsibility', 1),
      assignmentId: theId('assignment', person),
      role: 'holder',
      sharePercent: 100,
    },
    by(person),
  );

describe('a copy of a team', () => {
  it('F1 applies in order; what comes early waits and asks for what is missing', () => {
    const early = received(start, 3, 2);
    expect(early.seq).toBe(0);
    expect(early.confirmed).toBe(first);
    expect(needOf(start, 3)).toBe('changes');
    expect(needOf(early, 1)).toBe('nothing');
    const whole = received(early, 1);
    expect([whole.seq, whole.early]).toEqual([3, []]);
    expect(whole.confirmed).toEqual(snapshotAt(3));
  });

  it('F2 ignores what it has or holds already', () => {
    const once = received(start, 1, 3);
    expect(received(once, 1, 3, 3, 1)).toEqual(once);
    expect(needOf(once, 1)).toBe('changes');
  });

  it('F1 a change that does not concern a row leaves it the same object', () => {
    const { confirmed } = received(start, 1);
    expect(confirmed.member).toBe(first.member);
    expect(confirmed.area[theId('area', 1)]).toBe(first.area[theId('area', 1)]);
  });

  it('F1 F3 keeps no more than 200 of others’ early deliveries, and every one of its own', () => {
    const waiting = send(start, pending(2));
    const many = received(waiting, ...Array.from({ length: 300 }, (_, index) => index + 2));
    expect(many.early).toHaveLength(201);
    const whole = received(many, ...Array.from({ length: 301 }, (_, index) => index + 1));
    expect(whole).toMatchObject({ seq: 301, early: [], pending: [] });
    expect(restart(many, 150, snapshotAt(150)).pending).toEqual([]);
  });

  it('F4 knows that it is behind', () => {
    expect([0, 1, 2].map((head) => isBehind(received(start, 1), head))).toEqual([false, false, true]);
  });

  it('F5 takes a snapshot unless it is older, and goes on from it with what came early', () => {
    const copy = received(start, 1, 2, 5);
    expect(restart(copy, 1, snapshotAt(1))).toBe(copy);
    const again = snapshotAt(2);
    expect(restart(copy, 2, again).confirmed).toBe(again);
    const newer = restart(copy, 4, snapshotAt(4));
    expect([newer.seq, newer.early]).toEqual([5, []]);
    expect(newer.confirmed).toEqual(snapshotAt(5));
    expect(restart(copy, 6, snapshotAt(6))).toMatchObject({ seq: 6, early: [] });
  });

  it('F5 never applies a reset: it asks for a snapshot until one came', () => {
    const reset = delivery(2, { action: 'reset', changes: [] });
    const early = receive(start, reset);
    expect(early.need).toBe('changes');
    const stopped = receive(early.replica, delivery(1));
    expect([stopped.need, stopped.replica.seq]).toEqual(['snapshot', 1]);
    expect(needOf(stopped.replica, 1)).toBe('snapshot');
    expect(receive(stopped.replica, reset).need).toBe('snapshot');
    expect(needOf(stopped.replica, 3)).toBe('snapshot');
    const fresh = restart(received(stopped.replica, 3), 2, snapshotAt(2));
    expect([fresh.seq, needOf(fresh, 3)]).toEqual([3, 'nothing']);
  });
});

describe('one’s own commands', () => {
  it('F6 are shown at once on top of what is confirmed, and again on top of what comes', () => {
    const replica = send(start, pending(9));
    expect(replica.confirmed).toBe(first);
    expect(ofAreas(shownBy(replica))).toEqual(['Area', 'Mine']);
    expect(ofAreas(shownBy(received(replica, 1)))).toEqual(['Area', 'Area 1', 'Mine']);
  });

  it('F6 one that cannot be any more changes nothing', () => {
    const replica = send(start, { commandId: theId('command', 9), decide: (facts) => takenBy(facts, 1) });
    expect(carriers(shownBy(replica))).toEqual(['1 holder 100']);
    const taken = receive(replica, delivery(1, { changes: takenBy(first, 2), action: 'assignment.takeOver' })).replica;
    expect(carriers(shownBy(taken))).toEqual(['2 holder 100']);
    expect(shownBy(forget(taken, theId('command', 9)))).toBe(taken.confirmed);
  });

  it('F6 a fault that is no refusal is not hidden', () => {
    const broken = send(start, {
      commandId: theId('command', 9),
      decide: () => {
        throw new TypeError('fault');
      },
    });
    expect(() => shownBy(broken)).toThrow('fault');
  });

  it('F3 are settled by their delivery, by whatever way it comes, and not before', () => {
    const replica = send(received(start, 1), pending(3));
    expect(received(replica, 2).pending).toHaveLength(1);
    expect(received(replica, 3).pending).toHaveLength(1);
    expect(received(replica, 3, 2).pending).toEqual([]);
    const old = restart(replica, 3, snapshotAt(3));
    expect(old.pending).toHaveLength(1);
    expect(received(old, 3).pending).toEqual([]);
  });

  it('F3 are settled by a snapshot that holds what came early', () => {
    const replica = received(send(start, pending(3)), 3);
    expect(restart(replica, 4, snapshotAt(4)).pending).toEqual([]);
    expect(restart(replica, 2, snapshotAt(2))).toMatchObject({ seq: 3, pending: [] });
  });

  it('F3 a refused one is forgotten, and another one stays', () => {
    const replica = send(send(start, pending(8)), pending(9, 'Other'));
    const left = forget(replica, theId('command', 8));
    expect(ofAreas(shownBy(left))).toEqual(['Area', 'Other']);
    expect(forget(left, theId('command', 8))).toBe(left);
  });
});
