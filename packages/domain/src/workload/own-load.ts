import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import { mondayOf } from '../holidays.ts';
import type { PersonId } from '../ids.ts';
import { daysAhead, horizonOf, partsAMinute, weeksAhead } from './horizon.ts';
import { describeLoad } from './load.ts';
import type { PersonLoad } from './load.ts';
import { teamWork } from './team-work.ts';
import type { PersonWork } from './team-work.ts';

/** What somebody wrote down about one week: minutes that went, or will go, to organising. Private to that person. */
export type OrganisingEstimate = { monday: LocalDate; minutes: number };

/** The picture of oneself, over all teams. */
export type OwnLoad = Pick<PersonLoad, 'weeks' | 'misfit' | 'wide'>;

/** So many weeks before this one tell what organising takes. */
const weeksBack = 8;

/**
 * The minutes of organising that somebody may expect in a week: the median of what they wrote down about the eight weeks before that of
 * `today` (rule W1.11). Weeks without a figure do not count; 0 when there is none.
 */
export const organisingForecast = (estimates: readonly OrganisingEstimate[], today: LocalDate): number => {
  const monday = mondayOf(today);
  const since = addDays(monday, -7 * weeksBack);
  const known = estimates
    .filter((estimate) => estimate.monday >= since && estimate.monday < monday)
    .map(({ minutes }) => minutes)
    .toSorted((one, other) => one - other);
  const middle = known.slice(Math.floor((known.length - 1) / 2), Math.floor(known.length / 2) + 1);
  return known.length === 0 ? 0 : Math.round(middle.reduce((sum, minutes) => sum + minutes, 0) / middle.length);
};

/**
 * The twelve weeks of one person over all their teams, for their own eyes only (rules W1.3, W1.11): the sum of what they carry and of
 * the time they have, with their own estimate of organising; a week that they wrote about themselves has that.
 */
export const deriveOwnLoad = (
  teams: readonly TeamSnapshot[],
  {
    personId,
    today,
    estimates = [],
  }: { personId: PersonId; today: LocalDate; estimates?: readonly OrganisingEstimate[] },
): OwnLoad => {
  const horizon = horizonOf({ team: {} }, today);
  const forecast = organisingForecast(estimates, today);
  const written = new Map(estimates.map(({ monday, minutes }) => [monday, minutes]));
  const expected = horizon.mondays.map((monday) => written.get(monday) ?? forecast);
  const mine = teams.flatMap((team) => teamWork(team, today).people.filter((person) => person.personId === personId));
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);
  const sum = (length: number, rows: readonly (readonly number[])[]): number[] =>
    zeros(length).map((_, index) => rows.reduce((total, row) => total + (row[index] ?? 0), 0));
  const all: PersonWork = {
    personId,
    name: '',
    contract: sum(
      weeksAhead,
      mine.map(({ contract }) => contract),
    ),
    capacity: sum(
      daysAhead,
      mine.map(({ capacity }) => capacity),
    ),
    recurring: sum(
      weeksAhead,
      mine.map(({ recurring }) => recurring),
    ),
    organising: sum(
      weeksAhead,
      mine.map(({ organising }) => organising),
    ),
    deadlines: mine.flatMap(({ deadlines }) => deadlines).toSorted((one, other) => one.last - other.last),
    estimate: expected.map((minutes) => minutes * partsAMinute),
  };
  const { weeks, misfit, wide } = describeLoad(all, horizon);
  return { weeks, misfit, wide };
};
