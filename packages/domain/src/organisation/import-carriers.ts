import type { AssignmentRole } from '../feed.ts';
import type { AssignmentId, PersonId } from '../ids.ts';
import type { CarrierField, FoundPerson } from './import-persons.ts';
import type { AssignmentFact } from './import-responsibilities.ts';
import type { RowReading } from './import-rows.ts';

/** Somebody who carries or stands in after the import, and what that changes. */
export type CarrierChange = {
  personId: PersonId;
  role: AssignmentRole;
  sharePercent: number;
  change: 'none' | 'start' | 'share';
  /** Null for one that starts. */
  assignmentId: AssignmentId | null;
};

/** `percent` divided over `count` people, what cannot be divided on the first: 34, 33, 33. */
const divided = (percent: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor(percent / count) + (index < percent % count ? 1 : 0));

/**
 * Who carries and stands in after a row (rules IM20, IM21): nobody is taken away, who is there keeps their share unless the
 * row says another one, and who comes without a share divides what is open. Nobody when something is wrong, which is told.
 */
export const decideCarriers = (
  row: RowReading,
  {
    assignments,
    find,
  }: { assignments: readonly AssignmentFact[]; find: (field: CarrierField) => FoundPerson[] | null },
): CarrierChange[] => {
  const before = row.problems.length;
  const holders = find('holders') ?? [];
  const substitutes = find('substitutes') ?? [];
  const own = new Map(assignments.map((assignment) => [assignment.personId, assignment]));
  const named = new Map(holders.map((holder) => [holder.personId, holder]));
  for (const { personId, text } of substitutes) {
    if (named.has(personId)) row.wrong('substitutes', 'doubledPerson', { value: text });
    else if (own.get(personId)?.role === 'holder') row.wrong('substitutes', 'otherRole', { value: text });
  }
  const kept = assignments.map((assignment): CarrierChange => {
    const { id, personId, role } = assignment;
    const holder = named.get(personId);
    if (holder && role === 'substitute') row.wrong('holders', 'otherRole', { value: holder.text });
    const sharePercent = holder?.share ?? assignment.sharePercent;
    const differs = role === 'holder' && sharePercent !== assignment.sharePercent;
    if (differs && assignment.busy) row.wrong('holders', 'handedOver', { value: holder?.text ?? '' });
    return { personId, role, sharePercent, change: differs ? 'share' : 'none', assignmentId: id };
  });
  const started = (role: AssignmentRole, personId: PersonId, sharePercent: number): CarrierChange => ({
    personId,
    role,
    sharePercent,
    change: 'start',
    assignmentId: null,
  });
  const coming = holders.filter(({ personId }) => !own.has(personId));
  const told = coming.filter(({ share }) => share !== null);
  const silent = coming.filter(({ share }) => share === null);
  const taken =
    kept.filter(({ role }) => role === 'holder').reduce((sum, { sharePercent }) => sum + sharePercent, 0) +
    told.reduce((sum, { share }) => sum + (share ?? 0), 0);
  if (coming.length + kept.filter(({ change }) => change === 'share').length > 0 && taken + silent.length > 100)
    row.wrong('holders', 'sharesAbove100', { value: row.text('holders') });
  if (row.problems.length > before) return [];
  const shares = divided(100 - taken, silent.length);
  return [
    ...kept,
    ...told.map(({ personId, share }) => started('holder', personId, share ?? 0)),
    ...silent.map(({ personId }, index) => started('holder', personId, shares[index] ?? 0)),
    ...substitutes
      .filter(({ personId }) => !own.has(personId))
      .map(({ personId }) => started('substitute', personId, 100)),
  ];
};
