import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { NewPasskey, PasskeyAnswer } from '@roer/domain/identity/passkey-schema';

/** What a device does otherwise than it should. */
export type Misuse = {
  /** The page on which it happens. */
  origin?: string;
  relyingParty?: string;
  /** No finger, face or pin was asked. */
  unverified?: boolean;
  /** What the device says it counted. */
  counter?: number;
  userHandle?: string;
};

type Wish = { challenge: string; rp: { id: string }; user: { id: string } };

/** A device with one passkey, made by hand: ECDSA on P-256, and CBOR as far as it takes (RFC 8949). */
export type Authenticator = {
  /** Makes the passkey. */
  create: (wish: Wish, misuse?: Misuse) => NewPasskey;
  /** Signs in by it; counts. */
  answer: (asked: { challenge: string; rpId: string }, misuse?: Misuse) => PasskeyAnswer;
};

export const createAuthenticator = (origin: string): Authenticator => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  // Key type EC2, algorithm ES256, curve P-256 and its point.
  const coseKey = map([
    [integer(1), integer(2)],
    [integer(3), integer(-7)],
    [integer(-1), integer(1)],
    [integer(-2), bytes(Buffer.from(x, 'base64url'))],
    [integer(-3), bytes(Buffer.from(y, 'base64url'))],
  ]);
  let [userHandle, counter] = [randomBytes(16).toString('base64url'), 0];
  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' } as const;
  return {
    create: ({ challenge, rp, user }, misuse = {}) => {
      userHandle = user.id;
      const authData = Buffer.concat([
        authenticatorData(misuse.relyingParty ?? rp.id, { ...misuse, counter, attested: true }),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey,
      ]);
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authData)],
      ]);
      const clientDataJSON = clientData('webauthn.create', challenge, misuse.origin ?? origin).toString('base64url');
      return { ...credential, response: { clientDataJSON, attestationObject: attestation.toString('base64url') } };
    },
    answer: ({ challenge, rpId }, misuse = {}) => {
      counter = misuse.counter ?? counter + 1;
      const data = authenticatorData(misuse.relyingParty ?? rpId, { ...misuse, counter });
      const client = clientData('webauthn.get', challenge, misuse.origin ?? origin);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...credential,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle: misuse.userHandle ?? userHandle,
        },
      };
    },
  };
};

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

const authenticatorData = (
  relyingParty: string,
  { unverified = false, attested = false, counter }: { unverified?: boolean; attested?: boolean; counter: number },
): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const flags = 0x01 | (unverified ? 0 : 0x04) | (attested ? 0x40 : 0);
  return Buffer.concat([createHash('sha256').update(relyingParty).digest(), Buffer.from([flags]), count]);
};

const head = (major: number, value: number): Buffer => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};
const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (entries: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flat()]);
