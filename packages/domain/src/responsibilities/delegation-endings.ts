import { later } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import { applyChanges } from '../feed.ts';
import type { AssignmentRow, DelegationRow, RowChange } from '../feed.ts';
import type { DelegationId } from '../ids.ts';
import { standing } from './delegation.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

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
