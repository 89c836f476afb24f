import type { OrganisationId } from '@roer/domain/ids';

/**
 * Keeps the private key of each epoch until it closes. Never in the database that holds the answers, nor in its backups:
 * whoever has one of the two can read nothing. What was destroyed is remembered as such and never comes back.
 */
export type EpochKeys = {
  /** The key of an epoch, made by `newKey` (32 bytes) when there was none; null when it was destroyed. All processes get the same. */
  obtain: (organisationId: OrganisationId, epoch: number, newKey: () => Buffer) => Promise<Buffer | null>;
  read: (organisationId: OrganisationId, epoch: number) => Promise<Buffer | 'absent' | 'destroyed'>;
  /** Does nothing more when it is done twice; also without a key nothing can be made for this epoch afterwards. */
  destroy: (organisationId: OrganisationId, epoch: number) => Promise<void>;
  /** Every key that is not destroyed. */
  list: () => Promise<{ organisationId: OrganisationId; epoch: number }[]>;
};
