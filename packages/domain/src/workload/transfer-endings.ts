import { DomainError } from '../errors.ts';
import { applyChanges } from '../feed.ts';
import type { RowChange, TransferRow } from '../feed.ts';
import type { ResponsibilityId } from '../ids.ts';
import type { LocalDate } from '../dates.ts';
import type { TeamFacts } from '../responsibilities/facts.ts';
import { peopleOf } from './open-transfers.ts';
import { movedBy } from './transfer-moves.ts';

export const withdrawnTransfer = (before: TransferRow): RowChange => ({
  entity: 'transfer',
  before,
  after: { ...before, state: 'withdrawn' },
});

/**
 * The changes of a command with the open proposals that end by them (rule W2.8): about what is no longer the giver's to give, or
 * with somebody who left. Looks only at the responsibilities that the changes touch: a server has no others at hand.
 */
export const withTransfers = (
  facts: TeamFacts,
  changes: readonly RowChange[],
  { today }: { today: LocalDate },
): RowChange[] => {
  const open = Object.values(facts.transfer).filter(({ expiresOn }) => expiresOn > today);
  if (open.length === 0 || changes.length === 0) return [...changes];
  const after = applyChanges(facts, changes);
  const members = new Set(Object.values(after.member).map(({ personId }) => personId));
  const touched = new Set(changes.flatMap(touchedBy));
  const isGone = (transfer: TransferRow): boolean =>
    [transfer.proposedBy, ...peopleOf(transfer)].some((personId) => !members.has(personId)) ||
    !canStill(
      after,
      { ...transfer, items: transfer.items.filter((item) => touched.has(item.responsibilityId)) },
      today,
    );
  return [
    ...changes,
    ...open
      .filter(({ id }) => after.transfer[id])
      .filter(isGone)
      .map(withdrawnTransfer),
  ];
};

const touchedBy = (change: RowChange): ResponsibilityId[] => {
  if (change.entity === 'responsibility') return change.after ? [change.after.id] : [];
  if (change.entity !== 'assignment' && change.entity !== 'delegation' && change.entity !== 'deadlineWork') return [];
  const row = change.after ?? change.before;
  return row ? [row.responsibilityId] : [];
};

const canStill = (facts: TeamFacts, transfer: TransferRow, today: LocalDate): boolean => {
  try {
    movedBy(facts, transfer, today);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
};
