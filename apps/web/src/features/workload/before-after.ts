import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { LoadWeek, TeamLoad } from '@roer/domain/workload/load';
import type { Scenario } from '@roer/domain/workload/scenario';
import { askedIn } from './week-figures.ts';

/** One person in one week, as it is and as it would be; minutes. */
export type BeforeAfter = { personId: PersonId; name: string; before: number; after: number; available: number };

type Two = { now: TeamLoad; after: TeamLoad; scenario: Scenario };

/** Everybody for whom a week changes: first who asks too much of themselves, then in the order of names. */
export const changedPeople = ({ now, after, scenario }: Two, monday: LocalDate): BeforeAfter[] => {
  const rows = now.people.flatMap(({ personId, name, weeks }) => {
    const [week, later] = [
      weekOf(weeks, monday),
      weekOf(after.people.find((each) => each.personId === personId)?.weeks, monday),
    ];
    if (!week || !later) return [];
    const row = { personId, name, before: askedIn(week, scenario), after: askedIn(later, scenario) };
    return row.before === row.after ? [] : [{ ...row, available: week.available }];
  });
  const tooMuch = ({ before, available }: BeforeAfter): boolean => before > available;
  return [...rows.filter(tooMuch), ...rows.filter((row) => !tooMuch(row))];
};

const weekOf = (weeks: readonly LoadWeek[] | undefined, monday: LocalDate): LoadWeek | undefined =>
  weeks?.find((week) => week.monday === monday);

/** The week in which most changes; the one that does not fit now before the others, and the first of equals. */
export const mostChangedWeek = ({ now, after, scenario }: Two): LocalDate => {
  const changed = now.mondays.map((monday) => {
    const rows = changedPeople({ now, after, scenario }, monday);
    const excess = rows.reduce((sum, { before, available }) => sum + Math.max(0, before - available), 0);
    return { monday, excess, moved: rows.reduce((sum, row) => sum + Math.abs(row.after - row.before), 0) };
  });
  const [first] = changed.toSorted((one, other) => other.excess - one.excess || other.moved - one.moved);
  return first?.monday ?? now.mondays[0] ?? '';
};
