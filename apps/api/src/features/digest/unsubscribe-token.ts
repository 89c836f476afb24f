import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { PersonKey } from '../../platform/accounts.ts';

// A token is base64url of 64 bytes: the two ids and an HMAC-SHA256 of them. Nothing is stored, and it works until the
// installation's secret changes: who keeps an old mail can still stop the mails.

/** The key of these tokens, made of the installation's secret so that nothing else signs the same. */
export const unsubscribeKey = (secret: string): Buffer =>
  createHmac('sha256', secret).update('unsubscribe from the digest').digest();

const signature = (key: Buffer, ids: Buffer): Buffer => createHmac('sha256', key).update(ids).digest();
const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The token in the mail of one person. */
export const makeUnsubscribeToken = (key: Buffer, { organisationId, personId }: PersonKey): string => {
  const ids = Buffer.concat([bytesOf(organisationId), bytesOf(personId)]);
  return Buffer.concat([ids, signature(key, ids)]).toString('base64url');
};

/** Whose token it is; null when we did not make it. */
export const readUnsubscribeToken = (key: Buffer, token: string): PersonKey | null => {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 64 || bytes.toString('base64url') !== token) return null;
  const ids = bytes.subarray(0, 32);
  if (!timingSafeEqual(bytes.subarray(32), signature(key, ids))) return null;
  return {
    // We signed these two ids.
    organisationId: uuidOf(ids.subarray(0, 16)) as OrganisationId,
    personId: uuidOf(ids.subarray(16)) as PersonId,
  };
};
