import type { LocalDate } from '../dates.ts';
import type { ResponsibilityRow, TeamSnapshot } from '../feed.ts';
import { deriveOccurrences, inOrderOfDay } from './occurrences.ts';
import type { Occurrence } from './occurrences.ts';

/** The year of one responsibility: for each month, January first, the dates of its duties that are due in it. */
export type ResponsibilityYear = { responsibility: ResponsibilityRow; months: Occurrence[][] };

/**
 * The calendar year of a team, or of some of its responsibilities (rule R3.12): past dates as they went, coming ones as the
 * rules give them. In the order of the given responsibilities; those without any date that year are there with empty months.
 */
export const deriveYear = (
  snapshot: TeamSnapshot,
  { year, today, responsibilities }: { year: number; today: LocalDate; responsibilities: readonly ResponsibilityRow[] },
): ResponsibilityYear[] => {
  const range = { from: `${year}-01-01`, until: `${year + 1}-01-01`, today };
  return responsibilities.map((responsibility) => {
    const months: Occurrence[][] = Array.from({ length: 12 }, () => []);
    const dates = Object.values(snapshot.duty)
      .filter((duty) => duty.responsibilityId === responsibility.id)
      .flatMap((duty) => deriveOccurrences(snapshot.occurrence, duty, range))
      .toSorted(inOrderOfDay);
    for (const occurrence of dates) months[Number(occurrence.on.slice(5, 7)) - 1]?.push(occurrence);
    return { responsibility, months };
  });
};
