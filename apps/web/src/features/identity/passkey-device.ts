import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';

/**
 * Why the device gave nothing. `cancelled`: somebody stopped, waited too long, or it has no passkey of Roer: browsers do not tell which; `already`: it has
 * one of theirs; `unable`: it cannot.
 */
export type DeviceRefusal = 'cancelled' | 'already' | 'unable';

/** Lets the device make a passkey. */
export const makePasskey = (
  optionsJSON: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON | DeviceRefusal> => orRefusal(startRegistration({ optionsJSON }));

/** Lets the device sign what the door asked. */
export const answerWithPasskey = (
  optionsJSON: PublicKeyCredentialRequestOptionsJSON,
): Promise<AuthenticationResponseJSON | DeviceRefusal> => orRefusal(startAuthentication({ optionsJSON }));

const orRefusal = async <Result>(asked: Promise<Result>): Promise<Result | DeviceRefusal> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'already';
    // Named by the standard, also where the library wraps it.
    const name = error instanceof Error ? error.name : '';
    return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'unable';
  }
};
