import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import { countedLevel } from '@roer/domain/learning/counted-level';
import { heldUntil, independentIn } from '@roer/domain/learning/cover-level';
import {
  asksStill,
  decideConfirmLevel,
  decideKeepLevel,
  decideProposeLevel,
  decideStepBack,
} from '@roer/domain/learning/cover-steps';
import { deriveKnowledgeRisk, whoCan } from '@roer/domain/learning/knowledge-risk';
import { decideEndMembership } from '@roer/domain/organisation/membership';
import { decideCloseResponsibility } from '@roer/domain/responsibilities/edit';
import { decideGiveBack, decideTakeOver } from '@roer/domain/responsibilities/carry';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { smallestMove } from '@roer/domain/workload/smallest-move';
import { aTeam, assignment, by, refusalOf, responsibility, theId, today } from './team-builder.ts';
import type { Carrying } from './team-builder.ts';

const responsibilityId = theId('responsibility', 1);
const person = (number: number) => theId('person', number);
const ofPerson = (number: number) => ({ responsibilityId, personId: person(number) });
const coverLevelId = (number: number) => theId('coverLevel', number);

/** Person 1 carries it; what somebody else held before came to an end on a day. */
const heldOnce = ({ until = today, ...carrying }: Carrying & { until?: string }, team = aTeam()): TeamSnapshot => {
  const was = assignment(2, carrying);
  return applyChanges(
    { ...team, assignment: { [theId('assignment', 1)]: assignment(1, { person: 1 }), [was.id]: was } },
    [{ entity: 'assignment', before: was, after: { ...was, until } }],
  );
};
const counted = (facts: TeamSnapshot, number: number, day = today) =>
  countedLevel(facts, { ...ofPerson(number), today: day });
const coverageOf = (facts: TeamSnapshot) => deriveBoard(facts, { today })[0]?.responsibilities[0]?.coverage?.state;
const stepBack = (facts: TeamSnapshot, level: 'together' | null, day = today): RowChange[] =>
  decideStepBack(facts, { responsibilityId, coverLevelId: coverLevelId(1), level }, by(2, day));

