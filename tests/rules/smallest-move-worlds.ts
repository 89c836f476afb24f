import * as fc from 'fast-check';
import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { deadlineWork, withAbsences, withDeadlines } from './load-builder.ts';
import { aTeam, responsibility, theId, today } from './team-builder.ts';

const hours = (count: number): number => 60 * count;
const share = fc.constantFrom(100, 100, 50);
/** A team of two to four people, with part-time, absences, substitutes and work with deadlines. */
export const world = fc.record({
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

/** The first of two people has far too much in small pieces. */
export const laden: fc.Arbitrary<World> = world.chain((drawn) =>
  fc.array(fc.integer({ min: 7, max: 13 }), { minLength: 5, maxLength: 6 }).map((pieces) => ({
    ...drawn,
    people: 2,
    carried: pieces.map((each) => ({ person: 1, hours: each, share: 100 })),
    substitutes: [],
  })),
);

export const teamOf = (drawn: World): TeamSnapshot => {
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
