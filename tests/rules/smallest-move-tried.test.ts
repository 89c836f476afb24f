import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { applyChanges } from '@roer/domain/feed';
import type { TeamSnapshot } from '@roer/domain/feed';
import { holidaysOf, mondayOf, weekdayOf } from '@roer/domain/holidays';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import { smallestMove } from '@roer/domain/workload/smallest-move';
import { movedBy } from '@roer/domain/workload/transfer-moves';
import { withMoves } from '@roer/domain/workload/what-if';
import type { Move } from '@roer/domain/workload/what-if';
import { deadlineWork, withAbsences, withDeadlines } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';
import { fits, fitsAfterStops } from './weeks-fit.ts';

const hours = (count: number): number => 60 * count;
const share = fc.constantFrom(100, 100, 50);
const world = fc.record({
  people: fc.integer({ min: 2, max: 4 }),
  carried: fc.array(
    fc.record({ person: fc.integer({ min: 1, max: 4 }), hours: fc.integer({ min: 1, max: 24 }), share }),
    {
      minLength: 2,
      maxLength: 6,
    },
  ),
  substitutes: fc.array(
    fc.record({ person: fc.integer({ min: 1, max: 4 }), responsibility: fc.integer({ min: 1, max: 6 }) }),
    {
      maxLength: 2,
    },
  ),
  patterns: fc.array(
    fc.constantFrom<number[]>(
      [480, 480, 480, 480, 0, 0, 0],
      [480, 480, 0, 480, 0, 0, 0],
      [432, 432, 432, 432, 432, 0, 0],
    ),
    {
      minLength: 4,
      maxLength: 4,
    },
  ),
  absences: fc.array(
    fc.record({
      person: fc.integer({ min: 1, max: 4 }),
      from: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 1, max: 9 }),
    }),
    {
      maxLength: 2,
    },
  ),
  works: fc.array(
    fc.record({
      responsibility: fc.integer({ min: 1, max: 6 }),
      from: fc.integer({ min: 0, max: 14 }),
      days: fc.integer({ min: 0, max: 12 }),
      hours: fc.integer({ min: 1, max: 20 }),
    }),
    {
      maxLength: 2,
    },
  ),
});
type World = typeof world extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const teamOf = (drawn: World): TeamSnapshot => {
  const who = (person: number): number => ((person - 1) % drawn.people) + 1;
  const held = drawn.carried.map((row, index) => ({
    person: who(row.person),
    responsibility: index + 1,
    share: row.share,
  }));
  const standIns = drawn.substitutes.flatMap(({ person, responsibility: which }, index) => {
    const row = { person: who(person), responsibility: ((which - 1) % held.length) + 1, role: 'substitute' as const };
    const isTaken = [
      ...held,
      ...drawn.substitutes
        .slice(0, index)
        .map((each) => ({ person: who(each.person), responsibility: ((each.responsibility - 1) % held.length) + 1 })),
    ].some((each) => each.person === row.person && each.responsibility === row.responsibility);
    return isTaken ? [] : [row];
  });
  const facts = aTeam({
    people: drawn.people,
    responsibilities: drawn.carried.map((row, index) => responsibility(index + 1, { minutesAWeek: hours(row.hours) })),
    carried: [...held, ...standIns],
  });
  const member = Object.fromEntries(
    Object.entries(facts.member).map(([key, row], index) => [
      key,
      { ...row, minutesByWeekday: drawn.patterns[index] ?? [] },
    ]),
  );
  const works = drawn.works.map((row, index) =>
    deadlineWork(index + 1, {
      responsibilityId: theId('responsibility', ((row.responsibility - 1) % held.length) + 1),
      earliestStart: addDays(today, row.from),
      due: addDays(today, row.from + row.days),
      likelyMinutes: hours(row.hours),
      mostMinutes: hours(row.hours),
    }),
  );
  const absences = drawn.absences.map(({ person, from, days }) => ({
    person: who(person),
    from: addDays(today, from),
    until: addDays(today, from + days),
  }));
  return withAbsences(withDeadlines({ ...facts, member }, works), absences);
};

