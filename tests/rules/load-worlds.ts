import * as fc from 'fast-check';
import { addDays } from '@roer/domain/dates';
import type { DelegationRow, TeamSnapshot } from '@roer/domain/feed';
import { deadlineWork, withAbsences, withDeadlines, withOwnHolidays } from './load-builder.ts';
import { aTeam, responsibility, theId } from './team-builder.ts';

/** Weeks with the change of the clock, with week 53, with Christmas, Easter and Ascension Day, and plain ones. */
const today = fc.constantFrom('2026-03-25', '2026-09-07', '2026-10-22', '2026-11-27', '2026-12-30', '2027-03-15');
const pattern = fc.constantFrom<number[]>(
  [480, 480, 480, 480, 0, 0, 0],
  [432, 432, 432, 432, 432, 0, 0],
  [0, 0, 240, 0, 480, 0, 0],
  [480, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 0, 0, 0, 0],
  [0, 300, 0, 0, 0, 200, 0],
);
const people = 4;
export const person = fc.integer({ min: 1, max: people });
export const world = fc.record({
  today,
  patterns: fc.array(pattern, { minLength: people, maxLength: people }),
  since: fc.array(fc.integer({ min: -300, max: 40 }), { minLength: people, maxLength: people }),
  hours: fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 900 }), season: fc.constantFrom(0, 50, 100, 133) }), {
    minLength: 3,
    maxLength: 3,
  }),
  carried: fc.array(
    fc.record({
      person,
      responsibility: fc.integer({ min: 1, max: 3 }),
      role: fc.constantFrom('holder' as const, 'substitute' as const),
      share: fc.constantFrom(20, 33, 50, 100),
      since: fc.integer({ min: -100, max: 20 }),
    }),
    { maxLength: 8 },
  ),
  absences: fc.array(
    fc.record({ person, from: fc.integer({ min: -5, max: 80 }), days: fc.integer({ min: 1, max: 20 }) }),
    {
      maxLength: 4,
    },
  ),
  delegations: fc.array(
    fc.record({
      row: fc.nat(7),
      to: person,
      share: fc.constantFrom(10, 50, 100),
      from: fc.integer({ min: -20, max: 80 }),
      days: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 3 },
  ),
  ownHolidays: fc.array(fc.integer({ min: 0, max: 83 }), { maxLength: 5 }),
  works: fc.array(
    fc.record({
      responsibility: fc.integer({ min: 1, max: 3 }),
      from: fc.integer({ min: -20, max: 90 }),
      days: fc.integer({ min: 0, max: 30 }),
      minutes: fc.integer({ min: 0, max: 3000 }),
      person,
      percent: fc.constantFrom(0, 40, 100),
    }),
    { maxLength: 3 },
  ),
});
export type World = typeof world extends fc.Arbitrary<infer Drawn> ? Drawn : never;

export const teamOf = (drawn: World): TeamSnapshot => {
  const seen = new Set<string>();
  // One person has one role for one responsibility.
  const carried = drawn.carried.filter(({ person: who, responsibility: which }) => {
    const key = `${who} ${which}`;
    return !seen.has(key) && seen.add(key);
  });
  const team = aTeam({
    people,
    responsibilities: drawn.hours.map(({ minutes, season }, index) =>
      responsibility(index + 1, {
        minutesAWeek: minutes,
        season: Array.from({ length: 12 }, (_, month) => (month % 2 === 0 ? season : 100)),
      }),
    ),
    carried: carried.map((row) => ({ ...row, from: addDays(drawn.today, row.since) })),
  });
  const member = Object.fromEntries(
    Object.entries(team.member).map(([key, row], index) => [
      key,
      { ...row, minutesByWeekday: drawn.patterns[index] ?? [], from: addDays(drawn.today, drawn.since[index] ?? 0) },
    ]),
  );
  const delegations = drawn.delegations.flatMap(({ row, to, share, from, days: length }, index): DelegationRow[] => {
    const given = Object.values(team.assignment)[row];
    if (!given || given.personId === theId('person', to)) return [];
    const begin = addDays(drawn.today, from);
    return [
      {
        id: theId('delegation', index + 1),
        responsibilityId: given.responsibilityId,
        assignmentId: given.id,
        fromPersonId: given.personId,
        toPersonId: theId('person', to),
        sharePercent: share,
        from: begin,
        until: addDays(begin, length),
      },
    ];
  });
  const works = drawn.works.map(({ responsibility: which, from, days: length, minutes, person: who, percent }, index) =>
    deadlineWork(index + 1, {
      responsibilityId: theId('responsibility', which),
      earliestStart: addDays(drawn.today, from),
      due: addDays(drawn.today, from + length),
      leastMinutes: minutes,
      likelyMinutes: minutes,
      mostMinutes: minutes,
      shares: percent === 0 ? [] : [{ personId: theId('person', who), percent }],
    }),
  );
  const absences = drawn.absences.map(({ person: who, from, days: length }) => ({
    person: who,
    from: addDays(drawn.today, from),
    until: addDays(drawn.today, from + length),
  }));
  const facts: TeamSnapshot = {
    ...team,
    member,
    delegation: Object.fromEntries(delegations.map((row) => [row.id, row])),
  };
  return withOwnHolidays(
    withAbsences(withDeadlines(facts, works), absences),
    drawn.ownHolidays.map((day) => addDays(drawn.today, day)),
  );
};
