import { holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { AssignmentRow, DeadlineWorkRow } from '../feed.ts';
import type { PersonId } from '../ids.ts';
import { dayOf } from './horizon.ts';
import type { Horizon } from './horizon.ts';

export type WorkShare = { personId: PersonId; percent: number };

/**
 * Who does how much of a work with a deadline, in whole percents (rule W1.5): what they took themselves; what nobody took falls to
 * those who hold the responsibility on the day it is due (today when it is overdue), in the ratio of their shares. What is with somebody else for a while (R4.8) takes no deadline
 * work along. Empty when nobody took anything and nobody holds it. In the order of people.
 */
export const sharesOfWork = (
  work: Pick<DeadlineWorkRow, 'responsibilityId' | 'shares' | 'due'>,
  assignments: readonly AssignmentRow[],
  today: LocalDate,
): WorkShare[] => {
  const day = work.due < today ? today : work.due;
  const sums = new Map<PersonId, number>();
  const add = ({ personId, percent }: WorkShare): void => {
    if (percent > 0) sums.set(personId, (sums.get(personId) ?? 0) + percent);
  };
  work.shares.forEach(add);
  const left = 100 - work.shares.reduce((sum, { percent }) => sum + percent, 0);
  const holders = assignments
    .filter((row) => row.role === 'holder' && row.responsibilityId === work.responsibilityId && holdsOn(row, day))
    .toSorted((one, other) => one.personId.localeCompare(other.personId));
  if (left > 0) inRatio(left, holders).forEach(add);
  return [...sums]
    .map(([personId, percent]) => ({ personId, percent }))
    .toSorted((one, other) => one.personId.localeCompare(other.personId));
};

/** Whole percents that make up `left`, each within one of its exact part. */
const inRatio = (left: number, holders: readonly AssignmentRow[]): WorkShare[] => {
  const total = holders.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
  let shares = 0;
  let given = 0;
  return holders.map(({ personId, sharePercent }) => {
    shares += sharePercent;
    const percent = Math.round((left * shares) / total) - given;
    given += percent;
    return { personId, percent };
  });
};

/**
 * The days on which a work with a deadline can be done, as days of the horizon, `last` included (rule W1.8): from its earliest start
 * or today, whichever is later, to the day it is due. What is overdue has until the end of this week.
 */
export const windowOfWork = (
  { earliestStart, due }: Pick<DeadlineWorkRow, 'earliestStart' | 'due'>,
  horizon: Horizon,
): { first: number; last: number } => {
  const today = dayOf(horizon, horizon.today);
  const last = due < horizon.today ? 6 : dayOf(horizon, due);
  return { first: Math.min(Math.max(today, dayOf(horizon, earliestStart)), last), last };
};
