import type { LocalDate } from '@roer/domain/dates';
import type { ResponsibilityRow } from '@roer/domain/feed';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import type { StandsStill } from '@roer/domain/workload/stands-still';

/** One responsibility that nobody present sees to: on how many working days, from which, and which of its dates that hits. */
export type StillLine = {
  responsibility: ResponsibilityRow;
  workdays: number;
  firstDay: LocalDate | null;
  dates: { title: string; on: Occurrence['on'][] }[];
};

/** What stands still, by responsibility: its days and its dates are one thing to arrange. */
export const stillLines = ({
  responsibilities,
  dates,
}: Pick<StandsStill, 'responsibilities' | 'dates'>): StillLine[] => {
  const lines = new Map<string, StillLine>(
    responsibilities.map(({ responsibility, workdays, firstDay }) => [
      responsibility.id,
      { responsibility, workdays, firstDay, dates: [] },
    ]),
  );
  for (const { responsibility, occurrence } of dates) {
    const line = lines.get(responsibility.id) ?? { responsibility, workdays: 0, firstDay: null, dates: [] };
    const duty = line.dates.find(({ title }) => title === occurrence.duty.title);
    if (duty) duty.on.push(occurrence.on);
    else line.dates.push({ title: occurrence.duty.title, on: [occurrence.on] });
    lines.set(responsibility.id, line);
  }
  return [...lines.values()];
};