/** Every handover that the words of the rules allow in that time. */
const allowed = (
  facts: TeamSnapshot,
  time: { from: string; until: string },
): { item: string; available: number; move: Move }[] => {
  const stepsOf = (available: number): number[] =>
    [available, 75, 50, 25].filter((step, index) => index === 0 || step < available);
  const members = Object.values(facts.member);
  const still = deriveTeamLoad(facts, today).standsStill;
  const worksIn = (personId: string, monday: string): boolean =>
    [0, 1, 2, 3, 4, 5, 6].some((weekday) => {
      const day = addDays(monday, weekday);
      const hoursOf = members.find((row) => row.personId === personId)?.minutesByWeekday ?? [];
      const isAway = Object.values(facts.absence).some(
        (row) => row.personId === personId && row.from <= day && day < row.until,
      );
      return (
        day >= time.from &&
        day < time.until &&
        !isAway &&
        !holidaysOf(Number(day.slice(0, 4))).has(day) &&
        (hoursOf[weekdayOf(day)] ?? 0) > 0
      );
    });
  const mondays: string[] = [];
  for (let monday = mondayOf(time.from); monday < time.until; monday = addDays(monday, 7)) mondays.push(monday);
  const shares = Object.values(facts.assignment).flatMap((row) =>
    row.role === 'holder'
      ? members.flatMap(({ personId }) => {
          const standsIn = Object.values(facts.assignment).some(
            (each) =>
              each.role === 'substitute' &&
              each.personId === personId &&
              each.responsibilityId === row.responsibilityId,
          );
          if (personId === row.personId || standsIn || !mondays.every((monday) => worksIn(personId, monday))) return [];
          return stepsOf(row.sharePercent).map((sharePercent) => ({
            item: row.id as string,
            available: row.sharePercent,
            move: {
              responsibilityId: row.responsibilityId,
              assignmentId: row.id,
              workId: null,
              sharePercent,
              giver: row.personId,
              receiver: personId,
            },
          }));
        })
      : [],
  );
  const works = Object.values(facts.deadlineWork).flatMap((work) => {
    const holder = Object.values(facts.assignment).find(
      (row) => row.role === 'holder' && row.responsibilityId === work.responsibilityId,
    );
    return members.flatMap(({ personId }) =>
      holder && personId !== holder.personId
        ? stepsOf(100).map((sharePercent) => ({
            item: work.id as string,
            available: 100,
            move: {
              responsibilityId: work.responsibilityId,
              assignmentId: null,
              workId: work.id,
              sharePercent,
              giver: holder.personId,
              receiver: personId,
            },
          }))
        : [],
    );
  });
  return [...shares, ...works].filter(({ move }) =>
    deriveTeamLoad(withMoves(facts, [move], { ...time, today }), today).standsStill.every(
      (minutes, week) => minutes <= (still[week] ?? 0),
    ),
  );
};

/** The size of the smallest set, by trying all of up to `most`; null when there is none. */
const byTrying = (facts: TeamSnapshot, time: { from: string; until: string }, most: number): number | null => {
  const options = allowed(facts, time);
  const anyFits = (size: number, from: number, chosen: typeof options): boolean => {
    if (size === 0)
      return fits(
        withMoves(
          facts,
          chosen.map(({ move }) => move),
          { ...time, today },
        ),
      );
    for (let index = from; index < options.length; index += 1) {
      const option = options[index];
      if (!option) continue;
      const taken = chosen.reduce(
        (sum, each) => (each.item === option.item ? sum + each.move.sharePercent : sum),
        option.move.sharePercent,
      );
      // Two steps to one receiver are one larger step.
      const again = chosen.some((each) => each.item === option.item && each.move.receiver === option.move.receiver);
      if (taken <= option.available && !again && anyFits(size - 1, index + 1, [...chosen, option])) return true;
    }
    return false;
  };
  for (let size = 1; size <= most; size += 1) if (anyFits(size, 0, [])) return size;
  return null;
};

describe('the smallest move, against trying everything', () => {
  it(
    'W2.1 W2.3 W2.4 W2.5 W2.7 no smaller set of handovers makes teams of two to four people fit',
    { timeout: 240_000 },
    () => {
      const seen = { move: 0, several: 0, stop: 0 };
      fc.assert(
        fc.property(world, (drawn) => {
          const facts = teamOf(drawn);
          const answer = smallestMove(facts, { today, steps: 30_000 });
          if (answer.kind === 'fits') {
            expect(fits(facts)).toBe(true);
            return;
          }
          const time = { from: answer.from, until: answer.until ?? '' };
          if (answer.kind === 'move') {
            seen.move += 1;
            if (answer.moves.length > 1) seen.several += 1;
            expect(answer.proven).toBe(true);
            expect(fits(withMoves(facts, answer.moves, { ...time, today }))).toBe(true);
            // As its items are agreed to, by the rules of transfers.
            const items = answer.moves.map((move, index) => ({ ...move, id: theId('transferItem', index + 1) }));
            const agreed = applyChanges(facts, movedBy(facts, { items, ...time }, today));
            expect(fits(agreed)).toBe(true);
            expect(byTrying(facts, time, Math.min(2, answer.moves.length - 1))).toBeNull();
            const options = allowed(facts, time).map(({ move }) => JSON.stringify(move));
            for (const { minutes: _, ...move } of answer.moves) expect(options).toContain(JSON.stringify(move));
          } else {
            seen.stop += 1;
            expect(byTrying(facts, time, 2)).toBeNull();
            if (answer.stops.length > 0) expect(fitsAfterStops(facts, answer)).toBe(true);
          }
        }),
        { numRuns: 50, seed: 11 },
      );
      expect(Math.min(seen.move, seen.stop)).toBeGreaterThan(5);
      expect(seen.several).toBeGreaterThan(2);
    },
  );
});
