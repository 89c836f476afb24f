import { DomainError } from '../errors.ts';
import type { RowChange, TransferItem, TransferRow } from '../feed.ts';
import type { TransferId } from '../ids.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import { memberIn, newIn } from '../responsibilities/facts.ts';
import type { DecisionContext, TeamFacts } from '../responsibilities/facts.ts';
import { withFollowing } from '../responsibilities/following.ts';
import { peopleOf } from './open-transfers.ts';
import { withdrawnTransfer } from './transfer-endings.ts';
import { movedBy } from './transfer-moves.ts';

/** Rule W2.6: a proposal can be agreed to on fourteen days, the day it was made included. */
export const transferDays = 14;

/** How many things one proposal holds at most: more is a reorganisation. */
export const mostItems = 20;

/** The furthest that a proposal reaches, in days: when it begins, and how long it lasts. */
const furthest = 366;

export type ProposeTransfer = {
  transferId: TransferId;
  items: TransferItem[];
  /** For a while: the days [from, until). For good `until` is null: it moves on the day of the last consent, and `from` is today. */
  from: LocalDate;
  until: LocalDate | null;
};

/**
 * Any member proposes that things go from some people to others, together or not at all (rule W2.6). Nothing moves yet; who
 * proposes what they give or receive themselves consents with it. What could not be done now is not proposed.
 * Throws `badInput` (field `from`, `until`, `sharePercent` or `id`), `offerExists` for what is proposed already, and what `movedBy` throws.
 */
export const decideProposeTransfer = (
  facts: TeamFacts,
  input: ProposeTransfer,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  memberIn(facts, actorId);
  const { transferId: id, until } = input;
  // Sent later than it was written it begins today.
  const from = input.from < today || until === null ? today : input.from;
  if (input.from > (until === null ? today : addDays(today, furthest)))
    throw new DomainError('badInput', { field: 'from' });
  if (until !== null && (until <= from || until > addDays(from, furthest)))
    throw new DomainError('badInput', { field: 'until' });
  newIn(facts, 'transfer', [id]);
  const ids = input.items.map((item) => item.id);
  newIn(facts, 'assignment', ids);
  newIn(facts, 'delegation', ids);
  const items = input.items.map((item) => asWhole(facts, item));
  movedBy(facts, { items, from, until }, today);
  const open = Object.values(facts.transfer).filter(({ expiresOn }) => expiresOn > today);
  if (open.some((other) => isSameAsk(other, { items, from, until }))) throw new DomainError('offerExists');
  const expiresOn = addDays(today, transferDays);
  const after: TransferRow = {
    id,
    items,
    from,
    until,
    proposedBy: actorId,
    madeOn: today,
    state: 'open',
    consents: peopleOf({ items }).filter((personId) => personId === actorId),
    expiresOn: until !== null && until < expiresOn ? until : expiresOn,
  };
  return [{ entity: 'transfer', before: null, after }];
};

/** Standing in moves as a whole (R4.4), whatever was asked. */
const asWhole = (facts: TeamFacts, item: TransferItem): TransferItem => {
  const given = item.assignmentId && facts.assignment[item.assignmentId];
  return given && given.role === 'substitute' ? { ...item, sharePercent: given.sharePercent } : item;
};

type Ask = Pick<TransferRow, 'items' | 'from' | 'until'>;
const isSameAsk = (one: Ask, other: Ask): boolean => asked(one) === asked(other);
const asked = ({ items, from, until }: Ask): string =>
  JSON.stringify([
    from,
    until,
    ...items
      .map((item) => `${item.assignmentId ?? item.workId} ${item.giver} ${item.receiver} ${item.sharePercent}`)
      .toSorted(),
  ]);

/** Throws `transferGone` when it was agreed on, withdrawn, or has expired by `today`. */
const openTransferIn = (facts: TeamFacts, id: TransferId, today: LocalDate): TransferRow => {
  const transfer = facts.transfer[id];
  if (!transfer || transfer.expiresOn <= today) throw new DomainError('transferGone');
  return transfer;
};

/**
 * Somebody whom it concerns agrees (rule W2.6); when everybody did, all of it moves in the same moment (W2.7). Agreeing twice changes
 * nothing. Throws `notAllowed` to anybody else, `transferGone` when it is no longer open or can no longer be done.
 */
export const decideConsentTransfer = (
  facts: TeamFacts,
  input: { transferId: TransferId },
  context: DecisionContext,
): RowChange[] => {
  const { actorId, today } = context;
  const before = openTransferIn(facts, input.transferId, today);
  const people = peopleOf(before);
  if (!people.includes(actorId)) throw new DomainError('notAllowed');
  if (before.consents.includes(actorId)) return [];
  const consents = [...before.consents, actorId].toSorted();
  const isAgreed = people.every((personId) => consents.includes(personId));
  const after: TransferRow = { ...before, consents, state: isAgreed ? 'agreed' : 'open' };
  const consented: RowChange = { entity: 'transfer', before, after };
  if (!isAgreed) return [consented];
  return withFollowing(facts, [consented, ...agreedMoves(facts, before, today)], context);
};

const agreedMoves = (facts: TeamFacts, transfer: TransferRow, today: LocalDate): RowChange[] => {
  try {
    return movedBy(facts, transfer, today);
  } catch (error) {
    // Whatever came in between, all of it is off: nothing of it was saved.
    if (error instanceof DomainError) throw new DomainError('transferGone');
    throw error;
  }
};

/**
 * Who proposed it takes it back, or somebody whom it concerns says no, also after agreeing (rule W2.6). Throws `notAllowed` to anybody
 * else, `transferGone`.
 */
export const decideWithdrawTransfer = (
  facts: TeamFacts,
  input: { transferId: TransferId },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const before = openTransferIn(facts, input.transferId, today);
  if (before.proposedBy !== actorId && !peopleOf(before).includes(actorId)) throw new DomainError('notAllowed');
  return [withdrawnTransfer(before)];
};
