import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import {
  decideAgreeDuo,
  decideEndDuo,
  decideProposeDuo,
  decideWithdrawDuo,
  sessionNumbers,
} from '@roer/domain/learning/duo';
import type { SessionNumber } from '@roer/domain/learning/duo';
import {
  decideHoldDuoSession,
  decidePlanDuoSession,
  decideWriteDuoNote,
  nextSession,
} from '@roer/domain/learning/duo-sessions';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { decideUndo } from '@roer/domain/responsibilities/undo';
import { after, aTeam, by, refusalOf, theId, today } from './team-builder.ts';

const ids = { duoId: theId('duo', 1), responsibilityId: theId('responsibility', 1) };
const team = aTeam({ people: 4, carried: [{ person: 1 }] });
const propose = (facts: TeamSnapshot, person = 2, changed: object = {}) =>
  decideProposeDuo(facts, { ...ids, giver: theId('person', 1), receiver: theId('person', 2), ...changed }, by(person));
const proposed = after(team, propose(team));
const running = after(proposed, decideAgreeDuo(proposed, ids, by(1)));
const row = (facts: TeamSnapshot) => facts.duo[ids.duoId];

const hold = (facts: TeamSnapshot, number: SessionNumber, held = true, person = 1) =>
  after(facts, decideHoldDuoSession(facts, { ...ids, number, held }, by(person)));
const write = (facts: TeamSnapshot, changed: object = {}, person = 1) =>
  decideWriteDuoNote(
    facts,
    {
      ...ids,
      number: 3,
      noteId: theId('note', 1),
      version: 0,
      title: 'Overdracht 3',
      body: 'Bel eerst Bas.',
      ...changed,
    },
    by(person),
  );

describe('a duo', () => {
  it('L4.1 is proposed by one of the two and agreed to by the other', () => {
    expect(row(proposed)).toMatchObject({
      state: 'proposed',
      proposedBy: theId('person', 2),
      giver: theId('person', 1),
    });
    expect(row(running)?.state).toBe('running');
    expect(refusalOf(() => decideAgreeDuo(proposed, ids, by(2))).code).toBe('notAllowed');
    expect(refusalOf(() => decideAgreeDuo(proposed, ids, by(3))).code).toBe('notAllowed');
    expect(refusalOf(() => propose(team, 3)).code).toBe('notAllowed');
    expect(refusalOf(() => propose(team, 1, { receiver: theId('person', 1) })).code).toBe('badInput');
    expect(refusalOf(() => propose(team, 1, { receiver: theId('person', 9) })).code).toBe('notAMember');
    for (const facts of [proposed, running]) {
      const turned = { duoId: theId('duo', 2), giver: theId('person', 2), receiver: theId('person', 1) };
      expect(refusalOf(() => propose(facts, 1, turned)).code).toBe('offerExists');
    }
    for (const person of [1, 2]) {
      const off = after(proposed, decideWithdrawDuo(proposed, ids, by(person)));
      expect(row(off)).toBeUndefined();
    }
    expect(refusalOf(() => decideWithdrawDuo(running, ids, by(1))).code).toBe('handoverGone');
  });

  it('L4.1 U2 who proposed it takes it back while nobody answered', () => {
    const done = { action: 'duo.propose', changes: propose(team) } as const;
    expect(row(after(proposed, decideUndo(proposed, done, by(2))))).toBeUndefined();
    expect(refusalOf(() => decideUndo(running, done, by(2))).code).toBe('changedMeanwhile');
  });

  it('L4.2 has five sessions', () => {
    expect(row(running)?.sessions.map(({ number }) => number)).toEqual([...sessionNumbers]);
  });

  it('L4.3 either of the two plans a day, and takes it back', () => {
    const plan = (plannedOn: string | null, person = 2, facts = running) =>
      decidePlanDuoSession(facts, { ...ids, number: 2, plannedOn }, by(person));
    const planned = after(running, plan(addDays(today, 3)));
    expect(row(planned)?.sessions[1]).toMatchObject({ plannedOn: addDays(today, 3) });
    expect(row(after(planned, plan(null, 1, planned)))?.sessions[1]?.plannedOn).toBeNull();
    expect(plan(addDays(today, 3), 1, planned)).toEqual([]);
    expect(refusalOf(() => plan(addDays(today, -1))).code).toBe('badInput');
    expect(refusalOf(() => plan(addDays(today, 367))).code).toBe('badInput');
    expect(refusalOf(() => plan(today, 3)).code).toBe('notAllowed');
    expect(refusalOf(() => plan(today, 1, proposed)).code).toBe('handoverGone');
    expect(refusalOf(() => plan(today, 1, hold(running, 2))).code).toBe('badInput');
  });

  it('L4.4 what they write is one note a session at the responsibility, on condition of its version', () => {
    const written = after(running, write(running));
    expect(Object.values(written.note)).toMatchObject([
      { title: 'Overdracht 3', personId: theId('person', 1), version: 1 },
    ]);
    expect(row(written)?.sessions[2]?.noteId).toBe(theId('note', 1));
    const again = after(written, write(written, { version: 1, body: 'Bel Bas.' }, 2));
    expect(again.note[theId('note', 1)]).toMatchObject({ body: 'Bel Bas.', personId: theId('person', 2), version: 2 });
    expect(refusalOf(() => write(again, { version: 1 })).code).toBe('changedMeanwhile');
    expect(refusalOf(() => write(written, { noteId: theId('note', 2) }, 2)).code).toBe('changedMeanwhile');
    expect(refusalOf(() => write(written, { number: 4, version: 1 })).code).toBe('notFound');
    expect(refusalOf(() => write(running, {}, 3)).code).toBe('notAllowed');
    // The note was removed: it begins again.
    const gone = { ...written, note: {} };
    expect(row(after(gone, write(gone, { noteId: theId('note', 2) })))?.sessions[2]?.noteId).toBe(theId('note', 2));
  });

  it('L4.5 L4.6 ends with the fifth session, in whatever order, unless that one was not held after all', () => {
    const four = ([3, 1, 2, 5] as const).reduce((facts, number) => hold(facts, number), running);
    expect(nextSession(row(four) ?? { sessions: [] })?.number).toBe(4);
    expect(row(four)?.state).toBe('running');
    const five = hold(four, 4, true, 2);
    expect(row(five)).toMatchObject({ state: 'ended', endedOn: today });
    expect(nextSession(row(five) ?? { sessions: [] })).toBeNull();
    expect(row(hold(five, 4, false))).toMatchObject({ state: 'running', endedOn: null });
    expect(refusalOf(() => hold(running, 1, true, 3)).code).toBe('notAllowed');
  });

  it('L4.6 ends when one of the two stops it or leaves, or when the responsibility is closed; notes stay', () => {
    const written = after(running, write(running));
    const ways = [
      decideEndDuo(written, ids, by(2)),
      decideEndMembership(written, { membershipId: theId('membership', 2) }, { today }),
      decideCloseResponsibility(written, ids, by(1)),
    ];
    for (const changes of ways) {
      const now = after(written, changes);
      expect(row(now)).toMatchObject({ state: 'ended', endedOn: today });
      expect(Object.keys(now.note)).toHaveLength(1);
      expect(refusalOf(() => hold(now, 1)).code).toBe('handoverGone');
    }
    expect(refusalOf(() => decideEndDuo(running, ids, by(3))).code).toBe('notAllowed');
    const closed = after(proposed, decideCloseResponsibility(proposed, ids, by(1)));
    expect(row(closed)).toBeUndefined();
  });
});
