import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonLoad, TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';

/**
 * What of a picture does not fit. `weeks`: the Mondays of weeks that ask more than somebody has. `together`: the Mondays of weeks
 * that each fit and together do not, for somebody; empty when there are `weeks`.
 */
export type FullWeeks = { weeks: LocalDate[]; together: LocalDate[] };

export const fullWeeksOf = ({ mondays, people }: TeamLoad, scenario: Scenario): FullWeeks => {
  const weeks = mondays.filter((_, week) => people.some((person) => (person.weeks[week]?.over[scenario] ?? 0) > 0));
  const [misfit] = people.flatMap((person) => person.misfit[scenario] ?? []);
  return { weeks, together: weeks.length > 0 || !misfit ? [] : weeksBetween(misfit) };
};

/** The Mondays of the weeks in which the days [from, until) lie. */
export const weeksBetween = ({ from, until }: { from: LocalDate; until: LocalDate }): LocalDate[] => {
  const mondays: LocalDate[] = [];
  for (let monday = mondayOf(from); monday < until; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
};

/** Days that do not fit by more than the columns of their weeks show: because of work that can be done in more weeks, or in part of one. */
export const hiddenMisfit = (person: PersonLoad, scenario: Scenario): PersonLoad['misfit'][Scenario] => {
  const misfit = person.misfit[scenario];
  if (!misfit) return null;
  const mondays = weeksBetween(misfit);
  const shown = person.weeks
    .filter(({ monday }) => mondays.includes(monday))
    .reduce((sum, { over }) => sum + over[scenario], 0);
  // Columns are rounded each.
  return misfit.excess > shown + mondays.length ? misfit : null;
};
