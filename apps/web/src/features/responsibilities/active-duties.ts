import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow, TeamSnapshot } from '@roer/domain/feed';

/** The duties that still recur by `today`. */
export const activeDuties = (snapshot: TeamSnapshot, today: LocalDate): DutyRow[] =>
  Object.values(snapshot.duty).filter(({ endedOn }) => endedOn === null || endedOn > today);
