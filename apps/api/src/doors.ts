import { readFileSync } from 'node:fs';
import { groupMapping } from '@roer/domain/identity/group-mapping';
import type { GroupMapping } from '@roer/domain/identity/group-mapping';
import type { Environment } from './env.ts';
import type { Doors } from './platform/single-sign-on.ts';

/** By which doors people come in, from the settings. Throws an Error that says which setting is wrong; it repeats no secret. */
export const doorsOf = (environment: Environment): Doors => {
  const passwords = environment.LOCAL_PASSWORDS;
  const { OIDC_ISSUER, OIDC_CLIENT_ID } = environment;
  if (OIDC_ISSUER === undefined) {
    if (OIDC_CLIENT_ID !== undefined) throw new Error('OIDC_CLIENT_ID is set and OIDC_ISSUER is not');
    if (!passwords)
      throw new Error('With LOCAL_PASSWORDS=off nobody could sign in: set OIDC_ISSUER and OIDC_CLIENT_ID');
    return { passwords, provider: null };
  }
  demandIssuer(OIDC_ISSUER);
  if (OIDC_CLIENT_ID === undefined) throw new Error('OIDC_CLIENT_ID is missing: the provider gives it to Roer');
  if (environment.PUBLIC_URL === undefined)
    throw new Error('With OIDC_ISSUER, PUBLIC_URL must be set: the provider sends people back to that address');
  const scope = environment.OIDC_SCOPE;
  if (!scope.split(' ').includes('openid')) throw new Error('OIDC_SCOPE must contain openid');
  return {
    passwords,
    provider: {
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: secretOf(environment),
      name: environment.OIDC_NAME,
      scope,
      claims: {
        email: environment.OIDC_EMAIL_CLAIM,
        name: environment.OIDC_NAME_CLAIM,
        groups: environment.OIDC_GROUPS_CLAIM,
      },
      emailsAreVerified: environment.OIDC_EMAILS_ARE_VERIFIED,
      admitsAnybody: environment.OIDC_ADMITS_ANYBODY,
      groups: groupsOf(environment),
      sessionHours: environment.OIDC_SESSION_HOURS,
    },
  };
};

/** Names of this machine, for trying things out: nothing can listen in between. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const demandIssuer = (issuer: string): void => {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  if (!url || !isSafe) throw new Error('OIDC_ISSUER must begin with https://');
  if (/^\/(common|organizations|consumers)(\/|$)/.test(url.pathname))
    throw new Error('OIDC_ISSUER must name your own tenant: of /common anybody with an account there would be let in');
};

const secretOf = ({ OIDC_CLIENT_SECRET, OIDC_CLIENT_SECRET_FILE }: Environment): string | null => {
  if (OIDC_CLIENT_SECRET !== undefined && OIDC_CLIENT_SECRET_FILE !== undefined)
    throw new Error('Set OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE, not both');
  if (OIDC_CLIENT_SECRET_FILE === undefined) return OIDC_CLIENT_SECRET ?? null;
  const secret = textOf('OIDC_CLIENT_SECRET_FILE', OIDC_CLIENT_SECRET_FILE).trim();
  if (secret === '') throw new Error('OIDC_CLIENT_SECRET_FILE is empty');
  return secret;
};

const groupsOf = ({ OIDC_GROUPS, OIDC_GROUPS_FILE }: Environment): GroupMapping => {
  if (OIDC_GROUPS !== undefined && OIDC_GROUPS_FILE !== undefined)
    throw new Error('Set OIDC_GROUPS or OIDC_GROUPS_FILE, not both');
  const setting = OIDC_GROUPS_FILE === undefined ? 'OIDC_GROUPS' : 'OIDC_GROUPS_FILE';
  const text = OIDC_GROUPS_FILE === undefined ? (OIDC_GROUPS ?? '{}') : textOf(setting, OIDC_GROUPS_FILE);
  const result = groupMapping.safeParse(jsonOf(setting, text));
  if (result.success) return result.data;
  const group = String(result.error.issues[0]?.path[0] ?? '');
  throw new Error(
    `${setting}: what "${group}" gives must be {"team": "…"}, {"managerOf": "…"} or {"administrator": true}, or a list of these`,
  );
};

const jsonOf = (setting: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${setting} is no JSON`);
  }
};

const textOf = (setting: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${setting} names a file that cannot be read: ${path}`);
  }
};
