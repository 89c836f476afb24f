import type { LocalDate } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';

export type Erasure = { personId: PersonId; on: LocalDate };

/**
 * Who was erased, and on which day: nothing else. Kept apart from the database and its backups, so that whoever restores an older one
 * does not bring anybody back. Only grows.
 */
export type Erasures = {
  /** Waits until it is kept for good. Noting somebody twice changes nothing. */
  note: (erasure: Erasure) => Promise<void>;
  list: () => Promise<Erasure[]>;
};
