import { DomainError } from '../errors.ts';
import type { AssignmentRow, OfferRow, RowChange } from '../feed.ts';
import type { AssignmentId, OfferId, PersonId } from '../ids.ts';
import { addDays } from '../dates.ts';
import { ended, withdrawn } from './carry.ts';
import { assignmentsOf, memberIn, newIn, openOfferIn, openOffersOf, openResponsibilityIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

/** Rule R4.6: an offer can be accepted on fourteen days, the day it was made included. */
export const offerDays = 14;

export type MakeOffer = {
  offerId: OfferId;
  assignmentId: AssignmentId;
  kind: 'give' | 'take';
  /** Who would carry it. For `take` this is the actor. */
  toPersonId: PersonId;
  /** How much of the carrier's share moves; the whole share at most. Standing in moves as a whole. */
  sharePercent: number;
};

/**
 * A filled slot moves only when its carrier and the other agree (rule R4.4): one of the two proposes it.
 * Throws `notAllowed` when the actor is neither, `offerExists` for a second one about the same slot and person,
 * `alreadyCarrying` when the other carries it in another role, `notAMember`, `notFound`.
 */
export const decideMakeOffer = (
  facts: TeamFacts,
  input: MakeOffer,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const assignment = facts.assignment[input.assignmentId];
  if (!assignment) throw new DomainError('notFound');
  openResponsibilityIn(facts, assignment.responsibilityId);
  const proposer = input.kind === 'give' ? assignment.personId : input.toPersonId;
  if (proposer !== actorId || assignment.personId === input.toPersonId) throw new DomainError('notAllowed');
  memberIn(facts, input.toPersonId);
  receivable(facts, assignment, input.toPersonId);
  const exists = openOffersOf(facts, assignment.responsibilityId).some(
    (offer) => offer.assignmentId === assignment.id && offer.toPersonId === input.toPersonId && offer.expiresOn > today,
  );
  if (exists) throw new DomainError('offerExists');
  newIn(facts, 'offer', [input.offerId]);
  const offer: OfferRow = {
    id: input.offerId,
    kind: input.kind,
    responsibilityId: assignment.responsibilityId,
    assignmentId: assignment.id,
    fromPersonId: assignment.personId,
    toPersonId: input.toPersonId,
    sharePercent:
      assignment.role === 'holder' ? Math.min(input.sharePercent, assignment.sharePercent) : assignment.sharePercent,
    temporaryUntil: null,
    madeOn: today,
    expiresOn: addDays(today, offerDays),
    state: 'open',
  };
  return [{ entity: 'offer', before: null, after: offer }];
};

/** A substitute may become holder and a holder may receive more; a holder cannot also stand in. Throws `alreadyCarrying`. */
const receivable = (facts: TeamFacts, assignment: AssignmentRow, personId: PersonId): AssignmentRow | undefined => {
  const theirs = assignmentsOf(facts, assignment.responsibilityId).find((other) => other.personId === personId);
  if (theirs && assignment.role === 'substitute') throw new DomainError('alreadyCarrying', { by: personId });
  return theirs;
};

/** Whether somebody may answer an offer: who did not propose it (rule R4.5), or anyone else when it is given to the team. */
export const answersOffer = (offer: OfferRow, personId: PersonId): boolean => {
  if (offer.kind === 'take') return offer.fromPersonId === personId;
  return offer.toPersonId === null ? offer.fromPersonId !== personId : offer.toPersonId === personId;
};

/** Who proposed it, and so may withdraw it. Only a gift has nobody to go to yet. */
export const proposedOffer = (offer: OfferRow): PersonId =>
  offer.kind === 'give' ? offer.fromPersonId : (offer.toPersonId ?? offer.fromPersonId);

/**
 * The one who was asked agrees, and the share moves today (rule R4.5).
 * Throws `offerGone` when it expired, was answered, or what it is about changed; `notAllowed` to anybody else.
 */
export const decideAcceptOffer = (
  facts: TeamFacts,
  input: { offerId: OfferId; assignmentId: AssignmentId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const offer = openOfferIn(facts, input.offerId, today);
  if (!answersOffer(offer, actorId)) throw new DomainError('notAllowed');
  openResponsibilityIn(facts, offer.responsibilityId);
  const given = facts.assignment[offer.assignmentId];
  if (!given || given.sharePercent < offer.sharePercent) throw new DomainError('offerGone');
  const receiver = offer.toPersonId ?? actorId;
  memberIn(facts, receiver);
  const theirs = receivable(facts, given, receiver);
  if (theirs?.role !== 'holder') newIn(facts, 'assignment', [input.assignmentId]);
  const whole = given.sharePercent === offer.sharePercent;
  const others = openOffersOf(facts, offer.responsibilityId).filter(
    (other) =>
      other.id !== offer.id &&
      ((other.assignmentId === given.id && (whole || other.sharePercent > given.sharePercent - offer.sharePercent)) ||
        (theirs?.role === 'substitute' && other.assignmentId === theirs.id)),
  );
  const released: RowChange = whole
    ? ended(given, today)
    : {
        entity: 'assignment',
        before: given,
        after: { ...given, sharePercent: given.sharePercent - offer.sharePercent },
      };
  const received: RowChange[] =
    theirs?.role === 'holder'
      ? [
          {
            entity: 'assignment',
            before: theirs,
            // Two shares may come to 101 (R2.5), one person carries 100 at most.
            after: { ...theirs, sharePercent: Math.min(100, theirs.sharePercent + offer.sharePercent) },
          },
        ]
      : [
          ...(theirs ? [ended(theirs, today)] : []),
          {
            entity: 'assignment',
            before: null,
            after: {
              id: input.assignmentId,
              responsibilityId: offer.responsibilityId,
              personId: receiver,
              role: given.role,
              sharePercent: offer.sharePercent,
              from: today,
              until: null,
            },
          },
        ];
  return [
    { entity: 'offer', before: offer, after: { ...offer, state: 'accepted' } },
    released,
    ...received,
    ...withdrawn(others),
  ];
};

/** The one who was asked says no; nothing else changes. Throws `offerGone`, `notAllowed`. */
export const decideDeclineOffer = (
  facts: TeamFacts,
  input: { offerId: OfferId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const offer = openOfferIn(facts, input.offerId, today);
  if (!answersOffer(offer, actorId)) throw new DomainError('notAllowed');
  return [{ entity: 'offer', before: offer, after: { ...offer, state: 'declined' } }];
};

/** The one who proposed it takes it back. Throws `offerGone`, `notAllowed`. */
export const decideWithdrawOffer = (
  facts: TeamFacts,
  input: { offerId: OfferId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const offer = openOfferIn(facts, input.offerId, today);
  if (proposedOffer(offer) !== actorId) throw new DomainError('notAllowed');
  return withdrawn([offer]);
};
