import { DomainError } from '../errors.ts';

/** Long is what counts (NIST SP 800-63B-4 §3.1.1.2): no rule asks for signs or capitals. Lengths in characters. */
export const passwordLimits = { min: 12, max: 128 };

/** Long enough and yet among the first that anybody tries, also with figures or signs behind them. */
const common = [
  'password',
  'passw0rd',
  'wachtwoord',
  'welkom',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'iloveyou',
  'geheim',
  'gemeente',
  'administrator',
  'beheerder',
  'changeme',
  'letmein',
  'abc',
  'roer',
];

/** Why a password is not good enough; null when it is. `email` is the address that it goes with. */
export const passwordWeakness = (
  password: string,
  { email }: { email: string },
): 'tooShort' | 'tooLong' | 'isAddress' | 'common' | null => {
  const length = [...password].length;
  if (length < passwordLimits.min) return 'tooShort';
  if (length > passwordLimits.max) return 'tooLong';
  const plain = password.toLowerCase().trim();
  const address = email.toLowerCase();
  if (plain === address || plain === address.split('@')[0]) return 'isAddress';
  return isCommon(plain) ? 'common' : null;
};

/** Throws `passwordWeak` unless the password is good enough. */
export const demandStrongPassword = (password: string, account: { email: string }): void => {
  if (passwordWeakness(password, account) !== null) throw new DomainError('passwordWeak', { field: 'password' });
};

const isCommon = (plain: string): boolean => {
  if (new Set(plain).size < 5) return true;
  const steps = [...plain].map(
    (character, index) => (plain.codePointAt(index + 1) ?? 0) - (character.codePointAt(0) ?? 0),
  );
  if (steps.slice(0, -1).every((step) => step === 1 || step === -1 || step === -9 || step === 9)) return true;
  // "wachtwoord2026!" and "welkom welkom" are no more than the words they are made of.
  const letters = plain.replaceAll(/\s/g, '').replaceAll(/[^a-z]+$|^[^a-z]+/g, '');
  const rest = common.reduce((left, word) => left.replaceAll(word, ''), letters);
  return letters !== '' && rest === '';
};
