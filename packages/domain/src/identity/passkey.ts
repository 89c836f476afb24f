import { z } from 'zod';
import { typedPassword } from './schema.ts';

// Passkeys (rules I26–I32): what a browser sends of them, and at which address they work.

/** Binary, as WebAuthn writes it in JSON. */
const binary = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\w-]+$/u);
const credentialId = binary(1400);
const credential = { id: credentialId, rawId: credentialId, type: z.literal('public-key') };

export const passkeyNameLength = 60;
/** More than anybody has devices; a stranger at somebody's desk cannot fill a table. */
export const mostPasskeys = 20;

/** What `navigator.credentials.create` gave; what else the browser tells of the device is left out (rule I15). */
export const newPasskey = z.object({
  ...credential,
  response: z.object({ clientDataJSON: binary(4000), attestationObject: binary(20_000) }),
});
export type NewPasskey = z.infer<typeof newPasskey>;

/** What `navigator.credentials.get` gave. */
export const passkeyAnswer = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: binary(4000),
    authenticatorData: binary(4000),
    signature: binary(8000),
    userHandle: binary(200).nullish(),
  }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;

export const beginPasskeyInput = z.object({ password: typedPassword });
export const addPasskeyInput = z.object({ name: z.string().trim().min(1).max(passkeyNameLength), passkey: newPasskey });
export const removePasskeyInput = z.object({ id: z.uuid() });

/** Where passkeys work: on pages of `origin`, for the name `relyingParty`. */
export type PasskeyPlace = { origin: string; relyingParty: string };

/**
 * Where passkeys work, by the address at which people reach Roer; null where no browser would take one: over http, but for this machine itself, and
 * where the address is a number (rule I31).
 */
export const passkeyPlace = (address: string): PasskeyPlace | null => {
  if (!URL.canParse(address)) return null;
  const { origin, protocol, hostname } = new URL(address);
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isNumber = /^[\d.]+$|^\[/u.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isHere)) && !isNumber
    ? { origin, relyingParty: hostname }
    : null;
};