describe('who held something for long and does no more', () => {
  it('L1.6 counts as independent from thirty days on, as a holder, and only while they are in the team', () => {
    const days = (number: number) => heldOnce({ person: 2, from: addDays(today, -number) });
    expect([counted(days(29), 2), counted(days(30), 2)]).toEqual([null, 'independent']);
    expect(heldUntil(days(30), ofPerson(2))).toBe(today);
    expect(counted(heldOnce({ person: 2, role: 'substitute' }), 2)).toBeNull();
    const facts = days(30);
    expect(independentIn(facts, responsibilityId)).toEqual([person(2)]);
    const membership = Object.values(facts.member).find(({ personId }) => personId === person(2));
    if (!membership) throw new Error('They are in the team.');
    const left = applyChanges(facts, decideEndMembership(facts, { membershipId: membership.id }, { today }));
    expect(independentIn(left, responsibilityId)).toEqual([]);
    expect(whoCan(left, { responsibilityId, today })).toEqual([person(1)]);
  });

  it('L1.6 gives way to what they say of themselves, up and back, and to nothing that they said before', () => {
    const facts = heldOnce({ person: 2 });
    const higher = decideProposeLevel(
      facts,
      { responsibilityId, coverLevelId: coverLevelId(2), level: 'teaching' },
      by(2),
    );
    const teaches = applyChanges(facts, higher);
    const confirmed = decideConfirmLevel(
      teaches,
      { responsibilityId, coverLevelId: coverLevelId(2), asBuddy: false },
      by(1),
    );
    expect(counted(applyChanges(teaches, confirmed), 2)).toBe('teaching');
    expect(counted(applyChanges(facts, stepBack(facts, 'together')), 2)).toBe('together');
    const out = applyChanges(facts, stepBack(facts, null));
    expect([counted(out, 2), independentIn(out, responsibilityId)]).toEqual([null, []]);
    expect(refusalOf(() => stepBack(out, null))).toMatchObject({ code: 'badInput' });
    // Who once stopped learning it, and held it after that, can do it.
    const [said] = stepBack(heldOnce({ person: 2, from: '2024-01-01', until: '2025-01-01' }), null, '2025-06-01');
    expect(counted(applyChanges(heldOnce({ person: 2, from: '2025-07-01' }), said ? [said] : []), 2)).toBe(
      'independent',
    );
  });

  it('R2.3 R2.4 L3.1 W2.1 L1.6 covers what was fragile, leans on no one person, and is a known hand for the smallest move', () => {
    const facts = heldOnce({ person: 3 });
    expect(coverageOf(heldOnce({ person: 3, role: 'substitute' }))).toBe('fragile');
    expect(coverageOf(facts)).toBe('covered');
    expect(deriveKnowledgeRisk(facts, { today })).toEqual([]);
    const heavy = aTeam({ responsibilities: [responsibility(1, { minutesAWeek: 60 * 60 })] });
    for (const number of [2, 3]) {
      const found = smallestMove(heldOnce({ person: number }, heavy), { today });
      expect(found).toMatchObject({ kind: 'move', moves: [{ receiver: person(number) }] });
    }
  });

  it('L1.7 is asked a year after it, and says with the answer that they can', () => {
    const facts = heldOnce({ person: 2 });
    const later = addDays(today, 365);
    expect(asksStill(facts, { ...ofPerson(2), today: addDays(later, -1) })).toBe(false);
    expect(asksStill(facts, { ...ofPerson(2), today: later })).toBe(true);
    const keep = { responsibilityId, coverLevelId: coverLevelId(1) };
    const kept = applyChanges(facts, decideKeepLevel(facts, keep, by(2, later)));
    expect(Object.values(kept.coverLevel)).toMatchObject([
      { ...ofPerson(2), level: 'independent', state: 'confirmed', confirmedBy: person(2), exercisedOn: later },
    ]);
    expect(asksStill(kept, { ...ofPerson(2), today: later })).toBe(false);
    expect(decideKeepLevel(kept, keep, by(2, later))).toEqual([]);
  });

  it('L1.6 is what becomes of an assignment and nothing that is written: taken up again it is over', () => {
    const facts = aTeam({ carried: [{ person: 2 }] });
    const given = decideGiveBack(facts, { assignmentId: theId('assignment', 1) }, by(2));
    expect(given.map(({ entity }) => entity)).toEqual(['assignment']);
    const open = applyChanges(facts, given);
    expect(Object.keys(open.heldBefore)).toEqual([theId('assignment', 1)]);
    // An undo turns the change around.
    const undone = given.map(
      ({ before, after }) => ({ entity: 'assignment', before: after, after: before }) as RowChange,
    );
    expect(applyChanges(open, undone)).toEqual(facts);
    const again = {
      responsibilityId,
      assignmentId: theId('assignment', 9),
      role: 'holder' as const,
      sharePercent: 100,
    };
    const carried = applyChanges(open, decideTakeOver(open, again, by(2)));
    expect(asksStill(carried, { ...ofPerson(2), today: addDays(today, 400) })).toBe(false);
    expect(counted(carried, 2)).toBe('independent');
  });
});

describe('a step that waits', () => {
  it('L1.2 ends with the responsibility, and when the learner leaves the team', () => {
    const facts = aTeam({ carried: [{ person: 1 }] });
    const step = { responsibilityId, coverLevelId: coverLevelId(1), level: 'observing' as const };
    const waiting = applyChanges(facts, decideProposeLevel(facts, step, by(2)));
    const membership = Object.values(facts.member).find(({ personId }) => personId === person(2));
    if (!membership) throw new Error('They are in the team.');
    for (const changes of [
      decideCloseResponsibility(waiting, { responsibilityId }, by(1)),
      decideEndMembership(waiting, { membershipId: membership.id }, { today }),
    ]) {
      expect(changes).toContainEqual(
        expect.objectContaining({ entity: 'coverLevel', after: expect.objectContaining({ state: 'withdrawn' }) }),
      );
      expect(applyChanges(waiting, changes).coverLevel).toEqual({});
    }
    // Whoever answers it leaves the step as it is.
    const holder = Object.values(facts.member).find(({ personId }) => personId === person(1));
    const gone = decideEndMembership(waiting, { membershipId: holder?.id ?? membership.id }, { today });
    expect(Object.keys(applyChanges(waiting, gone).coverLevel)).toEqual([coverLevelId(1)]);
  });
});
