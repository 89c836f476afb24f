import { DomainError } from '../errors.ts';
import type { RowChange, TeamSnapshot } from '../feed.ts';
import type { DuoRow, DuoSession } from './handover-rows.ts';
import type { DuoId, PersonId, ResponsibilityId } from '../ids.ts';
import { memberIn, newIn, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';

/** A duo has five sessions, each with questions of its own (rule L4.2). */
export const sessionNumbers = [1, 2, 3, 4, 5] as const;
export type SessionNumber = (typeof sessionNumbers)[number];

export type WhichDuo = { duoId: DuoId; responsibilityId: ResponsibilityId };

export const isOpenDuo = ({ state }: Pick<DuoRow, 'state'>): boolean => state === 'proposed' || state === 'running';

/** Duos that wait for a yes or are under way, the oldest first. */
export const openDuosOf = (snapshot: Pick<TeamSnapshot, 'duo'>): DuoRow[] =>
  Object.values(snapshot.duo)
    .filter(isOpenDuo)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** The other one of the two. */
export const otherOf = ({ giver, receiver }: Pick<DuoRow, 'giver' | 'receiver'>, personId: PersonId): PersonId =>
  giver === personId ? receiver : giver;

/**
 * A duo, for one of its two people. Throws `handoverGone` when it is not in that state any more, `notAllowed` to anybody else.
 */
export const duoFor = (
  facts: TeamFacts,
  { duoId, responsibilityId, state }: WhichDuo & { state: readonly DuoRow['state'][] },
  actorId: PersonId,
): DuoRow => {
  const duo = facts.duo[duoId];
  if (!duo || duo.responsibilityId !== responsibilityId || !state.includes(duo.state))
    throw new DomainError('handoverGone');
  if (duo.giver !== actorId && duo.receiver !== actorId) throw new DomainError('notAllowed');
  return duo;
};

const noSessions = (): DuoSession[] =>
  sessionNumbers.map((number) => ({ number, plannedOn: null, heldOn: null, noteId: null }));

/**
 * Two people of the team will hand over what one of them knows about a responsibility; either proposes it (rule L4.1). Throws `notAllowed`
 * to anybody else, `offerExists` when the two already have one about it, `badInput` (field `receiver` or `id`), `notAMember`, `notFound`, `responsibilityClosed`.
 */
export const decideProposeDuo = (
  facts: TeamFacts,
  input: WhichDuo & { giver: PersonId; receiver: PersonId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const { duoId: id, responsibilityId, giver, receiver } = input;
  openResponsibilityIn(facts, responsibilityId);
  if (actorId !== giver && actorId !== receiver) throw new DomainError('notAllowed');
  if (giver === receiver) throw new DomainError('badInput', { field: 'receiver' });
  memberIn(facts, giver);
  memberIn(facts, receiver);
  newIn(facts, 'duo', [id]);
  const isOfBoth = (duo: DuoRow): boolean =>
    [giver, receiver].includes(duo.giver) && [giver, receiver].includes(duo.receiver);
  if (openDuosOf(facts).some((duo) => duo.responsibilityId === responsibilityId && isOfBoth(duo)))
    throw new DomainError('offerExists');
  const after: DuoRow = {
    id,
    responsibilityId,
    giver,
    receiver,
    proposedBy: actorId,
    state: 'proposed',
    sessions: noSessions(),
    madeOn: today,
    endedOn: null,
  };
  return [{ entity: 'duo', before: null, after }];
};

/** The one who did not propose it says yes (rule L4.1). Throws `notAllowed` to anybody else, `handoverGone`. */
export const decideAgreeDuo = (facts: TeamFacts, input: WhichDuo, { actorId }: DecisionContext): RowChange[] => {
  const before = duoFor(facts, { ...input, state: ['proposed'] }, actorId);
  if (before.proposedBy === actorId) throw new DomainError('notAllowed');
  return [{ entity: 'duo', before, after: { ...before, state: 'running' } }];
};

/** Either of the two says no while it waits for a yes (rule L4.1). Throws `notAllowed` to anybody else, `handoverGone`. */
export const decideWithdrawDuo = (
  facts: TeamFacts,
  input: WhichDuo,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = duoFor(facts, { ...input, state: ['proposed'] }, actorId);
  return [{ entity: 'duo', before, after: { ...before, state: 'withdrawn', endedOn: today } }];
};

/** Either of the two stops it; what was written down stays (rule L4.6). Throws `notAllowed` to anybody else, `handoverGone`. */
export const decideEndDuo = (facts: TeamFacts, input: WhichDuo, { actorId, today }: DecisionContext): RowChange[] => {
  const before = duoFor(facts, { ...input, state: ['running'] }, actorId);
  return [{ entity: 'duo', before, after: { ...before, state: 'ended', endedOn: today } }];
};
