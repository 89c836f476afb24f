import { holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { AssignmentRow, DelegationRow, TeamSnapshot } from '../feed.ts';

/**
 * Who carries what on a day, delegations applied (rule R4.8): what is delegated on that day is with whom it is delegated
 * to. A row of a delegation has the delegation's id, unless its person carries a part of their own, which grows.
 */
export const carriedOn = (
  snapshot: Pick<TeamSnapshot, 'assignment' | 'delegation'>,
  date: LocalDate,
): AssignmentRow[] => {
  const assignments = Object.values(snapshot.assignment);
  const active = Object.values(snapshot.delegation).filter((delegation) => holdsOn(delegation, date));
  return active.length === 0 ? assignments : active.reduce(delegated, assignments);
};

const delegated = (rows: readonly AssignmentRow[], delegation: DelegationRow): AssignmentRow[] => {
  const given = rows.find((row) => row.id === delegation.assignmentId);
  if (!given) return [...rows];
  const sharePercent = Math.min(delegation.sharePercent, given.sharePercent);
  const theirs = rows.find(
    (row) =>
      row.responsibilityId === given.responsibilityId &&
      row.personId === delegation.toPersonId &&
      row.role === given.role,
  );
  const received: AssignmentRow = theirs
    ? { ...theirs, sharePercent: Math.min(100, theirs.sharePercent + sharePercent) }
    : { ...given, id: idOf(delegation), personId: delegation.toPersonId, sharePercent, from: delegation.from };
  const left = given.sharePercent - sharePercent;
  return [
    ...rows.filter((row) => row !== given && row !== theirs),
    ...(left > 0 ? [{ ...given, sharePercent: left }] : []),
    received,
  ];
};

// A derived row stands for the delegation itself: its id is found nowhere among assignments.
const idOf = ({ id }: DelegationRow): AssignmentRow['id'] => id as string as AssignmentRow['id'];
