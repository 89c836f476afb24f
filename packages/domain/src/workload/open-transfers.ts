import type { LocalDate } from '../dates.ts';
import type { TeamSnapshot, TransferRow } from '../feed.ts';
import type { PersonId } from '../ids.ts';

/** Proposals that can still be agreed on, the oldest first. */
export const openTransfersOf = (snapshot: Pick<TeamSnapshot, 'transfer'>, today: LocalDate): TransferRow[] =>
  Object.values(snapshot.transfer)
    .filter(({ state, expiresOn }) => state === 'open' && expiresOn > today)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Everybody whom a proposal asks: who would give, and who would receive. */
export const peopleOf = ({ items }: Pick<TransferRow, 'items'>): PersonId[] => [
  ...new Set(items.flatMap(({ giver, receiver }) => [giver, receiver])),
];
