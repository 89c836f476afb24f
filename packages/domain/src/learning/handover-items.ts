import { DomainError } from '../errors.ts';
import type { RowChange } from '../feed.ts';
import type { HandoverItem, HandoverRow } from './handover-rows.ts';
import type { HandoverItemId } from '../ids.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { openHandoverIn } from './open-handovers.ts';
import type { WhichHandover } from './open-handovers.ts';

/** How much fits: characters of a line, and lines of one handover. */
export const handoverLimits = { text: 1000, items: 150, atOnce: 60 } as const;

export type HandoverLine = Pick<HandoverItem, 'id' | 'kind' | 'subjectId' | 'text'>;

/** A line as it begins: told and understood by nobody yet. */
export const newItem = ({ id, kind, subjectId, text }: HandoverLine): HandoverItem => ({
  id,
  kind,
  subjectId,
  text,
  byGiver: false,
  byReceiver: false,
  version: 1,
});

/** Items as a row holds them: in the order of their ids, as a server gives them. */
export const inOrder = (items: readonly HandoverItem[]): HandoverItem[] =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1));

const withItems = (before: HandoverRow, items: readonly HandoverItem[]): RowChange[] => [
  { entity: 'handover', before, after: { ...before, items: inOrder(items) } },
];

const itemIn = ({ items }: HandoverRow, itemId: HandoverItemId): HandoverItem => {
  const item = items.find(({ id }) => id === itemId);
  if (!item) throw new DomainError('notFound');
  return item;
};

/**
 * The giver writes a line, or changes one on condition of the version that was read (rule R6.3; `version` 0 makes a new one). Other
 * words have to be told and understood again. Throws `notAllowed` to anybody else, `changedMeanwhile`, `badInput` for one
 * too many or an id that is in use, `notFound` also when it was removed, `handoverGone`.
 */
export const decideWriteHandoverItem = (
  facts: TeamFacts,
  input: WhichHandover & { itemId: HandoverItemId; version: number } & Omit<HandoverLine, 'id'>,
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.giver !== actorId) throw new DomainError('notAllowed');
  const { itemId: id, kind, subjectId, text } = input;
  if (input.version === 0) {
    const isKnown = before.items.some((item) => item.id === id);
    if (isKnown || before.items.length >= handoverLimits.items) throw new DomainError('badInput', { field: 'id' });
    return withItems(before, [...before.items, newItem({ id, kind, subjectId, text })]);
  }
  const item = itemIn(before, id);
  if (item.version !== input.version) throw new DomainError('changedMeanwhile');
  if (item.text === text && item.kind === kind) return [];
  const after: HandoverItem = { ...newItem({ ...item, kind, text }), version: item.version + 1 };
  return withItems(
    before,
    before.items.map((each) => (each.id === id ? after : each)),
  );
};

/** The giver takes a line off the list (rule R6.3). What is not on it any more changes nothing. Throws `notAllowed`, `handoverGone`. */
export const decideRemoveHandoverItem = (
  facts: TeamFacts,
  input: WhichHandover & { itemId: HandoverItemId },
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  if (before.giver !== actorId) throw new DomainError('notAllowed');
  const left = before.items.filter(({ id }) => id !== input.itemId);
  return left.length === before.items.length ? [] : withItems(before, left);
};

/**
 * The giver ticks what was told, the receiver what is understood; each their own side alone (rule R6.4). As it was changes nothing.
 * Throws `notAllowed` to anybody else, `notFound`, `handoverGone`.
 */
export const decideTickHandoverItem = (
  facts: TeamFacts,
  input: WhichHandover & { itemId: HandoverItemId; ticked: boolean },
  { actorId }: DecisionContext,
): RowChange[] => {
  const before = openHandoverIn(facts, input);
  const side = before.giver === actorId ? 'byGiver' : before.receiver === actorId ? 'byReceiver' : null;
  if (side === null) throw new DomainError('notAllowed');
  const item = itemIn(before, input.itemId);
  if (item[side] === input.ticked) return [];
  const after: HandoverItem = { ...item, [side]: input.ticked };
  return withItems(
    before,
    before.items.map((each) => (each === item ? after : each)),
  );
};

/** How many lines wait for a tick of the giver, and how many for one of the receiver. Both 0: it can be accepted (rule R6.5). */
export const leftToTick = ({ items }: Pick<HandoverRow, 'items'>): { giver: number; receiver: number } => ({
  giver: items.filter(({ byGiver }) => !byGiver).length,
  receiver: items.filter(({ byReceiver }) => !byReceiver).length,
});
