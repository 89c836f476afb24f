import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { DomainError } from '../errors.ts';
import type { RowChange } from '../feed.ts';
import type { LeaveIntentRow } from './cover-rows.ts';
import type { LeaveIntentId, ResponsibilityId } from '../ids.ts';
import { assignmentsOf, newIn, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';

/** The furthest day that somebody names, in days. */
export const furthestLeave = 3 * 366;

export type PlanLeave = {
  leaveIntentId: LeaveIntentId;
  responsibilityId: ResponsibilityId;
  /** The day before which they hand it over. */
  before: LocalDate;
};

/** What a holder said; undefined when nothing. One row a person and responsibility. */
export const leaveIntentOf = (
  facts: Pick<TeamFacts, 'leaveIntent'>,
  { responsibilityId, personId }: Pick<LeaveIntentRow, 'responsibilityId' | 'personId'>,
): LeaveIntentRow | undefined =>
  Object.values(facts.leaveIntent).find(
    (row) => row.responsibilityId === responsibilityId && row.personId === personId,
  );

/**
 * A holder says before which day they hand a responsibility over, or names another day (rule L3.2); never why. Throws `badInput` (field `before`),
 * `notAllowed` to who does not hold it, `responsibilityClosed`, `notFound`.
 */
export const decidePlanLeave = (
  facts: TeamFacts,
  { leaveIntentId, responsibilityId, before: day }: PlanLeave,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  openResponsibilityIn(facts, responsibilityId);
  const holds = assignmentsOf(facts, responsibilityId).some(
    ({ personId, role }) => personId === actorId && role === 'holder',
  );
  if (!holds) throw new DomainError('notAllowed');
  if (day <= today || day > addDays(today, furthestLeave)) throw new DomainError('badInput', { field: 'before' });
  const known = leaveIntentOf(facts, { responsibilityId, personId: actorId });
  if (known?.before === day) return [];
  if (known) return [{ entity: 'leaveIntent', before: known, after: { ...known, before: day } }];
  newIn(facts, 'leaveIntent', [leaveIntentId]);
  const after = { id: leaveIntentId, responsibilityId, personId: actorId, before: day };
  return [{ entity: 'leaveIntent', before: null, after }];
};

/** They take it back. What is not there changes nothing. */
export const decideWithdrawLeave = (
  facts: TeamFacts,
  { responsibilityId }: { responsibilityId: ResponsibilityId },
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = leaveIntentOf(facts, { responsibilityId, personId: actorId });
  return before ? [{ entity: 'leaveIntent', before, after: null }] : [];
};

/** What follows when somebody's holding ended: what they said about it is over (rule L3.2). */
export const withoutLeaveIntents = (facts: TeamFacts, changes: readonly RowChange[]): RowChange[] => {
  const over = changes.flatMap(({ entity, after }) => {
    if (entity !== 'assignment' || !after || after.until === null) return [];
    return leaveIntentOf(facts, after) ?? [];
  });
  const named = new Set(
    changes.flatMap(({ entity, before }) => (entity === 'leaveIntent' && before ? [before.id] : [])),
  );
  return [
    ...changes,
    ...over
      .filter(({ id }) => !named.has(id))
      .map((before): RowChange => ({ entity: 'leaveIntent', before, after: null })),
  ];
};
