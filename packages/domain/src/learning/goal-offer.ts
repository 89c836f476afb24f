import { coverLevels } from './cover-level.ts';
import type { CoverLevel } from './cover-rows.ts';
import { addDays, daysBetween } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { mondayOf } from '../holidays.ts';
import type { GoalId, TeamId } from '../ids.ts';
import type { OwnLoad } from '../workload/own-load.ts';
import type { GoalState } from './goal.ts';

/** So many weeks, this one included, are near enough to do something about a goal. */
const near = 4;

type Goal = {
  id: GoalId;
  teamId: TeamId;
  state: GoalState;
  targetLevel: CoverLevel | null;
  nextMoment: LocalDate | null;
};

/**
 * What a goal offers when the weeks do not fit. `fullMonday`: the first week that does not. `easier`: the level below; null when there is
 * none. `inPlace`: paused goals of the same team. `moment`: a day in the first week that fits, the same day of the week as the next
 * moment; null when there is no moment in a full week, or no week that fits.
 */
export type GoalOffer = {
  fullMonday: LocalDate;
  easier: CoverLevel | null;
  inPlace: GoalId[];
  moment: LocalDate | null;
};

/**
 * What one's own active goal offers at `today` (rules L5.1 to L5.3); null when the coming four weeks fit, or it is not active. Work that may
 * be done in more weeks than one counts when all of it together does not fit before its end.
 */
export const deriveGoalOffer = (
  goal: Goal,
  { goals, load, today }: { goals: readonly Goal[]; load: Pick<OwnLoad, 'weeks' | 'misfit'>; today: LocalDate },
): GoalOffer | null => {
  if (goal.state !== 'active') return null;
  const isFull = fullWeeks(load);
  const fullMonday = load.weeks.slice(0, near).find(({ monday }) => isFull(monday))?.monday;
  if (fullMonday === undefined) return null;
  const below = coverLevels[goal.targetLevel === null ? -1 : coverLevels.indexOf(goal.targetLevel) - 1];
  return {
    fullMonday,
    easier: below ?? null,
    inPlace: goals
      .filter(({ id, teamId, state }) => id !== goal.id && teamId === goal.teamId && state === 'paused')
      .map(({ id }) => id),
    moment: firstThatFits(goal.nextMoment, { load, isFull, today }),
  };
};

/** A week is full by itself, or lies in the days that hold too much together. */
const fullWeeks = ({ weeks, misfit }: Pick<OwnLoad, 'weeks' | 'misfit'>) => {
  const span = misfit.likely;
  const over = new Set(weeks.filter(({ over: { likely } }) => likely > 0).map(({ monday }) => monday));
  return (monday: LocalDate): boolean =>
    over.has(monday) || (span !== null && monday < span.until && addDays(monday, 7) > span.from);
};

const firstThatFits = (
  moment: LocalDate | null,
  { load, isFull, today }: { load: Pick<OwnLoad, 'weeks'>; isFull: (monday: LocalDate) => boolean; today: LocalDate },
): LocalDate | null => {
  if (moment === null || moment < today || !isFull(mondayOf(moment))) return null;
  const week = load.weeks.find(
    ({ monday, available }) => monday > mondayOf(moment) && available > 0 && !isFull(monday),
  );
  if (!week) return null;
  return addDays(week.monday, daysBetween(mondayOf(moment), moment));
};
