import type { LocalDate } from '@roer/domain/dates';
import type { TeamSnapshot, TransferRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { peopleOf } from '@roer/domain/workload/transfer-endings';

/** Proposals that can still be agreed on, the oldest first. */
export const openTransfersOf = (snapshot: TeamSnapshot, today: LocalDate): TransferRow[] =>
  Object.values(snapshot.transfer)
    .filter(({ state, expiresOn }) => state === 'open' && expiresOn > today)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Whether a proposal waits for somebody's answer. */
export const waitsFor = (transfer: TransferRow, personId: PersonId): boolean =>
  peopleOf(transfer).includes(personId) && !transfer.consents.includes(personId);
