import { z } from 'zod';
import { passkeyNameLength } from './passkey.ts';
import { typedPassword } from './schema.ts';

// What a browser sends of passkeys (rules I26–I28).

/** Binary, as WebAuthn writes it in JSON. */
const binary = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\w-]+$/u);
const credentialId = binary(1400);
const credential = { id: credentialId, rawId: credentialId, type: z.literal('public-key') };

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
