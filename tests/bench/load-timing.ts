import { addDays } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import { deriveTeamLoad } from '@roer/domain/workload/load';
import type { TeamSnapshot } from '@roer/domain/feed';
import { pictureDay, pictureTeam } from './load-cases.ts';

export type Timed = { real: number[]; floor: number[] };

/**
 * What cannot be left out of twelve weeks: each share times its hours times its season, added up by person and week. No absence, no free day,
 * nobody who stands in, no deadline, and no answer to whether it fits.
 */
const leastWork = (snapshot: TeamSnapshot, today: string): number => {
  const sums = new Map<string, number>();
  const monday = mondayOf(today);
  for (let week = 0; week < 12; week += 1) {
    const month = Number(addDays(monday, 7 * week + 3).slice(5, 7)) - 1;
    for (const { personId, role, responsibilityId, sharePercent } of Object.values(snapshot.assignment)) {
      const about = snapshot.responsibility[responsibilityId];
      if (role !== 'holder' || !about) continue;
      const key = `${personId} ${week}`;
      const minutes = sharePercent * about.minutesAWeek * (about.season[month] ?? 100);
      sums.set(key, (sums.get(key) ?? 0) + minutes);
    }
  }
  return sums.size;
};

/** Milliseconds of the whole picture of a team, and of the least work, in turns; after as many rounds to warm up as counted ones. */
export const timePicture = (rounds: number): Timed => {
  const snapshot = pictureTeam();
  const timed: Timed = { real: [], floor: [] };
  const time = (act: () => unknown): number => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  };
  for (let round = -rounds; round < rounds; round += 1) {
    // Another object each time, as a change of the feed makes one.
    const copy = { ...snapshot, absence: { ...snapshot.absence } };
    const floor = time(() => leastWork(copy, pictureDay));
    const real = time(() => deriveTeamLoad(copy, pictureDay));
    if (round < 0) continue;
    timed.floor.push(floor);
    timed.real.push(real);
  }
  return timed;
};
