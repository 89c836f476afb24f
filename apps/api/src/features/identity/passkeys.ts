import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { inOrganisation } from '@roer/db/organisation-transaction';
import type { Transaction } from '@roer/db/organisation-transaction';
import { holdAccount, insertAuditEntry } from '@roer/db/provider-people';
import type { AccountAction } from '@roer/domain/audit/kinds';
import { dateAt } from '@roer/domain/dates';
import { DomainError } from '@roer/domain/errors';
import { passkeyPlace } from '@roer/domain/identity/passkey';
import type { PasskeyPlace } from '@roer/domain/identity/passkey';
import type { NewPasskey } from '@roer/domain/identity/passkey-schema';
import type { Platform } from '../../platform/dependencies.ts';
import type { SignedInContext } from '../../platform/trpc.ts';
import { demandFresh } from './fresh.ts';
import { challengeLifetime, newChallenge, takeChallenge } from './passkey-challenges.ts';
import { deletePasskey, insertPasskey, readOwner, readPasskeys } from './passkey-table.ts';
import type { OwnPasskey } from './passkey-table.ts';

/** EdDSA, ECDSA on P-256 and RSA, by their numbers in COSE: what every device has one of. */
const algorithms = [-8, -7, -257];

/** Where passkeys work; null where they do not: passwords are off, or no browser would take one at this address (rule I31). */
export const placeOfPasskeys = ({ doors, baseUrl }: Platform): PasskeyPlace | null =>
  doors.passwords ? passkeyPlace(baseUrl()) : null;

/** One's own passkeys. `origin`: on pages of which address one can add one; null for somebody who cannot, as long as they have no password. */
export const ownPasskeys = async ({
  platform,
  actor,
}: SignedInContext): Promise<{ origin: string | null; passkeys: OwnPasskey[] }> => {
  const passkeys = await readPasskeys(platform.identityPool, actor);
  const has = (await platform.accounts.withPassword(actor.organisationId)).has(actor.personId);
  return {
    origin: has ? (placeOfPasskeys(platform)?.origin ?? null) : null,
    passkeys: passkeys.map(({ id, name, createdOn, usedOn }) => ({ id, name, createdOn, usedOn })),
  };
};

/** What a browser asks of a device to make a passkey, as `PublicKeyCredentialCreationOptionsJSON`. */
export type PasskeyWish = {
  challenge: string;
  rp: { id: string; name: string };
  user: { id: string; name: string; displayName: string };
  pubKeyCredParams: { alg: number; type: 'public-key' }[];
  timeout: number;
  excludeCredentials: { id: string; type: 'public-key' }[];
  authenticatorSelection: { residentKey: 'required'; requireResidentKey: true; userVerification: 'required' };
  attestation: 'none';
};

/** Begins to add a passkey, after the password (rule I28). Throws `wrongPassword`, `tooManyRequests`, and `notFound` where there are none. */
export const beginPasskey = async (context: SignedInContext, input: { password: string }): Promise<PasskeyWish> => {
  const { platform, actor, session } = context;
  const place = placeOfPasskeys(platform);
  if (!place) throw new DomainError('notFound');
  await demandFresh(context, input);
  const owner = await readOwner(platform.identityPool, actor);
  if (!owner) throw new DomainError('notFound');
  return {
    challenge: await newChallenge(platform, { kind: 'add', whose: session.id }),
    rp: { id: place.relyingParty, name: 'Roer' },
    user: { id: handleOf(owner.userId), name: owner.email, displayName: actor.name },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' })),
    timeout: challengeLifetime,
    excludeCredentials: owner.credentialIds.map((id) => ({ id, type: 'public-key' })),
    // Kept on the device with whose it is, and never without a finger, a face or a pin.
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    // Which make of device it is, is nobody's business (rule I15).
    attestation: 'none',
  };
};

/** What a device calls its owner: bytes of a number that says nothing outside these tables. base64url. */
export const handleOf = (userId: string): string =>
  Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');

/**
 * Adds the passkey that a device made for the wish of this session. Throws `badInput` when it is not that, or came too late; `changedMeanwhile` when the
 * account is not what it was.
 */
export const addPasskey = async (
  { platform, actor, session, now }: SignedInContext,
  { name, passkey }: { name: string; passkey: NewPasskey },
): Promise<void> => {
  const place = placeOfPasskeys(platform);
  if (!place) throw new DomainError('notFound');
  const made = await verified(passkey, place, (challenge) =>
    takeChallenge(platform, { kind: 'add', whose: session.id, challenge }),
  );
  if (!made) throw new DomainError('badInput', { field: 'passkey' });
  await inOrganisation(platform.prisma, actor, async (transaction) => {
    if (!(await holdAccount(transaction, actor.personId))) throw new DomainError('notFound');
    await noteInAudit(transaction, { platform, actor, now, action: 'account.passkeyAdd' });
    // Last, because it is another role's transaction: when it refuses, ours is not committed.
    const added = await insertPasskey(platform.identityPool, {
      id: platform.clock.newId(),
      sessionId: session.id,
      credentialId: made.id,
      publicKey: made.publicKey,
      counter: made.counter,
      name,
      createdOn: dateAt(now),
    });
    if (!added) throw new DomainError('changedMeanwhile');
  });
};

/** Takes one of one's own passkeys away (rule I30). Throws `notFound`. */
export const removePasskey = async (
  { platform, actor, now }: SignedInContext,
  { id }: { id: string },
): Promise<void> => {
  await inOrganisation(platform.prisma, actor, async (transaction) => {
    await noteInAudit(transaction, { platform, actor, now, action: 'account.passkeyRemove' });
    // As above.
    if (!(await deletePasskey(platform.identityPool, { ...actor, id }))) throw new DomainError('notFound');
  });
};

const noteInAudit = (
  transaction: Transaction,
  { platform, actor, now, action }: Pick<SignedInContext, 'platform' | 'actor' | 'now'> & { action: AccountAction },
): Promise<void> =>
  insertAuditEntry(transaction, {
    organisationId: actor.organisationId,
    id: platform.clock.newId(),
    actorId: actor.personId,
    action,
    subjectId: actor.personId,
    detail: {},
    at: now,
  });

/** The key of a new passkey; null for anything that is not what was asked for. What a library says of it may quote it. */
const verified = async (
  passkey: NewPasskey,
  { origin, relyingParty }: PasskeyPlace,
  expectedChallenge: (challenge: string) => Promise<boolean>,
) => {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...passkey, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: relyingParty,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    return null;
  }
};
