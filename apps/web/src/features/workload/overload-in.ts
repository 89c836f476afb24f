import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId } from '@roer/domain/ids';
import { deriveOwnLoad } from '@roer/domain/workload/own-load';
import type { OrganisingEstimate, OwnLoad } from '@roer/domain/workload/own-load';
import { askedIn } from './week-figures.ts';

/**
 * The week that would be fullest, in minutes: what it would ask, what somebody has, and how much that is too much. `days` when each week
 * fits and only some days [from, until) together do not; `monday` is then of the first of them.
 */
export type Overload = {
  monday: LocalDate;
  days: { from: LocalDate; until: LocalDate } | null;
  planned: number;
  available: number;
  excess: number;
};

/** Whose weeks they are, with what they wrote down about organising. */
export type Whose = { personId: PersonId; today: LocalDate; estimates: readonly OrganisingEstimate[] };

/** What was fuller than one's hours already is not asked about, unless it gets fuller (rule W2.9). */
export const overloadIn = (before: OwnLoad, after: OwnLoad): Overload | null => {
  const fuller = after.weeks.filter(({ over }, week) => over.likely > (before.weeks[week]?.over.likely ?? 0));
  const [fullest] = fuller.toSorted((one, other) => other.over.likely - one.over.likely);
  if (fullest) {
    const { monday, available, over } = fullest;
    return { monday, days: null, planned: askedIn(fullest, 'likely'), available, excess: over.likely };
  }
  // Each week fits by itself, and yet some days together do not.
  const { likely } = after.misfit;
  if (!likely || likely.excess <= (before.misfit.likely?.excess ?? 0)) return null;
  const { from, until, demand, capacity, excess } = likely;
  return { monday: mondayOf(from), days: { from, until }, planned: demand, available: capacity, excess };
};

/** What would still be too much of that week, in minutes, with a team as it would be then. */
export const excessWith = ({
  overload,
  teams,
  whose,
}: {
  overload: Overload;
  teams: readonly TeamSnapshot[];
  whose: Whose;
}): number => {
  const { weeks, misfit } = deriveOwnLoad(teams, whose);
  if (overload.days) return misfit.likely?.excess ?? 0;
  return weeks.find(({ monday }) => monday === overload.monday)?.over.likely ?? 0;
};
