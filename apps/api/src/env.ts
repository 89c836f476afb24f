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
