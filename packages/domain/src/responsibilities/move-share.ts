import { DomainError } from '../errors.ts';
import { applyChanges } from '../feed.ts';
import type { AssignmentRow, DelegationRow, OfferRow, RowChange } from '../feed.ts';
import type { AssignmentId, DelegationId, OfferId, PersonId } from '../ids.ts';
import type { LocalDate } from '../dates.ts';
import { delegatedDuring, receivedFor } from './delegation.ts';
import { ended, withdrawn } from './endings.ts';
import { assignmentsOf, newIn, openOffersOf } from './facts.ts';
import type { TeamFacts } from './facts.ts';

/** Until when somebody would carry it; null for good. */
type Term = { until: LocalDate | null };

/**
 * A substitute may become holder for good and a holder may receive more; a holder cannot also stand in, and for a while
 * nobody changes their role (rules R4.5, R4.9). Gives what they carry of it themselves. Throws `alreadyCarrying`.
 */
export const receivable = (
  facts: TeamFacts,
  { assignment, until, personId }: Term & { assignment: AssignmentRow; personId: PersonId },
  today: LocalDate,
): AssignmentRow | undefined => {
  const { responsibilityId, role } = assignment;
  const theirs = assignmentsOf(facts, responsibilityId).find((other) => other.personId === personId);
  const received = receivedFor(facts, { responsibilityId, personId }, today);
  const isElsewhere = ({ assignmentId }: DelegationRow): boolean => assignmentId !== assignment.id;
  const hasRole =
    role === 'substitute'
      ? theirs !== undefined || received.some(isElsewhere) || (until !== null && received.length > 0)
      : until !== null &&
        (theirs?.role === 'substitute' ||
          received.some((each) => facts.assignment[each.assignmentId]?.role === 'substitute'));
  if (hasRole) throw new DomainError('alreadyCarrying', { by: personId });
  return theirs;
};

/** A part of an assignment that goes to somebody who may receive it. `answers` is the offer that this accepts. */
export type Moving = { given: AssignmentRow; personId: PersonId; sharePercent: number; answers: OfferId | null };

/**
 * The share is theirs from today: the giver carries less or nothing, the receiver more, or it is their assignment under the new
 * id. Open offers about what is no longer there end (rule R4.7). `theirs` is what `receivable` gave.
 */
export const movedForGood = (
  facts: TeamFacts,
  { given, personId, sharePercent, answers }: Moving,
  { theirs, assignmentId, today }: { theirs: AssignmentRow | undefined; assignmentId: AssignmentId; today: LocalDate },
): RowChange[] => {
  if (theirs?.role !== 'holder') newIn(facts, 'assignment', [assignmentId]);
  const left = given.sharePercent - sharePercent;
  const others = openOffersOf(facts, given.responsibilityId).filter(
    (other) =>
      other.id !== answers &&
      ((other.assignmentId === given.id && other.sharePercent > left) ||
        (theirs?.role === 'substitute' && other.assignmentId === theirs.id)),
  );
  const released: RowChange =
    left === 0 ? ended(given, today) : { entity: 'assignment', before: given, after: { ...given, sharePercent: left } };
  if (theirs?.role === 'holder') {
    // Two shares may come to 101 (R2.5), one person carries 100 at most.
    const after = { ...theirs, sharePercent: Math.min(100, theirs.sharePercent + sharePercent) };
    return [released, { entity: 'assignment', before: theirs, after }, ...withdrawn(others)];
  }
  const { responsibilityId, role } = given;
  const after: AssignmentRow = {
    id: assignmentId,
    responsibilityId,
    personId,
    role,
    sharePercent,
    from: today,
    until: null,
  };
  return [
    released,
    ...(theirs ? [ended(theirs, today)] : []),
    { entity: 'assignment', before: null, after },
    ...withdrawn(others),
  ];
};

/**
 * The share is laid over the assignment on the days [from, until) (rule R4.8). Open offers for a while of more than is left on
 * their days end. Throws `offerGone` when it is not the giver's to give on all of those days (rule R4.9).
 */
export const laidOver = (
  facts: TeamFacts,
  { given, personId, sharePercent, answers }: Moving,
  { id, from, until, today }: { id: DelegationId; from: LocalDate; until: LocalDate; today: LocalDate },
): RowChange[] => {
  if (until <= from || undelegated(facts, given, { from, until }) < sharePercent) throw new DomainError('offerGone');
  newIn(facts, 'delegation', [id]);
  const { id: assignmentId, responsibilityId, personId: fromPersonId } = given;
  const whose = { responsibilityId, assignmentId, fromPersonId, toPersonId: personId };
  const after: DelegationRow = { id, ...whose, sharePercent, from, until };
  const laid: RowChange = { entity: 'delegation', before: null, after };
  const next = applyChanges(facts, [laid]);
  const isBeyond = (offer: OfferRow): boolean =>
    offer.temporaryUntil !== null &&
    undelegated(next, given, { from: today, until: offer.temporaryUntil }) < offer.sharePercent;
  const beyond = openOffersOf(facts, responsibilityId).filter(
    (other) => other.id !== answers && other.assignmentId === given.id && isBeyond(other),
  );
  return [laid, ...withdrawn(beyond)];
};

/** What of a share its carrier carries themselves on each of those days. */
export const undelegated = (
  facts: TeamFacts,
  assignment: AssignmentRow,
  days: Parameters<typeof delegatedDuring>[2],
): number => assignment.sharePercent - delegatedDuring(facts, assignment.id, days);
