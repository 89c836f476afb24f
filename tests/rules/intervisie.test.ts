import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainError } from '@roer/domain/errors';
import type { Id, PersonId } from '@roer/domain/ids';
import {
  decideEnd,
  decideJoin,
  decideLeave,
  decideLine,
  decideMove,
  decideStart,
  decideTakeRole,
  goneAt,
  longestAgo,
  openRoom,
  rolesOf,
} from '@roer/domain/learning/intervisie';
import type { IntervisieRoom } from '@roer/domain/learning/intervisie';
import {
  caughtUp,
  clockActs,
  derivePhase,
  moveClock,
  phases,
  plannedEnd,
  startClock,
  usualMinutes,
} from '@roer/domain/learning/intervisie-clock';
import type { ClockAct, IntervisieClock, PhaseNow } from '@roer/domain/learning/intervisie-clock';

const minute = 60_000;
const minutes = phases.map((phase) => usualMinutes[phase]);
const began = Date.parse('2026-11-23T09:00:00Z');
const at = (passed: number): number => began + passed * minute;

/** Does something to a clock with what is seen at that moment. */
const doNow = (clock: IntervisieClock, act: ClockAct, now: number): IntervisieClock => {
  const seen = derivePhase(clock, now);
  return seen.state === 'over' ? clock : moveClock(clock, { act, phase: seen.phase, endsAt: seen.endsAt }, now);
};
const seenAt = (clock: IntervisieClock, passed: number): string => {
  const here = derivePhase(clock, at(passed));
  return here.state === 'over' ? 'over' : `${here.phase} ${here.left / minute}`;
};

describe('the clock of a room', () => {
  const clock = startClock(minutes, began);

  it('L6.1 L6.2 goes through the five phases by itself, and each ends to the millisecond', () => {
    expect(seenAt(clock, 0)).toBe('incident 10');
    expect(derivePhase(clock, at(10) - 1)).toMatchObject({ phase: 'incident', left: 1 });
    expect([10, 25, 40, 50].map((passed) => seenAt(clock, passed))).toEqual([
      'questions 15',
      'analysis 15',
      'advice 10',
      'intention 10',
    ]);
    expect(derivePhase(clock, at(60))).toEqual({ state: 'over', since: at(60) });
    expect(plannedEnd(clock)).toBe(at(60));
  });

  it('L6.3 goes on earlier, gives more, stands still and goes on', () => {
    const earlier = doNow(clock, 'next', at(4));
    expect(seenAt(earlier, 4)).toBe('questions 15');
    const more = doNow(earlier, 'more', at(10));
    expect(seenAt(more, 10)).toBe('questions 14');
    const paused = doNow(more, 'pause', at(10));
    expect([seenAt(paused, 10), seenAt(paused, 400)]).toEqual(['questions 14', 'questions 14']);
    expect(plannedEnd(paused)).toBeNull();
    expect(seenAt(doNow(paused, 'resume', at(100)), 101)).toBe('questions 13');
    // Going on while it stands still begins the next phase, running.
    expect(seenAt(doNow(paused, 'next', at(100)), 101)).toBe('analysis 14');
    const last = doNow(startClock(minutes, began), 'next', at(0));
    const over = [1, 2, 3, 4].reduce((each, passed) => doNow(each, 'next', at(passed)), last);
    expect(derivePhase(over, at(4))).toEqual({ state: 'over', since: at(4) });
  });

  it('L6.3 does nothing twice, and nothing about what time or somebody else was ahead of', () => {
    const seen = derivePhase(clock, at(3));
    if (seen.state === 'over') throw new Error('It has just begun.');
    const press = (act: ClockAct) => ({ act, phase: seen.phase, endsAt: seen.endsAt });
    for (const act of clockActs) {
      const once = moveClock(clock, press(act), at(3));
      // A retry of pause and resume has the same answer by itself; of the others the end that was seen is gone.
      expect(derivePhase(moveClock(once, press(act), at(3)), at(3)), act).toEqual(derivePhase(once, at(3)));
      // Time went on to the next phase.
      expect(derivePhase(moveClock(clock, press(act), at(12)), at(12)), act).toEqual(derivePhase(clock, at(12)));
    }
  });

  const story = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 20 * minute }), act: fc.constantFrom(...clockActs) }),
    {
      maxLength: 12,
    },
  );
  const play = (
    acts: readonly { after: number; act: ClockAct }[],
    keep: (clock: IntervisieClock, now: number) => IntervisieClock,
  ) => {
    let now = began;
    let told = clock;
    for (const { after, act } of acts) {
      now += after;
      told = doNow(keep(told, now), act, now);
    }
    return { told, now };
  };
  const past = ({ state, ...rest }: PhaseNow) => ({ ...rest, state });

  it('L6.2 tells everybody the same, whether they were there all the time or come back', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 90 * minute }), (acts, later) => {
        // One looks at every moment and keeps what they saw; another reads what is stored, from text, at the end.
        const watched = play(acts, caughtUp);
        const stored = play(acts, (each) => each);
        const reloaded: IntervisieClock = JSON.parse(JSON.stringify(stored.told));
        const then = watched.now + later;
        expect(past(derivePhase(reloaded, then))).toEqual(past(derivePhase(watched.told, then)));
        expect(derivePhase(caughtUp(reloaded, then), then)).toEqual(derivePhase(reloaded, then));
      }),
    );
  });

  it('L6.2 never goes back to a phase, and what is left never grows but by giving more or a next phase', () => {
    fc.assert(
      fc.property(story, fc.nat(60 * minute), fc.nat(60 * minute), (acts, one, other) => {
        const { told, now } = play(acts, (each) => each);
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((passed) =>
          derivePhase(told, now + passed),
        );
        if (!first || !second || second.state === 'over') return;
        if (first.state === 'over') throw new Error('What is over does not begin again.');
        expect(phases.indexOf(second.phase)).toBeGreaterThanOrEqual(phases.indexOf(first.phase));
        if (first.phase === second.phase) expect(second.left).toBeLessThanOrEqual(first.left);
      }),
    );
  });

  it('L6.3 standing still for a while shifts everything after it by that while', () => {
    fc.assert(
      fc.property(fc.nat(59 * minute), fc.nat(500 * minute), fc.nat(90 * minute), (before, still, later) => {
        const paused = doNow(clock, 'pause', began + before);
        const resumed = doNow(paused, 'resume', began + before + still);
        const shifted = derivePhase(resumed, began + before + still + later);
        const never = derivePhase(clock, began + before + later);
        expect(shifted.state).toBe(never.state);
        if (shifted.state !== 'over' && never.state !== 'over')
          expect([shifted.phase, shifted.left]).toEqual([never.phase, never.left]);
      }),
    );
  });
});

