import type { TransferRow } from '@roer/domain/feed';
import type { PersonId } from '@roer/domain/ids';
import { peopleOf } from '@roer/domain/workload/open-transfers';

/** Whether a proposal waits for somebody's answer. */
export const waitsFor = (transfer: TransferRow, personId: PersonId): boolean =>
  peopleOf(transfer).includes(personId) && !transfer.consents.includes(personId);
