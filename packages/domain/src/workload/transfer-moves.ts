import { DomainError } from '../errors.ts';
import { applyChanges, changedId } from '../feed.ts';
import type { DeadlineWorkRow, RowChange, TransferItem, TransferRow } from '../feed.ts';
import type { AssignmentId, DelegationId, PersonId } from '../ids.ts';
import type { LocalDate } from '../dates.ts';
import { memberIn, openResponsibilityIn } from '../responsibilities/facts.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { laidOver, movedForGood, receivable, undelegated } from '../responsibilities/move-share.ts';
import { sameRow } from '../same-row.ts';
import { sharesOfWork } from './deadline-shares.ts';

export type Moves = Pick<TransferRow, 'items' | 'from' | 'until'>;

/**
 * What changes when all of it moves today, or, for a while, on what is left of its days (rule W2.7): one change a row, however
 * many items it is in. Throws what is in the way of the first item that cannot: `notFound`, `responsibilityClosed`, `notAMember`,
 * `alreadyCarrying` (with `by`), `slotTaken` when the giver does not have that much of it, `badInput`.
 */
export const movedBy = (facts: TeamFacts, { items, from, until }: Moves, today: LocalDate): RowChange[] => {
  const days = { from: from > today ? from : today, until };
  const changes: RowChange[] = [];
  let next = facts;
  for (const item of items) {
    const moved = item.workId === null ? shareMoved(next, item, { days, today }) : workMoved(next, item, today);
    changes.push(...moved);
    next = applyChanges(next, moved);
  }
  return oneEach(changes);
};

type When = { days: { from: LocalDate; until: LocalDate | null }; today: LocalDate };

/** The people and the responsibility of an item are there. */
const openFor = (facts: TeamFacts, { giver, receiver, responsibilityId }: TransferItem): void => {
  if (giver === receiver) throw new DomainError('badInput', { field: 'receiver' });
  openResponsibilityIn(facts, responsibilityId);
  memberIn(facts, giver);
  memberIn(facts, receiver);
};

const shareMoved = (facts: TeamFacts, item: TransferItem, { days, today }: When): RowChange[] => {
  openFor(facts, item);
  const given = item.assignmentId && facts.assignment[item.assignmentId];
  if (!given || given.personId !== item.giver || given.responsibilityId !== item.responsibilityId)
    throw new DomainError('notFound', { field: 'assignmentId' });
  const { receiver: personId, sharePercent } = item;
  // Standing in moves as a whole (R4.4).
  if (given.role === 'substitute' && sharePercent !== given.sharePercent)
    throw new DomainError('badInput', { field: 'sharePercent' });
  if (undelegated(facts, given, days) < sharePercent) throw new DomainError('slotTaken', { field: 'sharePercent' });
  const { from, until } = days;
  const theirs = receivable(facts, { assignment: given, until, personId }, today);
  const moving = { given, personId, sharePercent, answers: null };
  // An item moves once, so its own id is free for what comes of it.
  const id: string = item.id;
  return until === null
    ? movedForGood(facts, moving, { theirs, assignmentId: id as AssignmentId, today })
    : laidOver(facts, moving, { id: id as DelegationId, from, until, today });
};

/** From then on everybody's part is as it is written, what fell to the holders too: they agreed on these numbers. */
const workMoved = (facts: TeamFacts, item: TransferItem, today: LocalDate): RowChange[] => {
  openFor(facts, item);
  const before = item.workId && facts.deadlineWork[item.workId];
  if (!before || before.doneOn !== null || before.responsibilityId !== item.responsibilityId)
    throw new DomainError('notFound', { field: 'workId' });
  const parts = new Map(
    sharesOfWork(before, Object.values(facts.assignment), today).map(({ personId, percent }) => [personId, percent]),
  );
  const add = (personId: PersonId, percent: number): number => {
    const sum = (parts.get(personId) ?? 0) + percent;
    parts.set(personId, sum);
    return sum;
  };
  if (add(item.giver, -item.sharePercent) < 0) throw new DomainError('slotTaken', { field: 'sharePercent' });
  add(item.receiver, item.sharePercent);
  return [{ entity: 'deadlineWork', before, after: { ...before, shares: sharesFrom(parts) } }];
};

/** Shares as a row holds them: those above zero, in the order of people. */
export const sharesFrom = (parts: ReadonlyMap<PersonId, number>): DeadlineWorkRow['shares'] =>
  [...parts]
    .flatMap(([personId, percent]) => (percent > 0 ? [{ personId, percent: Math.min(100, percent) }] : []))
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));

/** Of each row the first before and the last after, because a row is saved once. What is as it was is left out. */
const oneEach = (changes: readonly RowChange[]): RowChange[] => {
  const net = new Map<string, RowChange>();
  for (const change of changes) {
    const key = `${change.entity}:${changedId(change)}`;
    const known = net.get(key);
    // Both are of the same entity, which TypeScript cannot follow through the union.
    net.set(key, known ? ({ ...change, before: known.before } as RowChange) : change);
  }
  return [...net.values()].filter(({ before, after }) => !sameRow(before, after));
};