const newId = <Kind extends string>(text: string) =>
  // Any text is an id to the domain.
  text as Id<Kind>;
const [ada, ben, cem, dina] = ['ada', 'ben', 'cem', 'dina'].map((name) => newId<'person'>(name)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const opened = openRoom({ id: newId('room'), teamId: newId('team'), minutes }, { actorId: ada, now: began });
const full = [ben, cem, dina].reduce(decideJoin, opened);
const started = decideStart(full, {}, { actorId: ada, now: began });
const refused = (act: () => unknown): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    // The domain throws nothing else.
    return (error as DomainError).code;
  }
};

describe('who is in a room', () => {
  it('L6.4 comes in until it begins, and comes back later', () => {
    expect(decideJoin(full, ben)).toBe(full);
    expect(decideJoin(started, ben)).toBe(started);
    expect(refused(() => decideJoin(started, newId('eva')))).toBe('notFound');
    const crowd = Array.from({ length: 19 }, (_, index) => newId<'person'>(`p${index}`)).reduce(decideJoin, opened);
    expect(refused(() => decideJoin(crowd, dina))).toBe('badInput');
  });

  it('L6.4 begins with three, by whose case it is or who leads', () => {
    const two = decideJoin(opened, ben);
    expect(refused(() => decideStart(two, {}, { actorId: ada, now: began }))).toBe('badInput');
    expect(refused(() => decideStart(full, {}, { actorId: dina, now: began }))).toBe('notAllowed');
    expect(decideStart(full, {}, { actorId: ben, now: began }).clock).toEqual(startClock(minutes, began));
    expect(decideStart(started, {}, { actorId: dina, now: at(1) })).toBe(started);
  });

  it('L6.5 proposes who did not facilitate for the longest time, never the case owner', () => {
    expect(longestAgo([ben, cem, dina], { [ben]: '2026-10-01', [cem]: '2026-09-01' })).toBe(dina);
    expect(longestAgo([ben, cem], { [ben]: '2026-10-01', [cem]: '2026-09-01' })).toBe(cem);
    expect(longestAgo([], {})).toBeNull();
    expect(rolesOf(full, { [ben]: '2026-10-01' })).toEqual({ facilitator: cem, timekeeper: ben });
    expect(rolesOf(opened, {})).toEqual({ facilitator: null, timekeeper: null });
    expect(started).toMatchObject({ facilitator: ben, timekeeper: cem });
  });

  it('L6.5 lets anyone but the case owner take a role until it begins, and then only one that nobody has', () => {
    const take = (room: IntervisieRoom, role: 'facilitator' | 'timekeeper', who: PersonId) =>
      decideTakeRole(room, { role, turns: {} }, who);
    const taken = take(full, 'facilitator', dina);
    expect(rolesOf(taken, {})).toEqual({ facilitator: dina, timekeeper: ben });
    expect(take(taken, 'facilitator', dina)).toBe(taken);
    // Who takes the other role leaves the first one to somebody else.
    expect(rolesOf(take(taken, 'timekeeper', dina), {})).toEqual({ facilitator: ben, timekeeper: dina });
    expect(refused(() => take(full, 'facilitator', ada))).toBe('notAllowed');
    expect(refused(() => take(started, 'facilitator', dina))).toBe('notAllowed');
    expect(take(decideLeave(started, ben), 'facilitator', dina)).toMatchObject({ facilitator: dina, timekeeper: cem });
  });

  it('L6.3 the clock is of who leads or keeps the time, and of everybody when nobody does', () => {
    const press = (room: IntervisieRoom, who: PersonId) =>
      decideMove(room, { act: 'next', phase: 'incident', endsAt: at(10) }, { actorId: who, now: at(1) });
    expect(press(started, ben).clock?.phase).toBe(1);
    expect(press(started, cem).clock?.phase).toBe(1);
    expect(refused(() => press(started, dina))).toBe('notAllowed');
    expect(refused(() => press(started, ada))).toBe('notAllowed');
    expect(refused(() => press(full, ben))).toBe('notAllowed');
    expect(press([ben, cem].reduce(decideLeave, started), dina).clock?.phase).toBe(1);
  });

  it('L6.8 is ended by whose case it is alone, who cannot leave it behind', () => {
    expect(refused(() => decideLeave(started, ada))).toBe('notAllowed');
    expect(refused(() => decideEnd(started, ben))).toBe('notAllowed');
    expect(refused(() => decideEnd(started, ada))).toBe('done');
  });

  it('L6.9 is gone a day after its clock ran out, stood still, or it was opened', () => {
    const day = 24 * 60 * minute;
    expect(goneAt(opened)).toBe(began + day);
    expect(goneAt(started)).toBe(at(60) + day);
    const paused = decideMove(
      started,
      { act: 'pause', phase: 'incident', endsAt: at(10) },
      { actorId: ben, now: at(5) },
    );
    expect(goneAt(paused)).toBe(at(5) + day);
  });
});

it('L6.6 each phase is written by who speaks in it', () => {
  const writes = (who: PersonId, passed: number) =>
    phases.filter((phase) => refused(() => decideLine(started, phase, { actorId: who, now: at(passed) })) === 'done');
  expect([5, 20, 35, 45, 55].map((passed) => writes(ada, passed))).toEqual([
    ['incident'],
    ['questions'],
    [],
    [],
    ['intention'],
  ]);
  expect([5, 20, 35, 45, 55].map((passed) => writes(ben, passed))).toEqual([
    [],
    ['questions'],
    ['analysis'],
    ['advice'],
    [],
  ]);
  // What was being written when time ran out.
  expect(writes(ben, 25.5)).toEqual(['questions', 'analysis']);
  expect(writes(ben, 26.1)).toEqual(['analysis']);
  expect(writes(ada, 90)).toEqual(['intention']);
  expect(refused(() => decideLine(full, 'incident', { actorId: ada, now: began }))).toBe('notAllowed');
});
