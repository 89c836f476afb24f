import type { LocalDate } from '@roer/domain/dates';
import type { DutyRow, TeamSnapshot } from '@roer/domain/feed';
import { stillRecurs } from '@roer/domain/responsibilities/duty-end';

/** The duties that still recur by `today`. */
export const activeDuties = (snapshot: TeamSnapshot, today: LocalDate): DutyRow[] =>
  Object.values(snapshot.duty).filter((duty) => stillRecurs(duty, today));
