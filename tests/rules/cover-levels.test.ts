import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import { applyChanges } from '@roer/domain/feed';
import type { RowChange, TeamSnapshot } from '@roer/domain/feed';
import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import { coverLevels, coverOf, independentIn, levelAfter, rankOf } from '@roer/domain/learning/cover-level';
import {
  asksStill,
  decideConfirmLevel,
  decideDeclineLevel,
  decideKeepLevel,
  decideProposeLevel,
  decideStepBack,
  decideWithdrawLevel,
} from '@roer/domain/learning/cover-steps';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { decideGiveBack } from '@roer/domain/responsibilities/carry';
import { smallestMove } from '@roer/domain/workload/smallest-move';
import { aTeam, assignment, by, refusalOf, responsibility, theId, today } from './team-builder.ts';

const responsibilityId = theId('responsibility', 1);
const coverLevelId = (number: number) => theId('coverLevel', number);
/** Person 1 holds it; 2 learns; 3 stands beside. */
const start = (): TeamSnapshot => aTeam({ carried: [{ person: 1 }] });

type Step = (facts: TeamSnapshot) => RowChange[];
const after = (facts: TeamSnapshot, ...steps: Step[]): TeamSnapshot =>
  steps.reduce((now, step) => applyChanges(now, step(now)), facts);
const propose =
  (person: number, level: CoverLevel, id: number, day = today): Step =>
  (facts) =>
    decideProposeLevel(facts, { responsibilityId, coverLevelId: coverLevelId(id), level }, by(person, day));
const confirm =
  (person: number, id: number, { asBuddy = false, day = today } = {}): Step =>
  (facts) =>
    decideConfirmLevel(facts, { responsibilityId, coverLevelId: coverLevelId(id), asBuddy }, by(person, day));
const decline =
  (person: number, id: number): Step =>
  (facts) =>
    decideDeclineLevel(facts, { responsibilityId, coverLevelId: coverLevelId(id), asBuddy: false }, by(person));
const climbed = (person: number, levels: number, first = 10): Step[] =>
  coverLevels
    .slice(0, levels)
    .flatMap((level, index) => [propose(person, level, first + index), confirm(1, first + index)]);
const levelOf = (facts: TeamSnapshot, person: number): CoverLevel | null =>
  coverOf(facts, { responsibilityId, personId: theId('person', person) }).now?.level ?? null;

