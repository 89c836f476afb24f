import { DomainError } from '../errors.ts';
import type { AssignmentRow, RowChange } from '../feed.ts';
import type { HandoverRow } from './handover-rows.ts';
import type { AssignmentId, HandoverId, PersonId, ResponsibilityId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { ended, withdrawn } from '../responsibilities/endings.ts';
import { memberIn, newIn, openOffersOf, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { withFollowing } from '../responsibilities/following.ts';
import { movedForGood, receivable } from '../responsibilities/move-share.ts';
import { endedHandover, withoutReceiver } from './handover-endings.ts';
import { inOrder, leftToTick, newItem } from './handover-items.ts';
import type { HandoverLine } from './handover-items.ts';
import { openHandoverIn } from './open-handovers.ts';
import type { WhichHandover } from './open-handovers.ts';

/** The furthest day by which something is to be handed over, in days. */
const furthest = 366;

export type StartHandover = {
  handoverId: HandoverId;
  responsibilityId: ResponsibilityId;
  assignmentId: AssignmentId;
  /** Null: nobody yet. */
  receiver: PersonId | null;
  items: readonly HandoverLine[];
};

/**
 * Somebody starts to hand over what they carry or stand in for, one responsibility or several at once (rule R6.1). Nothing moves yet.
 * Throws `notAllowed` for what is somebody else's, `offerExists` for what is being handed over already, `alreadyCarrying` (with `by`)
 * when the receiver cannot have that role, `badInput` (field `before`, `receiver` or `id`), `notAMember`, `notFound`, `responsibilityClosed`.
 */
export const decideStartHandovers = (
  facts: TeamFacts,
  input: { before: LocalDate | null; handovers: readonly StartHandover[] },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  inReach(input.before, today);
  newIn(
    facts,
    'handover',
    input.handovers.map(({ handoverId }) => handoverId),
  );
  if (new Set(input.handovers.map(({ assignmentId }) => assignmentId)).size !== input.handovers.length)
    throw new DomainError('badInput', { field: 'id' });
  return input.handovers.map((start): RowChange => {
    const { handoverId: id, responsibilityId, assignmentId, receiver } = start;
    openResponsibilityIn(facts, responsibilityId);
    const assignment = facts.assignment[assignmentId];
    if (!assignment || assignment.responsibilityId !== responsibilityId) throw new DomainError('notFound');
    if (assignment.personId !== actorId) throw new DomainError('notAllowed');
    if (Object.values(facts.handover).some((row) => row.state === 'open' && row.assignmentId === assignmentId))
      throw new DomainError('offerExists');
    receiving(facts, { assignment, receiver, giver: actorId }, today);
    const items = start.items.map(newItem);
    if (new Set(items.map((item) => item.id)).size !== items.length) throw new DomainError('badInput', { field: 'id' });
    const after: HandoverRow = {
      id,
      responsibilityId,
      assignmentId,
      giver: actorId,
      receiver,
      before: input.before,
      items: inOrder(items),
      state: 'open',
      madeOn: today,
      closedOn: null,
    };
    return { entity: 'handover', before: null, after };
  });
};

const inReach = (before: LocalDate | null, today: LocalDate): void => {
  if (before !== null && (before < today || before > addDays(today, furthest)))
    throw new DomainError('badInput', { field: 'before' });
};

type Receiving = { assignment: AssignmentRow; receiver: PersonId | null; giver: PersonId };
const receiving = (facts: TeamFacts, { assignment, receiver, giver }: Receiving, today: LocalDate): void => {
  if (receiver === null) return;
  if (receiver === giver) throw new DomainError('badInput', { field: 'receiver' });
  memberIn(facts, receiver);
  receivable(facts, { assignment, until: null, personId: receiver }, today);
};

/** What a handover is about, while it is open. Throws `handoverGone`. */
const givenIn = (facts: TeamFacts, { assignmentId }: HandoverRow): AssignmentRow => {
  const assignment = facts.assignment[assignmentId];
  if (!assignment) throw new DomainError('handoverGone');
  return assignment;
};

/**
 * The giver names somebody else, or nobody yet, or another day (rule R6.2). As it was changes nothing. Throws `notAllowed` to
 * anybody else, what naming at the start throws, `handoverGone`.
 */
export const decideChangeHandover = (
  facts: TeamFacts,
  input: WhichHandover & { receiver: PersonId | null; before: LocalDate | null },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.giver !== actorId) throw new DomainError('notAllowed');
  if (input.before !== before.before) inReach(input.before, today);
  if (input.receiver === before.receiver) {
    if (input.before === before.before) return [];
    return [{ entity: 'handover', before, after: { ...before, before: input.before } }];
  }
  receiving(facts, { assignment: givenIn(facts, before), receiver: input.receiver, giver: actorId }, today);
  return [{ entity: 'handover', before, after: { ...withoutReceiver(before, input.receiver), before: input.before } }];
};

/**
 * Somebody of the team says that they would carry it, while nobody is named (rule R6.2). Throws `slotTaken` (with `by`) when somebody
 * is, `notAllowed` to the giver, `alreadyCarrying`, `handoverGone`.
 */
export const decideReceiveHandover = (
  facts: TeamFacts,
  input: WhichHandover,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.giver === actorId) throw new DomainError('notAllowed');
  if (before.receiver === actorId) return [];
  if (before.receiver !== null) throw new DomainError('slotTaken', { by: before.receiver });
  receiving(facts, { assignment: givenIn(facts, before), receiver: actorId, giver: before.giver }, today);
  return [{ entity: 'handover', before, after: withoutReceiver(before, actorId) }];
};

