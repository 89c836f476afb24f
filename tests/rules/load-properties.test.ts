import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, holdsOn } from '@roer/domain/dates';
import { holidaysOf, mondayOf, weekdayOf } from '@roer/domain/holidays';
import type { TeamSnapshot } from '@roer/domain/feed';
import { explainWeek } from '@roer/domain/workload/explain-week';
import { overfullIntervals, largestOverfull } from '@roer/domain/workload/fits';
import type { Job } from '@roer/domain/workload/fits';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import { person, teamOf, world } from './load-worlds.ts';
import { theId } from './team-builder.ts';

/** Does all of it day by day, the work that is due first first: when that leaves nothing undone it fits. */
const canBeDone = (jobs: readonly Job[], capacity: readonly number[]): boolean => {
  const left = jobs.map(({ parts }) => parts / 10_000);
  return capacity.every((minutes, day) => {
    let time = minutes;
    const now = [...jobs.keys()]
      .filter((index) => (jobs[index]?.first ?? 0) <= day && (left[index] ?? 0) > 0)
      .toSorted((one, other) => (jobs[one]?.last ?? 0) - (jobs[other]?.last ?? 0));
    for (const index of now) {
      const done = Math.min(time, left[index] ?? 0);
      left[index] = (left[index] ?? 0) - done;
      time -= done;
    }
    return jobs.every(({ last }, index) => last > day || (left[index] ?? 0) === 0);
  });
};

const days = 21;
const job = fc.record({
  first: fc.nat(days - 1),
  length: fc.nat(9),
  minutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
});
const jobsOf = (jobs: readonly { first: number; length: number; minutes: number }[]): Job[] =>
  jobs.map(({ first, length, minutes }) => ({ first, last: first + length, parts: minutes * 10_000 }));

