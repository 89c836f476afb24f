import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { generateKeyPairSync, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { AnswerValue, Statement } from '@roer/domain/workload/check-in';

// An answer is sealed with the public key of its epoch (ECIES): an X25519 key of its own, HKDF-SHA256 (RFC 5869), AES-256-GCM
// (NIST SP 800-38D). Key and nonce come of that key of its own, which is used once. So the server that takes answers can read none, and only the epoch's private key opens them.

/** What an answer is bound to: moved to another row it does not open. */
export type SealedFor = { organisationId: OrganisationId; epoch: number; personId: PersonId; statement: Statement };

/** A blank is value 0: a row that nobody filled in is as long as one that somebody did. */
export type Content = { value: AnswerValue; share: boolean };

const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;
const contentLength = 2;
const cipher = 'aes-256-gcm';

// X25519 keys in DER are these bytes before the key itself (RFC 8410).
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');

const rawOf = (publicKey: KeyObject): Buffer =>
  publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
const publicKeyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });

/** A new private key of an epoch: 32 bytes. */
export const newEpochKey = (): Buffer =>
  generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privatePrefix.length);

/** The private key of an epoch, to open answers with; `publicKey` is what seals them. */
export type EpochKey = { privateKey: KeyObject; publicKey: Buffer };

export const epochKeyFrom = (raw: Buffer): EpochKey => {
  const der = Buffer.concat([privatePrefix, raw]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return { privateKey, publicKey: rawOf(createPublicKey(privateKey)) };
};

const boundTo = ({ organisationId, epoch, personId, statement }: SealedFor): Buffer =>
  Buffer.from([organisationId, epoch, personId, statement].join(' '), 'utf8');

const secretsOf = (shared: Buffer, ephemeral: Buffer, publicKey: Buffer): { key: Buffer; nonce: Buffer } => {
  const salt = Buffer.concat([ephemeral, publicKey]);
  const bytes = Buffer.from(hkdfSync('sha256', shared, salt, 'roer answer 1', keyLength + nonceLength));
  return { key: bytes.subarray(0, keyLength), nonce: bytes.subarray(keyLength) };
};

/** Seals one answer. Gives 50 bytes: the own public key, the content and its tag. */
export const seal = (publicKey: Buffer, of: SealedFor, { value, share }: Content): Buffer => {
  const own = generateKeyPairSync('x25519');
  const ephemeral = rawOf(own.publicKey);
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: publicKeyOf(publicKey) });
  const { key, nonce } = secretsOf(shared, ephemeral, publicKey);
  const encryption = createCipheriv(cipher, key, nonce);
  encryption.setAAD(boundTo(of));
  const content = Buffer.concat([encryption.update(Buffer.from([value, share ? 1 : 0])), encryption.final()]);
  return Buffer.concat([ephemeral, content, encryption.getAuthTag()]);
};

/** Opens one answer; null when it was sealed for another row or key, or was changed. */
export const open = ({ privateKey, publicKey }: EpochKey, of: SealedFor, sealed: Buffer): Content | null => {
  const ephemeral = sealed.subarray(0, keyLength);
  const content = sealed.subarray(keyLength, keyLength + contentLength);
  const tag = sealed.subarray(keyLength + contentLength);
  if (tag.length !== tagLength) return null;
  try {
    const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(ephemeral) });
    const { key, nonce } = secretsOf(shared, ephemeral, publicKey);
    const decryption = createDecipheriv(cipher, key, nonce, { authTagLength: tagLength });
    decryption.setAAD(boundTo(of));
    decryption.setAuthTag(tag);
    const [value = 0, share = 0] = Buffer.concat([decryption.update(content), decryption.final()]);
    // Only `seal` writes what opens, and it takes nothing else.
    return { value: value as AnswerValue, share: share === 1 };
  } catch {
    return null;
  }
};
