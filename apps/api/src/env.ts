import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4400),
  HOST: z.string().default('localhost'),
  DATA_DIR: z.string().default('.data'),
  /** Connection of the database's owner. Without it a private PostgreSQL is started in DATA_DIR. */
  DATABASE_URL: z.string().optional(),
  /** A PostgreSQL for the keys of check-ins, when several hosts serve: never the one of DATABASE_URL. Otherwise files in DATA_DIR. */
  EPOCH_KEYS_DATABASE_URL: z.string().optional(),
  /** The keys that lock the keys of people's own texts: `name key`, a line or a comma each, the current one first. */
  PERSON_KEYS: z.string().optional(),
  /** The same in a file; without both `person-keys` in DATA_DIR, made at the first start. */
  PERSON_KEYS_FILE: z.string().optional(),
  /** The address by which people reach Roer, when that is not http://HOST:PORT. Several are separated by spaces. */
  PUBLIC_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Roer <roer@localhost>'),
  /** How many proxies are in front that add to X-Forwarded-For (`true` is one); otherwise everybody would share one rate limit. */
  TRUST_PROXY: z
    .union([flag, z.coerce.number().int().min(0).max(10)])
    .transform(Number)
    .default(0),
  /** An OpenID Connect provider, as it calls itself: its discovery document stands below this address. Without it there is none. */
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  /** What people call it: it stands on the button. */
  OIDC_NAME: z.string().max(60).default('single sign-on'),
  OIDC_SCOPE: z.string().default('openid profile email'),
  /** In which claims the address of mail, the name and the groups stand. */
  OIDC_EMAIL_CLAIM: z.string().default('email'),
  OIDC_NAME_CLAIM: z.string().default('name'),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  /** For a provider that does not say so, and whose people cannot choose their own address. */
  OIDC_EMAILS_ARE_VERIFIED: flag.default(false),
  /** Lets in whoever can sign in there, also when nobody invited them and no group gives them anything. */
  OIDC_ADMITS_ANYBODY: flag.default(false),
  /** What each group gives, as JSON, or in a file. */
  OIDC_GROUPS: z.string().optional(),
  OIDC_GROUPS_FILE: z.string().optional(),
  /** Hours until a session has to pass by the provider again. */
  OIDC_SESSION_HOURS: z.coerce.number().min(1).max(168).default(12),
  /** `off`: people sign in by the identity provider alone. */
  LOCAL_PASSWORDS: z
    .enum(['on', 'off'])
    .transform((value) => value === 'on')
    .default(true),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Environment = z.infer<typeof environment>;

/** Reads the settings, and says in one sentence per setting what is wrong with it. */
export const readEnvironment = (variables: NodeJS.ProcessEnv): Environment => {
  // An empty variable means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Roer cannot start with these settings:\n${lines.join('\n')}`);
};
