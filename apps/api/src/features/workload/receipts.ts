import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { WindowId } from '@roer/domain/workload/check-in';

/** The key that receipts are made with, from a secret of the installation. */
export const receiptKey = (secret: string): Buffer => createHmac('sha256', secret).update('roster receipts').digest();

/** What a roster is known by: another when anybody or any team of the group is another. */
export const rosterDigest = (roster: {
  windowId: WindowId;
  teamIds: readonly TeamId[];
  personIds: readonly PersonId[];
}): string =>
  createHash('sha256')
    .update(JSON.stringify([roster.windowId, roster.teamIds.toSorted(), roster.personIds.toSorted()]))
    .digest('base64url');

export type Confirmed = { windowId: WindowId; personId: PersonId; digest: string };

/**
 * What somebody keeps who confirmed a roster. Kept nowhere else: who confirmed is as secret as who answered (rule P17). It proves
 * itself, because nobody else can make it.
 */
export const receiptOf = (key: Buffer, { windowId, personId, digest }: Confirmed): string =>
  createHmac('sha256', key).update(`confirmed ${windowId} ${personId} ${digest}`).digest('base64url');

/** As long as a receipt, and none. */
export const noReceipt = (key: Buffer, personId: PersonId): string =>
  createHmac('sha256', key).update(`nothing ${personId}`).digest('base64url');

export const isReceipt = (key: Buffer, receipt: string, confirmed: Confirmed): boolean => {
  const right = Buffer.from(receiptOf(key, confirmed));
  const given = Buffer.from(receipt);
  return given.length === right.length && timingSafeEqual(given, right);
};