describe('whether it fits, against doing it day by day', () => {
  it('W1.9 no interval is too full exactly when all of it can be done in time', () => {
    let fitting = 0;
    fc.assert(
      fc.property(
        fc.array(job, { maxLength: 9 }),
        fc.array(fc.nat(5), { minLength: days, maxLength: days }),
        (drawn, capacity) => {
          const jobs = jobsOf(drawn).filter(({ last }) => last < days);
          const overfull = overfullIntervals(jobs, capacity);
          if (overfull.length === 0) fitting += 1;
          expect(overfull.length === 0).toBe(canBeDone(jobs, capacity));
        },
      ),
      { numRuns: 3000 },
    );
    expect(fitting).toBeGreaterThan(200);
  });

  it('W1.9 names the interval with the largest excess of all, the first and the shortest of equals', () => {
    fc.assert(
      fc.property(
        fc.array(job, { maxLength: 7 }),
        fc.array(fc.nat(3), { minLength: days, maxLength: days }),
        (drawn, capacity) => {
          const jobs = jobsOf(drawn).filter(({ last }) => last < days);
          const all = capacity.flatMap((_, first) =>
            capacity.slice(first).map((__, length) => {
              const last = first + length;
              const demand = jobs.reduce(
                (sum, each) => (each.first >= first && each.last <= last ? sum + each.parts / 10_000 : sum),
                0,
              );
              const has = capacity.slice(first, last + 1).reduce((sum, minutes) => sum + minutes, 0);
              return { first, last, demand, capacity: has, excess: demand - has };
            }),
          );
          const most = Math.max(...all.map(({ excess }) => excess));
          const named = largestOverfull(overfullIntervals(jobs, capacity));
          expect(named?.excess ?? 0).toBe(Math.max(0, most));
          if (!named) return;
          // Intervals that begin and end with the window of some work; others with as much excess are around these.
          const equals = all.filter(
            ({ excess, first, last }) =>
              excess === most &&
              jobs.some((each) => each.parts > 0 && each.first === first) &&
              jobs.some((each) => each.parts > 0 && each.last === last),
          );
          expect(equals).toContainEqual(named);
          expect(
            equals.every(({ first, last }) => first > named.first || (first === named.first && last >= named.last)),
          ).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** Who carries how much of what on a day, by the words of R4.8: what is given on that day is with whom it is given to. */
const carriersOn = (facts: TeamSnapshot, day: string) => {
  const rows = Object.values(facts.assignment).map(({ id, responsibilityId, personId, role, sharePercent, from }) => ({
    id: id as string,
    responsibilityId,
    personId,
    role,
    share: sharePercent,
    from,
  }));
  for (const given of Object.values(facts.delegation).filter((each) => holdsOn(each, day))) {
    const row = rows.find(({ id }) => id === given.assignmentId);
    if (!row || row.share === 0) continue;
    const share = Math.min(given.sharePercent, row.share);
    row.share -= share;
    const theirs = rows.find(
      (each) =>
        each.share > 0 &&
        each.responsibilityId === row.responsibilityId &&
        each.personId === given.toPersonId &&
        each.role === row.role,
    );
    if (theirs) theirs.share = Math.min(100, theirs.share + share);
    else rows.push({ ...row, id: given.id, personId: given.toPersonId, share, from: given.from });
  }
  return rows.filter(({ share, from }) => share > 0 && from <= day);
};

/** The recurring minutes of a week by the words of the rules, day by day in plain fractions; null for what stands still. */
const recurringByHand = (facts: TeamSnapshot, monday: string): Map<string | null, number> => {
  const own = new Set(Object.values(facts.team).flatMap(({ ownHolidays }) => ownHolidays));
  const isFree = (day: string): boolean => own.has(day) || holidaysOf(Number(day.slice(0, 4))).has(day);
  const week = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(monday, day));
  const isThere = (personId: string, day: string): boolean =>
    Object.values(facts.member).some((row) => row.personId === personId && holdsOn(row, day)) &&
    !Object.values(facts.absence).some((row) => row.personId === personId && holdsOn(row, day));
  const weight = (personId: string, day: string): number => {
    const hours = Object.values(facts.member).find((row) => row.personId === personId)?.minutesByWeekday ?? [];
    if (isFree(day)) return 0;
    if (hours.some((minutes) => minutes > 0)) return hours[weekdayOf(day)] ?? 0;
    return weekdayOf(day) < 5 ? 1 : 0;
  };
  const sums = new Map<string | null, number>();
  const add = (who: string | null, minutes: number): void => {
    sums.set(who, (sums.get(who) ?? 0) + minutes);
  };
  for (const day of week)
    for (const row of carriersOn(facts, day)) {
      const about = facts.responsibility[row.responsibilityId];
      const all = week.reduce((sum, each) => sum + weight(row.personId, each), 0);
      if (!about || row.role !== 'holder' || all === 0) continue;
      const month = Number(addDays(monday, 3).slice(5, 7)) - 1;
      const minutes =
        (((row.share / 100) * about.minutesAWeek * (about.season[month] ?? 0)) / 100) *
        (weight(row.personId, day) / all);
      if (minutes === 0) continue;
      const standIns = carriersOn(facts, day).filter(
        (each) =>
          each.responsibilityId === row.responsibilityId && each.role === 'substitute' && isThere(each.personId, day),
      );
      if (isThere(row.personId, day)) add(row.personId, minutes);
      else if (standIns.length === 0) add(null, minutes);
      else for (const each of standIns) add(each.personId, minutes / standIns.length);
    }
  return sums;
};

describe('twelve weeks of random teams, against counting day by day', () => {
  it('W1.1 W1.2 W1.4 W1.6 R4.8 are what the rules say, with leave, part-time weeks, seasons, free days, and work given for a while', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const facts = teamOf(drawn);
        const load = deriveTeamLoad(facts, drawn.today);
        const own = new Set(Object.values(facts.team).flatMap(({ ownHolidays }) => ownHolidays));
        for (const [index, monday] of load.mondays.entries()) {
          expect(monday).toBe(addDays(mondayOf(drawn.today), 7 * index));
          const byHand = recurringByHand(facts, monday);
          expect(Math.abs((load.standsStill[index] ?? 0) - (byHand.get(null) ?? 0))).toBeLessThan(0.6);
          for (const { personId, weeks } of load.people) {
            expect(Math.abs((weeks[index]?.recurring ?? 0) - (byHand.get(personId) ?? 0)), monday).toBeLessThan(0.6);
            const member = Object.values(facts.member).find((row) => row.personId === personId);
            const available = [0, 1, 2, 3, 4, 5, 6]
              .map((day) => addDays(monday, day))
              .filter(
                (day) =>
                  member &&
                  holdsOn(member, day) &&
                  !own.has(day) &&
                  !holidaysOf(Number(day.slice(0, 4))).has(day) &&
                  !Object.values(facts.absence).some((row) => row.personId === personId && holdsOn(row, day)),
              )
              .reduce((sum, day) => sum + (member?.minutesByWeekday[weekdayOf(day)] ?? 0), 0);
            expect(weeks[index]?.available).toBe(available);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('W1.5 W1.8 W1.9 W1.10 every minute of a work is somebody’s, in a column or beside it, and what does not fit cannot be done', () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const facts = teamOf(drawn);
        const { people: all, mondays } = deriveTeamLoad(facts, drawn.today);
        const start = mondays[0] ?? '';
        const end = addDays(start, 84);
        const told = all.reduce(
          (sum, { weeks, wide }) =>
            sum +
            weeks.reduce((total, { deadline }) => total + deadline.likely, 0) +
            wide.reduce((total, { minutes }) => total + minutes.likely, 0),
          0,
        );
        const isAsked = (work: TeamSnapshot['deadlineWork'][string]): boolean => {
          const isHeld = Object.values(facts.assignment).some(
            (row) =>
              row.role === 'holder' &&
              row.responsibilityId === work.responsibilityId &&
              row.from <= (work.due < drawn.today ? drawn.today : work.due),
          );
          return (work.shares[0]?.percent === 100 || isHeld) && work.earliestStart < end;
        };
        const partly = Object.values(facts.deadlineWork).some((work) => !isAsked(work) && work.shares.length > 0);
        const minutes = Object.values(facts.deadlineWork)
          .filter(isAsked)
          .reduce((sum, { likelyMinutes }) => sum + likelyMinutes, 0);
        if (!partly) expect(Math.abs(told - minutes)).toBeLessThan(20);
        for (const { weeks, wide, misfit } of all) {
          for (const { over } of weeks)
            if (over.likely > 0) expect(misfit.likely?.excess ?? 0).toBeGreaterThanOrEqual(over.likely);
          for (const { from, until } of wide) expect(mondayOf(from) < mondayOf(addDays(until, -1))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('W1.2 W1.8 W1.9 W1.12 somebody’s twelve weeks fit exactly when they can do all of it day by day', () => {
    const seen = { fits: 0, not: 0 };
    fc.assert(
      fc.property(world, person, (drawn, who) => {
        const facts = teamOf(drawn);
        const personId = theId('person', who);
        const { people: all, mondays } = deriveTeamLoad(facts, drawn.today);
        const mine = all.find((each) => each.personId === personId);
        if (!mine) return;
        const start = mondays[0] ?? '';
        const dates = Array.from({ length: 84 }, (_, day) => addDays(start, day));
        const windowOf = (workId: string): { first: number; last: number } => {
          const { earliestStart, due } = facts.deadlineWork[workId] ?? { earliestStart: '', due: '' };
          const now = dates.indexOf(drawn.today);
          const last = due < drawn.today ? 6 : dates.indexOf(due);
          return {
            first: Math.min(Math.max(now, dates.indexOf(earliestStart)), last < 0 ? 99 : last),
            last: last < 0 ? 99 : last,
          };
        };
        const works = [
          ...mine.wide.map(({ workId, minutes }) => ({ workId, minutes })),
          ...mondays.flatMap((monday) => explainWeek(facts, { personId, monday, today: drawn.today })?.deadline ?? []),
        ].map(({ workId, minutes }) => ({ ...windowOf(workId), parts: minutes.likely * 10_000 }));
        const jobs = [
          ...mine.weeks.map(({ recurring }, week) => ({
            first: 7 * week,
            last: 7 * week + 6,
            parts: recurring * 10_000,
          })),
          ...works.filter(({ last }) => last < 84),
        ];
        const own = new Set(Object.values(facts.team).flatMap(({ ownHolidays }) => ownHolidays));
        const member = Object.values(facts.member).find((row) => row.personId === personId);
        const capacity = dates.map((day) => {
          const isFree = own.has(day) || holidaysOf(Number(day.slice(0, 4))).has(day);
          const isAway = Object.values(facts.absence).some((row) => row.personId === personId && holdsOn(row, day));
          return !member || isFree || isAway || !holdsOn(member, day)
            ? 0
            : (member.minutesByWeekday[weekdayOf(day)] ?? 0);
        });
        // Told minutes are rounded: around the edge nothing is said.
        if (mine.misfit.likely === null) {
          seen.fits += 1;
          expect(
            canBeDone(
              jobs,
              capacity.map((minutes) => (minutes > 0 ? minutes + 10 : minutes)),
            ),
          ).toBe(true);
        } else if (mine.misfit.likely.excess > 20) {
          seen.not += 1;
          expect(canBeDone(jobs, capacity)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.fits, seen.not)).toBeGreaterThan(50);
  });

  it('W1.12 every week is the sum of its parts', () => {
    fc.assert(
      fc.property(world, fc.nat(11), person, (drawn, week, who) => {
        const facts = teamOf(drawn);
        const { people: all, mondays } = deriveTeamLoad(facts, drawn.today);
        const personId = theId('person', who);
        const told = all.find((each) => each.personId === personId)?.weeks[week];
        const said = explainWeek(facts, { personId, monday: mondays[week] ?? '', today: drawn.today });
        const sum = (minutes: readonly number[] = []): number => minutes.reduce((total, each) => total + each, 0);
        expect(sum(said?.recurring.map(({ minutes }) => minutes))).toBe(told?.recurring);
        expect(sum(said?.deadline.map(({ minutes }) => minutes.most))).toBe(told?.deadline.most);
        expect(sum(said?.less.map(({ minutes }) => minutes))).toBe((told?.contract ?? 0) - (told?.available ?? 0));
      }),
      { numRuns: 400 },
    );
  });
});
