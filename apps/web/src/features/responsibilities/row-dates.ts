import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow, TeamSnapshot } from '@roer/domain/feed';
import { mondayOf } from '@roer/domain/holidays';
import type { ResponsibilityId } from '@roer/domain/ids';
import { deriveOccurrences, lastOccurrences, nextOccurrence } from '@roer/domain/responsibilities/occurrences';
import type { Occurrence } from '@roer/domain/responsibilities/occurrences';
import { activeDuties } from './active-duties.ts';
import { isEveryWorkday, rhythmOf } from './rule-rhythm.ts';

// Part of the recurrence chunk: never import it from a page.

/** The date that a row of the board tells: what still waits, else what comes first. */
export type RowDate = { occurrence: Occurrence; isEveryWorkday: boolean };

export type RowDates = {
  first: ReadonlyMap<ResponsibilityId, RowDate>;
  /** What has a date this week, settled ones too, or one that still waits from before. */
  thisWeek: ReadonlySet<ResponsibilityId>;
};

/** When each responsibility of a team asks something, for its row on the board. */
export const deriveRowDates = (snapshot: TeamSnapshot, today: LocalDate): RowDates => {
  const monday = mondayOf(today);
  const week = { from: monday, until: addDays(monday, 7), today };
  const first = new Map<ResponsibilityId, RowDate>();
  const thisWeek = new Set<ResponsibilityId>();
  for (const duty of activeDuties(snapshot, today)) {
    const occurrence = firstOf(snapshot, duty, today);
    if (occurrence) {
      const known = first.get(duty.responsibilityId);
      if (!known || occurrence.on < known.occurrence.on)
        first.set(duty.responsibilityId, { occurrence, isEveryWorkday: recursEveryWorkday(duty) });
    }
    const waits = occurrence?.state === 'overdue';
    if (waits || deriveOccurrences(snapshot.occurrence, duty, week).length > 0) thisWeek.add(duty.responsibilityId);
  }
  return { first, thisWeek };
};

const firstOf = (snapshot: TeamSnapshot, duty: DutyRow, today: LocalDate): Occurrence | null => {
  const waiting = lastOccurrences(snapshot.occurrence, duty, { today, count: 2 }).find(
    ({ state }) => state === 'overdue' || state === 'today',
  );
  return waiting ?? nextOccurrence(snapshot.occurrence, duty, { today });
};

const recursEveryWorkday = (duty: DutyRow): boolean => {
  const schedule = duty.schedules.at(-1);
  return schedule !== undefined && isEveryWorkday(rhythmOf(schedule));
};
