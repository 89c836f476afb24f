import { DomainError } from '../errors.ts';
import type { AssignmentRow, DelegationRow, OfferRow, RowChange } from '../feed.ts';
import type { AssignmentId, OfferId, PersonId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { delegationsOf } from './delegation.ts';
import { withdrawn } from './endings.ts';
import { memberIn, newIn, openOfferIn, openOffersOf, openResponsibilityIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';
import { withFollowing } from './following.ts';
import { answersOffer, proposedOffer } from './offer-sides.ts';
import { laidOver, movedForGood, receivable, undelegated } from './move-share.ts';

/** Rule R4.6: an offer can be accepted on fourteen days, the day it was made included. */
export const offerDays = 14;

/** Rule R4.8: the longest that something is given for a while, in days. */
const longestWhile = 366;

export type MakeOffer = {
  offerId: OfferId;
  assignmentId: AssignmentId;
  kind: 'give' | 'take';
  /** Who would carry it; null when it is given to whoever of the team accepts first. For `take` this is the actor. */
  toPersonId: PersonId | null;
  /** How much of the carrier's share moves; the whole share at most. Standing in moves as a whole. */
  sharePercent: number;
  /** The first day on which the carrier carries it again; null for good. */
  temporaryUntil: LocalDate | null;
};

/**
 * A filled slot moves only when its carrier and the other agree (rule R4.4): one of the two proposes it, for good or until
 * a day (R4.8), and a gift may be for whoever of the team accepts first (R4.12).
 * Throws `notAllowed` when the actor is neither, `offerExists` for a second one about the same slot and person,
 * `alreadyCarrying` when the other carries it in another role, `slotTaken` (with `by`) when all of it is with somebody else
 * for a while, `badInput`, `notAMember`, `notFound`.
 */
export const decideMakeOffer = (
  facts: TeamFacts,
  input: MakeOffer,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const { toPersonId, temporaryUntil } = input;
  const assignment = facts.assignment[input.assignmentId];
  if (!assignment) throw new DomainError('notFound');
  openResponsibilityIn(facts, assignment.responsibilityId);
  const proposer = input.kind === 'give' ? assignment.personId : toPersonId;
  if (proposer !== actorId || assignment.personId === toPersonId) throw new DomainError('notAllowed');
  if (temporaryUntil !== null && (temporaryUntil <= today || temporaryUntil > addDays(today, longestWhile)))
    throw new DomainError('badInput', { field: 'temporaryUntil' });
  if (toPersonId !== null) {
    memberIn(facts, toPersonId);
    receivable(facts, { assignment, until: temporaryUntil, personId: toPersonId }, today);
  }
  const exists = openOffersOf(facts, assignment.responsibilityId).some(
    (offer) => offer.assignmentId === assignment.id && offer.toPersonId === toPersonId && offer.expiresOn > today,
  );
  if (exists) throw new DomainError('offerExists');
  newIn(facts, 'offer', [input.offerId]);
  const most =
    temporaryUntil === null
      ? assignment.sharePercent
      : delegable(facts, assignment, { from: today, until: temporaryUntil });
  const offer: OfferRow = {
    id: input.offerId,
    kind: input.kind,
    responsibilityId: assignment.responsibilityId,
    assignmentId: assignment.id,
    fromPersonId: assignment.personId,
    toPersonId,
    sharePercent: assignment.role === 'holder' ? Math.min(input.sharePercent, most) : assignment.sharePercent,
    temporaryUntil,
    madeOn: today,
    expiresOn: earlier(addDays(today, offerDays), temporaryUntil),
    state: 'open',
  };
  return [{ entity: 'offer', before: null, after: offer }];
};

const earlier = (date: LocalDate, other: LocalDate | null): LocalDate =>
  other !== null && other < date ? other : date;

/**
 * What of a share is not with somebody else for a while on those days (rule R4.9). Throws `slotTaken` (with `by`) when that is
 * nothing.
 */
const delegable = (
  facts: TeamFacts,
  assignment: AssignmentRow,
  days: { from: LocalDate; until: LocalDate },
): number => {
  const left = undelegated(facts, assignment, days);
  const [first] = delegationsOf(facts, assignment.id, days.from);
  if (first && left <= 0) throw new DomainError('slotTaken', { by: first.toPersonId });
  return left;
};

export type AcceptOffer = { offerId: OfferId; assignmentId: AssignmentId };

/**
 * The one who was asked agrees, or who of the team is first (rules R4.5, R4.12): the share moves today, or is laid over
 * the assignment until the day that was named (R4.8).
 * Throws `offerGone` when it expired, was answered, or what it is about changed; `notAllowed` to anybody else.
 */
export const decideAcceptOffer = (facts: TeamFacts, input: AcceptOffer, context: DecisionContext): RowChange[] => {
  const { actorId, today } = context;
  const offer = openOfferIn(facts, input.offerId, today);
  if (!answersOffer(offer, actorId)) throw new DomainError('notAllowed');
  openResponsibilityIn(facts, offer.responsibilityId);
  const given = facts.assignment[offer.assignmentId];
  if (!given || given.sharePercent < offer.sharePercent) throw new DomainError('offerGone');
  // Who gives it to the team agrees to whoever accepts.
  const personId = offer.kind === 'take' ? (offer.toPersonId ?? actorId) : actorId;
  memberIn(facts, personId);
  const until = offer.temporaryUntil;
  const theirs = receivable(facts, { assignment: given, until, personId }, today);
  const accepted: RowChange = {
    entity: 'offer',
    before: offer,
    after: { ...offer, toPersonId: personId, state: 'accepted' },
  };
  const moving = { given, personId, sharePercent: offer.sharePercent, answers: offer.id };
  // An offer is accepted once, so its own id is free for what comes of it.
  const id = offer.id as string as DelegationRow['id'];
  const moved =
    until === null
      ? movedForGood(facts, moving, { theirs, assignmentId: input.assignmentId, today })
      : laidOver(facts, moving, { id, from: today, until, today });
  return withFollowing(facts, [accepted, ...moved], context);
};

/**
 * The one who was asked says no; nothing else changes. Nobody says no for the whole team (rule R4.12). Throws `offerGone`,
 * `notAllowed`.
 */
export const decideDeclineOffer = (
  facts: TeamFacts,
  input: { offerId: OfferId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const offer = openOfferIn(facts, input.offerId, today);
  if (offer.toPersonId === null || !answersOffer(offer, actorId)) throw new DomainError('notAllowed');
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
