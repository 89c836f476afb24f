import type { PersonId } from '../ids.ts';

/** Why somebody did not come in by the identity provider; the page says each in a sentence. */
export const signInRefusals = [
  /** They stopped at the provider. */
  'cancelled',
  /** It does not answer. */
  'providerDown',
  /** What it answered is not to be trusted, or is an error. */
  'providerFailed',
  /** This try is not under way any more, or began in another browser. */
  'stale',
  'tooManyRequests',
  /** It tells no address of mail, or does not say that it is theirs. */
  'emailMissing',
  'emailUnverified',
  /** Nobody invited them and no group of theirs gives them anything. */
  'unknownPerson',
  'accountEnded',
  /** Another account of the provider signs this person in. */
  'linkedElsewhere',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];

/** What the provider says of somebody. `groups` is null when it says that it left them out: too many to list. */
export type ProviderClaims = {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  groups: readonly string[] | null;
};

/** Somebody of the organisation. `ended`: an administrator ended the account and did not invite them since. */
export type Known = { personId: PersonId; ended: boolean };

export type AdmissionFacts = {
  /** Whom this account of the provider signed in before. */
  linked: Known | null;
  /** Who has the address of mail, and whether another account of this provider signs them in. */
  byEmail: (Known & { linkedElsewhere: boolean }) | null;
  /** Whether somebody whom nobody knows may come in: a group gives them something, or everybody may. */
  welcome: boolean;
};

/** `known` was linked before; `link` is known by the address; `new` has to be made. */
export type Admission =
  | { kind: 'known' | 'link'; personId: PersonId }
  | { kind: 'new'; email: string }
  | { kind: 'refused'; why: SignInRefusal };

/**
 * Who comes in by the identity provider (rules I18, I19): whoever is linked, by that alone; else by an address of mail that is certainly theirs, whoever has it
 * here; else a new person, when something says that they are welcome.
 */
export const decideAdmission = (
  { linked, byEmail, welcome }: AdmissionFacts,
  { email, emailVerified }: Pick<ProviderClaims, 'email' | 'emailVerified'>,
): Admission => {
  if (linked) return linked.ended ? refused('accountEnded') : { kind: 'known', personId: linked.personId };
  if (email === null) return refused('emailMissing');
  if (!emailVerified) return refused('emailUnverified');
  if (!byEmail) return welcome ? { kind: 'new', email } : refused('unknownPerson');
  if (byEmail.ended) return refused('accountEnded');
  return byEmail.linkedElsewhere ? refused('linkedElsewhere') : { kind: 'link', personId: byEmail.personId };
};

const refused = (why: SignInRefusal): Admission => ({ kind: 'refused', why });
