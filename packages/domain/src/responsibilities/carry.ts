import { DomainError } from '../errors.ts';
import type { AssignmentRole, AssignmentRow, RowChange } from '../feed.ts';
import type { AssignmentId, ResponsibilityId } from '../ids.ts';
import { carriedShare } from './coverage.ts';
import { receivedFor } from './delegation.ts';
import { ended, withdrawn } from './endings.ts';
import { assignmentsOf, memberIn, newIn, openOffersOf, openResponsibilityIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';
import { withFollowing } from './following.ts';

export type TakeOver = {
  responsibilityId: ResponsibilityId;
  role: AssignmentRole;
  /** The most that the actor wants to carry; less when less is open. Ignored for a substitute. */
  sharePercent: number;
  /** The id of the assignment if one has to be made. */
  assignmentId: AssignmentId;
};

/**
 * Anyone of the team may fill an open slot with themselves (rule R4.1).
 * Holder: what the others leave open; a substitute who becomes holder stops standing in. Substitute: beside others.
 * Throws `slotTaken` (with `by`), `alreadyCarrying`, `responsibilityClosed`, `notAMember`, `notFound`.
 */
export const decideTakeOver = (facts: TeamFacts, input: TakeOver, context: DecisionContext): RowChange[] =>
  withFollowing(facts, takenOver(facts, input, context), context);

const takenOver = (facts: TeamFacts, input: TakeOver, { actorId, today }: DecisionContext): RowChange[] => {
  openResponsibilityIn(facts, input.responsibilityId);
  memberIn(facts, actorId);
  const assignments = assignmentsOf(facts, input.responsibilityId);
  const mine = assignments.find((assignment) => assignment.personId === actorId);
  const started = (sharePercent: number): RowChange => ({
    entity: 'assignment',
    before: null,
    after: {
      id: input.assignmentId,
      responsibilityId: input.responsibilityId,
      personId: actorId,
      role: input.role,
      sharePercent,
      from: today,
      until: null,
    },
  });
  if (input.role === 'substitute') {
    const received = receivedFor(facts, { responsibilityId: input.responsibilityId, personId: actorId }, today);
    if (mine || received.length > 0) throw new DomainError('alreadyCarrying');
    newIn(facts, 'assignment', [input.assignmentId]);
    return [started(100)];
  }
  const open = 100 - carriedShare(assignments);
  // 33+33+33 counts as whole (R2.5): the last percent is not a slot.
  if (open <= 1) throw slotTaken(assignments, actorId);
  const sharePercent = Math.min(input.sharePercent, open);
  if (mine?.role === 'holder') {
    return [{ entity: 'assignment', before: mine, after: { ...mine, sharePercent: mine.sharePercent + sharePercent } }];
  }
  newIn(facts, 'assignment', [input.assignmentId]);
  const stopped = mine
    ? [
        ended(mine, today),
        ...withdrawn(openOffersOf(facts, input.responsibilityId).filter((offer) => offer.assignmentId === mine.id)),
      ]
    : [];
  return [...stopped, started(sharePercent)];
};

const slotTaken = (assignments: readonly AssignmentRow[], actorId: DecisionContext['actorId']): DomainError => {
  const holders = assignments.filter((assignment) => assignment.role === 'holder');
  if (holders.some((holder) => holder.personId === actorId)) return new DomainError('alreadyCarrying');
  const latest = holders.toSorted(
    (one, other) => other.from.localeCompare(one.from) || other.id.localeCompare(one.id),
  )[0];
  return new DomainError('slotTaken', latest ? { by: latest.personId } : {});
};

/**
 * Somebody stops carrying or standing in; the slot becomes visibly open (rule R4.2). Only one's own.
 * Throws `notFound` when it is not there any more, `notAllowed` when it is somebody else's.
 */
export const decideGiveBack = (
  facts: TeamFacts,
  input: { assignmentId: AssignmentId },
  context: DecisionContext,
): RowChange[] => {
  const assignment = ownAssignment(facts, input.assignmentId, context);
  const offers = openOffersOf(facts, assignment.responsibilityId).filter(
    (offer) => offer.assignmentId === assignment.id,
  );
  return withFollowing(facts, [ended(assignment, context.today), ...withdrawn(offers)], context);
};

/**
 * A holder carries more or less than before: more only from what is open (rule R4.3).
 * As much as before changes nothing. Throws `slotTaken` when the others leave less than that.
 */
export const decideChangeShare = (
  facts: TeamFacts,
  input: { assignmentId: AssignmentId; sharePercent: number },
  context: DecisionContext,
): RowChange[] => {
  const assignment = ownAssignment(facts, input.assignmentId, context);
  openResponsibilityIn(facts, assignment.responsibilityId);
  if (assignment.role !== 'holder') throw new DomainError('notAllowed');
  if (input.sharePercent === assignment.sharePercent) return [];
  const assignments = assignmentsOf(facts, assignment.responsibilityId);
  const room = 101 - carriedShare(assignments) + assignment.sharePercent;
  if (input.sharePercent > assignment.sharePercent && input.sharePercent > room)
    throw new DomainError('slotTaken', { field: 'sharePercent' });
  const offers = openOffersOf(facts, assignment.responsibilityId).filter(
    (offer) => offer.assignmentId === assignment.id,
  );
  const changes: RowChange[] = [
    { entity: 'assignment', before: assignment, after: { ...assignment, sharePercent: input.sharePercent } },
    ...withdrawn(offers.filter((offer) => offer.sharePercent > input.sharePercent)),
  ];
  return withFollowing(facts, changes, context);
};

const ownAssignment = (facts: TeamFacts, id: AssignmentId, { actorId }: DecisionContext): AssignmentRow => {
  const assignment = facts.assignment[id];
  if (!assignment) throw new DomainError('notFound');
  if (assignment.personId !== actorId) throw new DomainError('notAllowed');
  return assignment;
};
