import type { Failure } from '../../live/api.ts';
import { codeOf, post } from './sign-in-doors.ts';

/** Why a passkey did not sign anybody in: what a door says of everybody, or what is of passkeys alone. */
export type PasskeyFailure = Failure | { why: 'cancelled' | 'unable' | 'passkeyUnknown' | 'passkeyRefused' };

/** Asks what is to be signed, lets the device sign it, and comes in with that. What talks to devices is loaded when it is wanted. */
export const signInByPasskey = async (): Promise<PasskeyFailure | null> => {
  const unreachable: Failure = { code: 'unreachable', detail: {} };
  const asked = await post('passkey/begin', {});
  if (!asked) return unreachable;
  if (!asked.ok) return { code: codeOf(asked.answer.code), detail: {} };
  const device = await import('./passkey-device.ts').catch(() => null);
  if (!device) return unreachable;
  // As the door gives it.
  const signed = await device.answerWithPasskey(asked.answer as { challenge: string });
  if (typeof signed === 'string') return { why: signed === 'cancelled' ? signed : 'unable' };
  const came = await post('passkey/sign-in', signed);
  if (!came) return unreachable;
  if (came.ok) return null;
  const { code } = came.answer;
  return code === 'passkeyUnknown' || code === 'passkeyRefused' ? { why: code } : { code: codeOf(code), detail: {} };
};
