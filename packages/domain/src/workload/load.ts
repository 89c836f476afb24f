import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot } from '../feed.ts';
import type { DeadlineWorkId, PersonId, ResponsibilityId } from '../ids.ts';
import { largestOverfull, overfullIntervals } from './fits.ts';
import { inMinutes } from './horizon.ts';
import type { Horizon } from './horizon.ts';
import { bandOf } from './load-band.ts';
import type { LoadBand } from './load-band.ts';
import { perScenario } from './scenario.ts';
import type { PerScenario } from './scenario.ts';
import { jobsOf, teamWork } from './team-work.ts';
import type { DeadlinePart, PersonWork } from './team-work.ts';

/**
 * One week of one person, in whole minutes. `contract`: by their hours. `available`: less absence and free days. `recurring`: what
 * comes back every week, of which `organising` is organising. `estimate`: organising as somebody expects it themselves; 0 in a picture of a
 * team. `deadline`: work with a deadline that can only be done in this week. `over`: all of that together above `available`; 0 when it fits.
 */
export type LoadWeek = {
  monday: LocalDate;
  contract: number;
  available: number;
  recurring: number;
  organising: number;
  estimate: number;
  deadline: PerScenario<number>;
  over: PerScenario<number>;
  band: PerScenario<LoadBand>;
};

/** The days [from, until) in which somebody has most minutes too many. */
export type Misfit = { from: LocalDate; until: LocalDate; demand: number; capacity: number; excess: number };

/**
 * Somebody's part of a work with a deadline that can be done in more weeks than one, or beyond these twelve; [from, until) are the days
 * on which it can be done.
 */
export type WideWork = {
  workId: DeadlineWorkId;
  responsibilityId: ResponsibilityId;
  title: string;
  from: LocalDate;
  until: LocalDate;
  percent: number;
  minutes: PerScenario<number>;
};

export type PersonLoad = {
  personId: PersonId;
  name: string;
  weeks: LoadWeek[];
  /** The days that do not fit; null when all twelve weeks do. */
  misfit: PerScenario<Misfit | null>;
  /** In the order in which they are due. */
  wide: WideWork[];
};

/** Twelve weeks of a team. `standsStill`: minutes a week of recurring work that nobody does because who carries it is away. */
export type TeamLoad = { mondays: LocalDate[]; people: PersonLoad[]; standsStill: number[] };

/**
 * What everybody of a team carries and the time they have for it, in twelve weeks from that of `today` (rules W1.1 to W1.10). Members
 * in the order of their names. The team may see all of it (rule W1.3).
 */
export const deriveTeamLoad = (snapshot: TeamSnapshot, today: LocalDate): TeamLoad => {
  const { horizon, people, standsStill } = teamWork(snapshot, today);
  return {
    mondays: horizon.mondays,
    people: people.map((person) => describeLoad(person, horizon)),
    standsStill: standsStill.map(inMinutes),
  };
};

/** The picture of one person from what they carry. */
export const describeLoad = (work: PersonWork, horizon: Horizon): PersonLoad => ({
  personId: work.personId,
  name: work.name,
  weeks: horizon.mondays.map((monday, week) => describeWeek(work, monday, week)),
  misfit: perScenario((scenario) => {
    const most = largestOverfull(overfullIntervals(jobsOf(work, scenario), work.capacity));
    if (!most) return null;
    const { first, last, ...minutes } = most;
    return { from: dateOf(horizon, first), until: dateOf(horizon, last + 1), ...minutes };
  }),
  wide: work.deadlines.filter(isWide).map((part) => describeWide(part, horizon)),
});

const describeWeek = (work: PersonWork, monday: LocalDate, week: number): LoadWeek => {
  const available = work.capacity.slice(7 * week, 7 * week + 7).reduce((sum, minutes) => sum + minutes, 0);
  const estimate = inMinutes(work.estimate[week] ?? 0);
  const recurring = inMinutes(work.recurring[week] ?? 0);
  const parts = (work.recurring[week] ?? 0) + (work.estimate[week] ?? 0);
  const here = work.deadlines.filter((part) => !isWide(part) && Math.floor(part.first / 7) === week);
  const column = perScenario((scenario) => inMinutes(here.reduce((sum, part) => sum + part.parts[scenario], parts)));
  return {
    monday,
    contract: work.contract[week] ?? 0,
    available,
    recurring,
    organising: inMinutes(work.organising[week] ?? 0),
    estimate,
    // Rounded together, so that the two make up what has to fit.
    deadline: perScenario((scenario) => column[scenario] - recurring - estimate),
    over: perScenario((scenario) => Math.max(0, column[scenario] - available)),
    band: perScenario((scenario) => bandOf(column[scenario], available)),
  };
};

/** Whether a work can be done in more weeks than one (rule W1.10). */
export const isWide = ({ first, last }: Pick<DeadlinePart, 'first' | 'last'>): boolean =>
  Math.floor(first / 7) !== Math.floor(last / 7);

export const describeWide = ({ row, first, last, percent, parts }: DeadlinePart, horizon: Horizon): WideWork => ({
  workId: row.id,
  responsibilityId: row.responsibilityId,
  title: row.title,
  from: dateOf(horizon, first),
  until: dateOf(horizon, last + 1),
  percent,
  minutes: perScenario((scenario) => inMinutes(parts[scenario])),
});

/** The date of a day of the horizon, or of one behind it. */
const dateOf = ({ days, mondays: [monday = ''] }: Horizon, day: number): LocalDate => days[day] ?? addDays(monday, day);