/** Who was named says that they would rather not; it waits for somebody else (rule R6.2). Throws `notAllowed`, `handoverGone`. */
export const decideDeclineHandover = (
  facts: TeamFacts,
  input: WhichHandover,
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.receiver !== actorId) throw new DomainError('notAllowed');
  return [{ entity: 'handover', before, after: withoutReceiver(before) }];
};

/**
 * The receiver accepts, once both ticked every line (rule R6.5): from today it is theirs, in the same moment in which it is no longer
 * the giver's, so that it is never nobody's. Throws `handoverUnfinished`, `notAllowed` to anybody else, `alreadyCarrying`, `handoverGone`.
 */
export const decideAcceptHandover = (
  facts: TeamFacts,
  input: WhichHandover & { assignmentId: AssignmentId },
  context: DecisionContext,
): RowChange[] => {
  const { actorId, today } = context;
  const before = openHandoverIn(facts, input);
  if (before.receiver !== actorId) throw new DomainError('notAllowed');
  openResponsibilityIn(facts, before.responsibilityId);
  const given = givenIn(facts, before);
  const left = leftToTick(before);
  if (left.giver + left.receiver > 0) throw new DomainError('handoverUnfinished');
  memberIn(facts, actorId);
  const theirs = receivable(facts, { assignment: given, until: null, personId: actorId }, today);
  const moving = { given, personId: actorId, sharePercent: given.sharePercent, answers: null };
  const moved = movedForGood(facts, moving, { theirs, assignmentId: input.assignmentId, today });
  return withFollowing(facts, [...endedHandover(facts, before, { state: 'accepted', today }), ...moved], context);
};

/**
 * The giver gives it back to the team instead (rule R6.6): they stop carrying it, and the place is visibly open. Throws `notAllowed`
 * to anybody else, `handoverGone`.
 */
export const decideReturnHandover = (facts: TeamFacts, input: WhichHandover, context: DecisionContext): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.giver !== context.actorId) throw new DomainError('notAllowed');
  const given = givenIn(facts, before);
  const offers = openOffersOf(facts, before.responsibilityId).filter((offer) => offer.assignmentId === given.id);
  const { today } = context;
  const changes = [
    ...endedHandover(facts, before, { state: 'returned', today }),
    ended(given, today),
    ...withdrawn(offers),
  ];
  return withFollowing(facts, changes, context);
};

/** The giver keeps it after all (rule R6.6). Throws `notAllowed` to anybody else, `handoverGone`. */
export const decideWithdrawHandover = (
  facts: TeamFacts,
  input: WhichHandover,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.giver !== actorId) throw new DomainError('notAllowed');
  return endedHandover(facts, before, { state: 'withdrawn', today });
};
