import { addDays } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { holidaysOf, mondayOf, weekdayOf } from '@roer/domain/holidays';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { Stop } from '@roer/domain/workload/smallest-move';
import { withMoves } from '@roer/domain/workload/what-if';
import type { Move } from '@roer/domain/workload/what-if';
import { today } from './team-builder.ts';
import { fits } from './weeks-fit.ts';

/** Every handover that the words of the rules allow in that time. */
export const allowed = (
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

/**
 * The size of the smallest set, by trying all of up to `most`; null when there is none. What has to fit after a set may be told
 * otherwise.
 */
export const byTrying = (
  facts: TeamSnapshot,
  time: { from: string; until: string },
  most: number,
  fitsWith = (moves: Move[]): boolean => fits(withMoves(facts, moves, { ...time, today })),
): number | null => {
  const options = allowed(facts, time);
  const anyFits = (size: number, from: number, chosen: typeof options): boolean => {
    if (size === 0) return fitsWith(chosen.map(({ move }) => move));
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

/** Each share and each work that could stop, whole: to stop a part of it makes room for less. */
export const stopsAlone = (facts: TeamSnapshot): Stop[] => {
  const holders = Object.values(facts.assignment).filter(({ role }) => role === 'holder');
  const shares = holders.map(({ id, responsibilityId, sharePercent, personId }) => ({
    responsibilityId,
    assignmentId: id,
    workId: null,
    sharePercent,
    giver: personId,
    minutes: 0,
  }));
  const works = Object.values(facts.deadlineWork).flatMap(({ id, responsibilityId }) => {
    const holder = holders.find((row) => row.responsibilityId === responsibilityId);
    return holder
      ? [{ responsibilityId, assignmentId: null, workId: id, sharePercent: 100, giver: holder.personId, minutes: 0 }]
      : [];
  });
  return [...shares, ...works];
};
