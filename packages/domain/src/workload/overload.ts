import { DomainError } from '../errors.ts';
import type { OverloadRow, RowChange } from '../feed.ts';
import type { OverloadId, PersonId, ResponsibilityId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { mondayOf } from '../holidays.ts';
import { memberIn, newIn, responsibilityIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { sameRow } from '../same-row.ts';

/** The furthest week that somebody chooses for, in days. */
const furthest = 366;

export type RecordOverload = {
  overloadId: OverloadId;
  /** The Monday of the week that was full. */
  monday: LocalDate;
  kind: OverloadRow['kind'];
  /** What is dropped or moved; null when it is accepted. */
  responsibilityId: ResponsibilityId | null;
};

/**
 * What somebody chose for themselves when they took work on in a week that was full (rule W2.9). One choice a person and week: another
 * one takes its place. Throws `badInput` (field `monday` or `responsibilityId`), `notAMember`, `notFound`.
 */
export const decideRecordOverload = (
  facts: TeamFacts,
  { overloadId, monday, kind, responsibilityId }: RecordOverload,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  if (mondayOf(monday) !== monday || monday < mondayOf(today) || monday > addDays(today, furthest))
    throw new DomainError('badInput', { field: 'monday' });
  if ((kind === 'accepted') !== (responsibilityId === null))
    throw new DomainError('badInput', { field: 'responsibilityId' });
  if (responsibilityId !== null) responsibilityIn(facts, responsibilityId);
  const before = Object.values(facts.overload).find((row) => row.personId === actorId && row.monday === monday) ?? null;
  if (!before) newIn(facts, 'overload', [overloadId]);
  const id = before?.id ?? overloadId;
  const after: OverloadRow = { id, personId: actorId, monday, kind, responsibilityId, on: today };
  return sameRow(before, after) ? [] : [{ entity: 'overload', before, after }];
};

/** What follows when somebody leaves: what they chose for weeks in which they are no longer there is gone. */
export const withoutOverload = (facts: TeamFacts, personId: PersonId, today: LocalDate): RowChange[] =>
  Object.values(facts.overload)
    .filter((row) => row.personId === personId && row.monday >= mondayOf(today))
    .map((before): RowChange => ({ entity: 'overload', before, after: null }));
