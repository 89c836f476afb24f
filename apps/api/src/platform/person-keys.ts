import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  destroyPersonKey,
  keepPersonKey,
  readKeysWrappedBefore,
  readPersonKey,
  savePersonKey,
} from '@roer/db/person-keys';
import type { WrappedKey } from '@roer/db/person-keys';
import { enterOrganisation, readOrganisations } from '@roer/db/first-run';
import type { Pool, PoolClient } from '@roer/db/pool';
import { inTransaction } from '@roer/db/pool-transaction';
import type { OrganisationId, PersonId } from '@roer/domain/ids';
import type { Task } from './jobs.ts';
import type { KeyRing } from './key-ring.ts';

// What is somebody's own text is sealed with a key of theirs (AES-256-GCM, NIST SP 800-38D), and that key with a key-encryption key that the
// database does not hold. Whoever has the database alone reads nothing; whose key is destroyed, of them nothing can be read.

const cipher = 'aes-256-gcm';
const keyLength = 32;
const nonceLength = 12;
const tagLength = 16;

export type Whose = { organisationId: OrganisationId; personId: PersonId };

/** Seals and opens what is one person's. `about` says what it is, such as `goal <id>`: moved to another place it does not open. */
export type PersonKey = {
  seal: (content: string | Uint8Array, about: string) => Buffer;
  /** Throws when it was sealed for something else or was changed. */
  open: (sealed: Uint8Array, about: string) => Buffer;
};

export type PersonKeys = {
  /** The key of a person, made when they have none yet; within the transaction of `client`, which writes. */
  of: (client: PoolClient, whose: Whose) => Promise<PersonKey>;
  /** The key of a person; null when they have none, and so nothing that was sealed can be read. */
  known: (client: PoolClient, whose: Whose) => Promise<PersonKey | null>;
  /** From then on nothing that was sealed for them can be read. */
  destroy: (client: PoolClient, whose: Whose) => Promise<void>;
};

const encrypt = (key: Buffer, content: Uint8Array, about: string): Buffer => {
  const nonce = randomBytes(nonceLength);
  const encryption = createCipheriv(cipher, key, nonce);
  encryption.setAAD(Buffer.from(about, 'utf8'));
  return Buffer.concat([nonce, encryption.update(content), encryption.final(), encryption.getAuthTag()]);
};

const decrypt = (key: Buffer, sealed: Uint8Array, about: string): Buffer => {
  const bytes = Buffer.from(sealed);
  const decryption = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength });
  decryption.setAAD(Buffer.from(about, 'utf8'));
  decryption.setAuthTag(bytes.subarray(bytes.length - tagLength));
  return Buffer.concat([decryption.update(bytes.subarray(nonceLength, -tagLength)), decryption.final()]);
};

const boundTo = ({ organisationId, personId }: Whose): string => `person ${organisationId} ${personId}`;

const wrap = ({ current, keys }: KeyRing, whose: Whose, key: Buffer): WrappedKey => {
  const kek = keys.get(current);
  if (!kek) throw new Error('A key ring holds its current key.');
  return { kekId: current, wrappedKey: encrypt(kek, key, boundTo(whose)) };
};

const unwrap = ({ keys }: KeyRing, whose: Whose, { kekId, wrappedKey }: WrappedKey): Buffer => {
  const kek = keys.get(kekId);
  if (!kek) throw new Error(`The key ring lacks the key ${kekId}, with which keys of people were locked.`);
  return decrypt(kek, wrappedKey, boundTo(whose));
};

const personKey = (key: Buffer, whose: Whose): PersonKey => {
  const bound = (about: string): string => `${boundTo(whose)} ${about}`;
  return {
    seal: (content, about) =>
      encrypt(key, typeof content === 'string' ? Buffer.from(content, 'utf8') : content, bound(about)),
    open: (sealed, about) => decrypt(key, sealed, bound(about)),
  };
};

export const openPersonKeys = (ring: KeyRing): PersonKeys => ({
  of: async (client, whose) => {
    const kept =
      (await readPersonKey(client, whose)) ??
      (await keepPersonKey(client, whose, wrap(ring, whose, randomBytes(keyLength))));
    return personKey(unwrap(ring, whose, kept), whose);
  },
  known: async (client, whose) => {
    const kept = await readPersonKey(client, whose);
    return kept && personKey(unwrap(ring, whose, kept), whose);
  },
  destroy: destroyPersonKey,
});

/** How many keys are wrapped anew in one transaction. */
const batch = 200;

/**
 * Wraps the keys that an earlier key-encryption key wrapped with the current one, so that the earlier can be taken off the ring. What people
 * wrote stays as it is. Gives how many it wrapped. Throws when the ring lacks a key that is still needed.
 */
export const rewrapKeys = async (
  { pool, ring }: { pool: Pool; ring: KeyRing },
  stopping: AbortSignal,
): Promise<number> => {
  let all = 0;
  for (const { id: organisationId } of await readOrganisations(pool)) {
    let wrapped = batch;
    while (wrapped === batch && !stopping.aborted) {
      wrapped = await inTransaction(pool, async (client) => {
        await enterOrganisation(client, organisationId);
        const before = await readKeysWrappedBefore(client, { kekId: ring.current, most: batch });
        for (const { personId, ...kept } of before) {
          const whose = { organisationId, personId };
          await savePersonKey(client, whose, wrap(ring, whose, unwrap(ring, whose, kept)));
        }
        return before.length;
      });
      all += wrapped;
    }
  }
  return all;
};

/** The same by itself, some minutes after a start with another key on top of the ring. */
export const rewrapping = (setting: { pool: Pool; ring: KeyRing }): Task => ({
  name: 'rewrapping',
  runDue: async (stopping) => void (await rewrapKeys(setting, stopping)),
});
