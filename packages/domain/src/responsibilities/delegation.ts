import { holdsOn } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import { applyChanges } from '../feed.ts';
import type { AssignmentRow, DelegationRow, RowChange, TeamSnapshot } from '../feed.ts';
import type { AssignmentId, DelegationId, PersonId, ResponsibilityId } from '../ids.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

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
const standing = (facts: Pick<TeamSnapshot, 'delegation'>, today: LocalDate): DelegationRow[] =>
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

const later = (date: LocalDate, other: LocalDate): LocalDate => (date > other ? date : other);

/** What somebody carries of a responsibility for a while, for somebody else. */
export const receivedFor = (
  facts: Pick<TeamSnapshot, 'delegation'>,
  { responsibilityId, personId }: { responsibilityId: ResponsibilityId; personId: PersonId },
  today: LocalDate,
): DelegationRow[] =>
  standing(facts, today).filter(
    (delegation) => delegation.responsibilityId === responsibilityId && delegation.toPersonId === personId,
  );

/**
 * The changes of a command with what follows from them for delegations (rule R4.10): one ends when its assignment ends,
 * when who received it left or took up a role of their own that does not go with it, and shrinks with what it is a part of.
 */
export const withDelegations = (
  facts: TeamFacts,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] => {
  const delegations = standing(facts, today);
  if (delegations.length === 0) return [...changes];
  const after = applyChanges(facts, changes);
  const members = new Set(Object.values(after.member).map(({ personId }) => personId));
  const kept: DelegationRow[] = [];
  const followed = delegations.flatMap((before): RowChange[] => {
    const given = after.assignment[before.assignmentId];
    // Those that began before it and still hold on its first day; later ones come after it.
    const first = later(before.from, today);
    const beside = kept.filter(({ assignmentId, until }) => assignmentId === before.assignmentId && until > first);
    const room = (given?.sharePercent ?? 0) - beside.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
    const holds = given && members.has(before.toPersonId) && !hasAnotherRole(after, before, given);
    const sharePercent = holds ? Math.min(before.sharePercent, Math.max(0, room)) : 0;
    if (sharePercent > 0) kept.push({ ...before, sharePercent });
    if (sharePercent === before.sharePercent) return [];
    return [
      sharePercent > 0 ? { entity: 'delegation', before, after: { ...before, sharePercent } } : over(before, today),
    ];
  });
  return [...changes, ...followed];
};

const hasAnotherRole = (facts: TeamFacts, { toPersonId }: DelegationRow, given: AssignmentRow): boolean =>
  Object.values(facts.assignment).some(
    (row) =>
      row.responsibilityId === given.responsibilityId &&
      row.personId === toPersonId &&
      (row.role === 'substitute' || given.role === 'substitute'),
  );

/** One that would begin later never began. */
const over = (before: DelegationRow, today: LocalDate): RowChange => ({
  entity: 'delegation',
  before,
  after: { ...before, from: before.from < today ? before.from : today, until: today },
});

/**
 * Who gave it for a while or who received it ends that today (rule R4.11); from today the giver carries it again. What is
 * over already changes nothing. Throws `notAllowed` to anybody else, `notFound`.
 */
export const decideEndDelegation = (
  facts: TeamFacts,
  input: { delegationId: DelegationId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const delegation = facts.delegation[input.delegationId];
  if (!delegation) throw new DomainError('notFound');
  if (delegation.fromPersonId !== actorId && delegation.toPersonId !== actorId) throw new DomainError('notAllowed');
  return delegation.until > today ? [over(delegation, today)] : [];
};
