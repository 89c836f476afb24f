import { holdsOn, later } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { AssignmentRow, DelegationRow, TeamSnapshot } from '../feed.ts';
import type { AssignmentId, PersonId, ResponsibilityId } from '../ids.ts';

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

const inOrderOfStart = (one: DelegationRow, other: DelegationRow): number =>
  one.from.localeCompare(other.from) || one.id.localeCompare(other.id);

/** The delegations that are not over by `today`, in the order in which they began. */
export const standing = (facts: Pick<TeamSnapshot, 'delegation'>, today: LocalDate): DelegationRow[] =>
  Object.values(facts.delegation)
    .filter(({ until }) => until > today)
    .toSorted(inOrderOfStart);

/** The delegations of one assignment that are not over: what of it is with somebody else for a while, now or later. */
export const delegationsOf = (
  facts: Pick<TeamSnapshot, 'delegation'>,
  assignmentId: AssignmentId,
  today: LocalDate,
): DelegationRow[] => standing(facts, today).filter((delegation) => delegation.assignmentId === assignmentId);

/** Days [from, until); no `until` means without end. */
type Days = { from: LocalDate; until: LocalDate | null };

/**
 * The most of an assignment that is with others on one day of those days: delegations may begin later, and two that are
 * apart take nothing from one another (rule R4.9).
 */
export const delegatedDuring = (
  facts: Pick<TeamSnapshot, 'delegation'>,
  assignmentId: AssignmentId,
  days: Days,
): number => {
  const meeting = delegationsOf(facts, assignmentId, days.from).filter(
    ({ from }) => days.until === null || from < days.until,
  );
  const shareOn = (day: LocalDate): number =>
    meeting.reduce((sum, row) => (holdsOn(row, day) ? sum + row.sharePercent : sum), 0);
  return Math.max(0, ...[days.from, ...meeting.map(({ from }) => later(from, days.from))].map(shareOn));
};

/** What somebody carries of a responsibility for a while, for somebody else. */
export const receivedFor = (
  facts: Pick<TeamSnapshot, 'delegation'>,
  { responsibilityId, personId }: { responsibilityId: ResponsibilityId; personId: PersonId },
  today: LocalDate,
): DelegationRow[] =>
  standing(facts, today).filter(
    (delegation) => delegation.responsibilityId === responsibilityId && delegation.toPersonId === personId,
  );