describe('how far somebody is', () => {
  it('L1.1 goes one step at a time, from observing on, and keeps every step', () => {
    expect(refusalOf(() => propose(2, 'together', 1)(start()))).toMatchObject({ code: 'badInput' });
    const facts = after(start(), ...climbed(2, 4));
    expect(levelOf(facts, 2)).toBe('teaching');
    const { rows } = coverOf(facts, { responsibilityId, personId: theId('person', 2) });
    expect(rows.map(({ number, level }) => [number, level])).toEqual(
      coverLevels.map((level, index) => [index + 1, level]),
    );
    expect(rows.every((row) => row.confirmedBy === theId('person', 1) && row.confirmedOn === today)).toBe(true);
    expect(levelAfter('teaching')).toBeNull();
  });

  it('L1.1 never jumps and never sinks but by its own person, whatever everybody tries', () => {
    const act = fc.record({
      what: fc.constantFrom('propose', 'confirm', 'decline', 'withdraw', 'back'),
      person: fc.integer({ min: 1, max: 3 }),
      level: fc.constantFrom(...coverLevels),
      which: fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let facts = start();
        acts.forEach(({ what, person, level, which }, index) => {
          const known = Object.values(facts.coverLevel);
          const id = known[which % Math.max(1, known.length)]?.id ?? coverLevelId(99);
          const given = { responsibilityId, coverLevelId: id, asBuddy: false };
          const made = { responsibilityId, coverLevelId: coverLevelId(100 + index), level };
          const steps: Record<typeof what, Step> = {
            propose: (now) => decideProposeLevel(now, made, by(person)),
            confirm: (now) => decideConfirmLevel(now, given, by(person)),
            decline: (now) => decideDeclineLevel(now, given, by(person)),
            withdraw: (now) => decideWithdrawLevel(now, given, by(person)),
            back: (now) => decideStepBack(now, { ...made, level: which % 2 ? level : null }, by(person)),
          };
          const carried = rankOf('independent');
          const before = [1, 2, 3].map((each) => rankOf(levelOf(facts, each)));
          try {
            facts = after(facts, steps[what]);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
          for (const each of [1, 2, 3]) {
            const [from, to] = [before[each - 1] ?? 0, rankOf(levelOf(facts, each))];
            // Person 1 carries it: without a word of theirs they go on from there, up and back.
            const base = each === 1 && from === 0 ? carried : from;
            if (to > from && to > base) expect([to - base, what === 'confirm' && person !== each]).toEqual([1, true]);
            else if (to > from) expect([what, person, each]).toEqual(['back', 1, 1]);
            if (to < from) expect([what, person]).toEqual(['back', each]);
            const whose = { responsibilityId, personId: theId('person', each) };
            const { rows } = coverOf(facts, whose);
            expect(rows.filter(({ state }) => state === 'proposed').length).toBeLessThan(2);
            expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('L1.1 L1.6 who carries it goes on from independent, and back from there', () => {
    expect(refusalOf(() => propose(1, 'observing', 1)(start()))).toMatchObject({ code: 'badInput' });
    const facts = after(start(), propose(1, 'teaching', 1), confirm(3, 1, { asBuddy: true }));
    expect(levelOf(facts, 1)).toBe('teaching');
    const back: Step = (now) =>
      decideStepBack(now, { responsibilityId, coverLevelId: coverLevelId(2), level: 'together' }, by(1));
    expect(levelOf(after(start(), back), 1)).toBe('together');
  });

  it('L1.2 one step waits at most; the same again changes nothing', () => {
    const facts = after(start(), propose(2, 'observing', 1));
    expect(propose(2, 'observing', 2)(facts)).toEqual([]);
    const on = after(facts, confirm(1, 1), propose(2, 'together', 2));
    expect(refusalOf(() => propose(2, 'observing', 3)(on))).toMatchObject({ code: 'changedMeanwhile' });
  });

  it('L1.3 the holder, who teaches it, or the buddy confirms; never the learner', () => {
    const facts = after(start(), propose(2, 'observing', 1));
    for (const person of [2, 3])
      expect(refusalOf(() => confirm(person, 1)(facts))).toMatchObject({ code: 'notAllowed' });
    expect(refusalOf(() => confirm(2, 1, { asBuddy: true })(facts))).toMatchObject({ code: 'notAllowed' });
    expect(levelOf(after(facts, confirm(3, 1, { asBuddy: true })), 2)).toBe('observing');
    const taught = after(start(), ...climbed(3, 4), propose(2, 'observing', 1), confirm(3, 1));
    expect(coverOf(taught, { responsibilityId, personId: theId('person', 2) }).now).toMatchObject({
      confirmedBy: theId('person', 3),
    });
    // The same answer by somebody else too is one answer.
    expect(confirm(1, 1)(taught)).toEqual([]);
    const held = after(facts, (now) => decideGiveBack(now, { assignmentId: theId('assignment', 1) }, by(1)));
    expect(refusalOf(() => confirm(1, 1)(held))).toMatchObject({ code: 'notAllowed' });
  });

  it('L1.4 too early, or taken back, leaves nothing to see and nothing to answer', () => {
    for (const end of [
      decline(1, 1),
      (now: TeamSnapshot) => decideWithdrawLevel(now, { responsibilityId, coverLevelId: coverLevelId(1) }, by(2)),
    ]) {
      const facts = after(start(), propose(2, 'observing', 1), end);
      expect(facts.coverLevel).toEqual({});
      expect(refusalOf(() => confirm(1, 1)(facts))).toMatchObject({ code: 'changedMeanwhile' });
      expect(levelOf(after(facts, propose(2, 'observing', 2), confirm(1, 2)), 2)).toBe('observing');
    }
    const facts = after(start(), propose(2, 'observing', 1));
    expect(refusalOf(() => decline(3, 1)(facts))).toMatchObject({ code: 'notAllowed' });
    const notTheirs = () => decideWithdrawLevel(facts, { responsibilityId, coverLevelId: coverLevelId(1) }, by(1));
    expect(refusalOf(notTheirs)).toMatchObject({ code: 'notAllowed' });
    expect(refusalOf(() => decline(1, 10)(after(start(), ...climbed(2, 1))))).toMatchObject({
      code: 'changedMeanwhile',
    });
  });

  it('L1.5 a step back needs nobody, goes as far as one wants, and withdraws what waited', () => {
    const facts = after(start(), ...climbed(2, 3), propose(2, 'teaching', 20));
    const back =
      (level: CoverLevel | null, id: number): Step =>
      (now) =>
        decideStepBack(now, { responsibilityId, coverLevelId: coverLevelId(id), level }, by(2));
    const less = after(facts, back('observing', 30));
    expect(levelOf(less, 2)).toBe('observing');
    expect(less.coverLevel[coverLevelId(20)]).toBeUndefined();
    expect(levelOf(after(less, back(null, 31)), 2)).toBeNull();
    expect(levelOf(after(less, propose(2, 'together', 32), confirm(1, 32)), 2)).toBe('together');
    expect(refusalOf(() => back('independent', 33)(less))).toMatchObject({ code: 'badInput' });
  });
});

describe('what it is good for', () => {
  const coverageOf = (facts: TeamSnapshot) => deriveBoard(facts, { today })[0]?.responsibilities[0]?.coverage;

  it('R2.3 R2.4 L1.6 a second person who can do it alone makes a fragile responsibility covered', () => {
    expect(coverageOf(after(start(), ...climbed(2, 2)))).toEqual({ state: 'fragile', holder: theId('person', 1) });
    const facts = after(start(), ...climbed(2, 3));
    expect(coverageOf(facts)).toEqual({
      state: 'covered',
      holders: [theId('person', 1)],
      substitutes: [],
      able: [theId('person', 2)],
    });
    // Nobody carries it: then that somebody could is no cover.
    const given = (now: TeamSnapshot) => decideGiveBack(now, { assignmentId: theId('assignment', 1) }, by(1));
    expect(coverageOf(after(facts, given))).toEqual({ state: 'gap' });
  });

  it('L1.6 who left the team does not count', () => {
    const facts = after(start(), ...climbed(2, 3));
    const membership = Object.values(facts.member).find(({ personId }) => personId === theId('person', 2));
    const { [membership?.id ?? '']: _left, ...member } = facts.member;
    expect(independentIn(facts, responsibilityId)).toEqual([theId('person', 2)]);
    expect(independentIn({ ...facts, member }, responsibilityId)).toEqual([]);
    expect(coverageOf({ ...facts, member })).toEqual({ state: 'fragile', holder: theId('person', 1) });
  });

  it('W2.1 L1.6 of as few handovers, those to people who can do it alone', () => {
    const heavy = responsibility(1, { minutesAWeek: 60 * 60 });
    const busy = aTeam({ responsibilities: [heavy], carried: [{ person: 1 }] });
    const receivers = (facts: TeamSnapshot) => {
      const found = smallestMove(facts, { today });
      return found.kind === 'move' ? found.moves.map(({ receiver }) => receiver) : found.kind;
    };
    for (const person of [2, 3])
      expect(receivers(after(busy, ...climbed(person, 3)))).toEqual([theId('person', person)]);
  });
});

describe('whether it is still there', () => {
  const later = addDays(today, 365);
  const whose = { responsibilityId, personId: theId('person', 2) };

  it('L1.7 asks after a year without doing it, and not before, and nobody who carries it', () => {
    const facts = after(start(), ...climbed(2, 3));
    expect(asksStill(facts, { ...whose, today: addDays(later, -1) })).toBe(false);
    expect(asksStill(facts, { ...whose, today: later })).toBe(true);
    const carries = after(facts, () => [
      {
        entity: 'assignment',
        before: null,
        after: { ...assignment(2, { person: 2, role: 'substitute' }), responsibilityId },
      },
    ]);
    expect(asksStill(carries, { ...whose, today: later })).toBe(false);
    expect(asksStill(start(), { ...whose, today: later })).toBe(false);
    const keep = { responsibilityId, coverLevelId: coverLevelId(50) };
    const kept = after(facts, (now) => decideKeepLevel(now, keep, by(2, later)));
    expect(asksStill(kept, { ...whose, today: later })).toBe(false);
    expect(decideKeepLevel(kept, keep, by(2, later))).toEqual([]);
    expect(refusalOf(() => decideKeepLevel(facts, keep, by(3, later)))).toMatchObject({
      code: 'notFound',
    });
  });

  it('L1.8 carrying it until today exercises it, once in thirty days', () => {
    const facts = after(start(), () => [
      {
        entity: 'coverLevel',
        before: null,
        after: {
          id: coverLevelId(1),
          ...whose,
          personId: theId('person', 1),
          number: 1,
          level: 'independent',
          state: 'confirmed',
          proposedOn: addDays(today, -500),
          confirmedBy: theId('person', 3),
          confirmedOn: addDays(today, -500),
          exercisedOn: addDays(today, -400),
        },
      },
    ]);
    const given = after(facts, (now) => decideGiveBack(now, { assignmentId: theId('assignment', 1) }, by(1)));
    expect(given.coverLevel[coverLevelId(1)]?.exercisedOn).toBe(today);
  });
});
