import type { LocalDate } from '@roer/domain/dates';
import { permitsAreas, type PermitsMember } from './content/permits.ts';
import { seasons } from './content/words.ts';
import type { PlannedMember, PlannedResponsibility } from './plan.ts';

/** The plan of the team of the drawings: nothing of it is left to chance. */
export const planPermits = (options: {
  today: LocalDate;
  member: (name: PermitsMember) => PlannedMember;
}): { name: string; responsibilities: PlannedResponsibility[] }[] => {
  const { today, member } = options;
  const comingYear = String(Number(today.slice(0, 4)) + 1);
  return permitsAreas.map((area) => ({
    name: area.name,
    responsibilities: area.responsibilities.map(({ holders, substitutes, earlier, ...words }) => ({
      title: words.title.replace('{komend jaar}', comingYear),
      purpose: words.purpose,
      criticality: words.criticality,
      minutesAWeek: words.hours * 60,
      season: seasons[words.season ?? 'even'],
      holders: holders.map(([name, sharePercent]) => ({ member: member(name), sharePercent })),
      substitutes: substitutes.map(member),
      ...(earlier
        ? {
            earlier: {
              member: member(earlier.holder),
              untilDaysAgo: earlier.untilDaysAgo,
              minutesAWeek: earlier.hours * 60,
              hoursUntilDaysAgo: earlier.hoursUntilDaysAgo,
            },
          }
        : {}),
    })),
  }));
};
