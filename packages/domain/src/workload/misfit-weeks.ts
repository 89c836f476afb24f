import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { overfullIntervals } from './fits.ts';
import type { Horizon } from './horizon.ts';
import type { Scenario } from './scenario.ts';
import { jobsOf, teamWork } from './team-work.ts';
import type { TeamWork } from './team-work.ts';

/** Weeks of the horizon by number, `last` included. */
type Weeks = { first: number; last: number };

/** Days [from, until), of whole weeks; the first one of today's week is today. */
export type Stretch = { from: LocalDate; until: LocalDate };

/** Weeks that do not fit, those next to each other taken together. A longer interval around one that does not fit tells nothing more. */
const weeksOf = ({ people }: TeamWork, scenario: Scenario): Weeks[] => {
  const weeks = people.flatMap((person) => {
    const intervals = overfullIntervals(jobsOf(person, scenario), person.capacity);
    return intervals
      .filter((one) => !intervals.some((other) => other !== one && other.first >= one.first && other.last <= one.last))
      .map(({ first, last }) => ({ first: Math.floor(first / 7), last: Math.floor(last / 7) }));
  });
  const found: Weeks[] = [];
  for (const { first, last } of weeks.toSorted((one, other) => one.first - other.first || one.last - other.last)) {
    const before = found.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else found.push({ first, last });
  }
  return found;
};

const stretchOf = ({ first, last }: Weeks, { today, mondays }: Horizon): Stretch => {
  const monday = mondays[first] ?? today;
  return { from: monday > today ? monday : today, until: addDays(mondays[last] ?? today, 7) };
};

/** The stretches of weeks of a team in which somebody's work does not fit, apart from each other, the first one first (rule W2.2). */
export const misfitStretches = (
  snapshot: TeamSnapshot,
  { today, scenario = 'likely' }: { today: LocalDate; scenario?: Scenario },
): Stretch[] => {
  const work = teamWork(snapshot, today);
  return weeksOf(work, scenario).map((weeks) => stretchOf(weeks, work.horizon));
};

/** From the first to the last week that does not fit; null when all do. */
export const misfitSpan = (work: TeamWork, scenario: Scenario): Stretch | null => {
  const weeks = weeksOf(work, scenario);
  const [first, last] = [weeks[0], weeks.at(-1)];
  return first && last ? stretchOf({ first: first.first, last: last.last }, work.horizon) : null;
};
