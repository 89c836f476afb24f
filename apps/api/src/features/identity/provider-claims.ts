import type { ProviderClaims } from '@roer/domain/identity/single-sign-on';
import { emailAddress } from '@roer/domain/identity/schema';
import type { SingleSignOnSettings } from '../../platform/single-sign-on.ts';

/** What came in tokens and from the provider's userinfo; nothing of it is of a known shape. */
export type RawClaims = Readonly<Record<string, unknown>>;

/** The value of a claim: by its very name, else with dots that go into an object, such as `realm_access.roles`. */
const claimAt = (claims: RawClaims, path: string): unknown => {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    // Just looked at.
    value = (value as RawClaims)[key];
  }
  return value;
};

const textOf = (value: unknown, longest: number): string | null => {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text.slice(0, longest);
};

/** Entra leaves groups out when there are too many for a token, and says so (`_claim_names`). */
const leftOut = (claims: RawClaims, name: string): boolean => {
  const names = claims['_claim_names'];
  return (
    (typeof names === 'object' && names !== null && Object.hasOwn(names, name)) ||
    (name === 'groups' && claims['hasgroups'] === true)
  );
};

const groupsOf = (claims: RawClaims, name: string): string[] | null => {
  const value = claimAt(claims, name);
  if (value === undefined && leftOut(claims, name)) return null;
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'string');
};

/** Whether the claims hold everything that is asked for, so that the provider need not be asked again. */
export const isComplete = (claims: RawClaims, { claims: names }: Pick<SingleSignOnSettings, 'claims'>): boolean =>
  Object.values(names).every((name) => claimAt(claims, name) !== undefined);

/** Reads what the settings name. A subject is never empty: the library has checked it. */
export const readClaims = (
  raw: RawClaims & { sub: string },
  { claims, emailsAreVerified }: Pick<SingleSignOnSettings, 'claims' | 'emailsAreVerified'>,
): ProviderClaims => {
  const email = emailAddress.safeParse(claimAt(raw, claims.email));
  // Some providers send it as a word.
  const said = raw['email_verified'] === true || raw['email_verified'] === 'true' || raw['xms_edov'] === true;
  return {
    subject: raw.sub,
    email: email.success ? email.data : null,
    emailVerified: emailsAreVerified || (said && claims.email === 'email'),
    name: textOf(claimAt(raw, claims.name), 120),
    groups: groupsOf(raw, claims.groups),
  };
};
