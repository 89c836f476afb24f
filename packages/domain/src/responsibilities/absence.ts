import { DomainError } from '../errors.ts';
import type { RowChange } from '../feed.ts';
import type { AbsenceId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { memberIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';

/** Rule R4.16: the longest time that is planned at once, in days. */
const longest = 366;

/**
 * Somebody is not available on the days [from, until), or on other days than they said (rule R4.16); only oneself, and
 * never with a reason. The same days change nothing. Throws `badInput` (field `from` or `until`), `notAllowed`, `notAMember`.
 */
export const decidePlanAbsence = (
  facts: TeamFacts,
  { absenceId, from, until }: { absenceId: AbsenceId; from: LocalDate; until: LocalDate },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  const before = facts.absence[absenceId] ?? null;
  if (before && before.personId !== actorId) throw new DomainError('notAllowed');
  if (until <= from || until <= today || until > addDays(from, longest))
    throw new DomainError('badInput', { field: 'until' });
  if (from > addDays(today, 2 * longest)) throw new DomainError('badInput', { field: 'from' });
  if (before?.from === from && before.until === until) return [];
  return [{ entity: 'absence', before, after: { id: absenceId, personId: actorId, from, until } }];
};

/** Somebody is there after all (rule R4.16). What is not there any more changes nothing. Throws `notAllowed`. */
export const decideWithdrawAbsence = (
  facts: TeamFacts,
  input: { absenceId: AbsenceId },
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = facts.absence[input.absenceId];
  if (!before) return [];
  if (before.personId !== actorId) throw new DomainError('notAllowed');
  return [{ entity: 'absence', before, after: null }];
};
