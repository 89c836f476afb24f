import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openEpochKeyTable } from '@roer/db/epoch-key-table';
import { openErasureTable } from '@roer/db/erasure-table';
import { databaseFromEnvironment } from '@roer/db/open-from-environment';
import type { RunningDatabase } from '@roer/db/open-from-environment';
import { uuidFrom } from '@roer/domain/ids';
import { doorsOf } from './doors.ts';
import type { Environment } from './env.ts';
import { openEpochKeyFolder } from './features/workload/epoch-keys.ts';
import type { Clock } from './platform/dependencies.ts';
import type { EpochKeys } from './platform/epoch-keys.ts';
import { openErasureFolder } from './platform/erasure-folder.ts';
import type { Erasures } from './platform/erasures.ts';
import { keyRingFrom, openKeyRingFile } from './platform/key-ring.ts';
import type { KeyRing } from './platform/key-ring.ts';
import type { Mailer } from './platform/mailer.ts';
import type { Doors } from './platform/single-sign-on.ts';
import { openMailer } from './platform/smtp.ts';

const clock: Clock = {
  now: () => Date.now(),
  newId: () => uuidFrom(Date.now(), randomBytes(10)),
  newToken: () => randomBytes(32).toString('base64url'),
};

/** What the settings name, opened: the same for the server and for a command of the operator. */
export type Installation = {
  clock: Clock;
  database: RunningDatabase;
  epochKeys: EpochKeys;
  erasures: Erasures;
  keyRing: KeyRing;
  mailer: Mailer | null;
  doors: Doors;
  /** The addresses by which people reach Roer, as they were set. */
  publicUrls: readonly string[];
  /** Closes the connections, and ends the database that was started for it. */
  close: () => Promise<void>;
};

/**
 * Opens the keys and the database, which is migrated. `joinRunning`: also one that a server runs at this moment; otherwise that is refused.
 * Throws an Error in plain words when one of them cannot be opened.
 */
export const openInstallation = async (
  environment: Environment,
  { log, joinRunning = false }: { log: (line: string) => void; joinRunning?: boolean },
): Promise<Installation> => {
  const { doors } = demandUsable(environment);
  const { DATA_DIR, DATABASE_URL, EPOCH_KEYS_DATABASE_URL, PERSON_KEYS, PERSON_KEYS_FILE } = environment;
  const { SMTP_URL, MAIL_FROM } = environment;
  const table = EPOCH_KEYS_DATABASE_URL ? openEpochKeyTable(EPOCH_KEYS_DATABASE_URL) : null;
  const erasureTable = EPOCH_KEYS_DATABASE_URL ? openErasureTable(EPOCH_KEYS_DATABASE_URL) : null;
  const epochKeys = table ?? openEpochKeyFolder(join(DATA_DIR, 'epoch-keys'));
  const keyRing = PERSON_KEYS
    ? keyRingFrom(PERSON_KEYS, 'PERSON_KEYS')
    : await openKeyRingFile(PERSON_KEYS_FILE ?? join(DATA_DIR, 'person-keys'));
  const database = await databaseFromEnvironment({ DATABASE_URL, dataDirectory: DATA_DIR, joinRunning, log });
  return {
    clock,
    database,
    epochKeys,
    erasures: erasureTable ?? openErasureFolder(join(DATA_DIR, 'erasures')),
    keyRing,
    mailer: SMTP_URL ? openMailer({ url: SMTP_URL, from: MAIL_FROM }) : null,
    doors,
    publicUrls: publicUrlsOf(environment),
    close: async () => {
      await table?.close();
      await erasureTable?.close();
      await database.stop();
    },
  };
};

const publicUrlsOf = ({ PUBLIC_URL }: Environment): string[] =>
  (PUBLIC_URL ?? '').split(/\s+/).filter((url) => url !== '');

/** Gives the doors that the settings open. Throws an Error that says which setting is wrong. */
export const demandUsable = (environment: Environment): { doors: Doors } => {
  const { SMTP_URL } = environment;
  demandUrls({ PUBLIC_URL: publicUrlsOf(environment), SMTP_URL: SMTP_URL ? [SMTP_URL] : [] });
  demandOtherDatabase(environment);
  return { doors: doorsOf(environment) };
};

/** Says which setting is wrong without repeating it: an SMTP_URL holds a password. */
const demandUrls = (settings: Record<'PUBLIC_URL' | 'SMTP_URL', readonly string[]>): void => {
  const protocols = { PUBLIC_URL: ['http:', 'https:'], SMTP_URL: ['smtp:', 'smtps:'] } as const;
  for (const setting of ['PUBLIC_URL', 'SMTP_URL'] as const) {
    const allowed: readonly string[] = protocols[setting];
    const fits = (url: string): boolean => URL.canParse(url) && allowed.includes(new URL(url).protocol);
    if (!settings[setting].every(fits)) throw new Error(`${setting} must begin with ${allowed.join('// or ')}//`);
  }
};

/** Who copies a database must not copy the keys to what is in it. */
const demandOtherDatabase = ({ DATABASE_URL, EPOCH_KEYS_DATABASE_URL }: Environment): void => {
  if (EPOCH_KEYS_DATABASE_URL !== undefined && EPOCH_KEYS_DATABASE_URL === DATABASE_URL)
    throw new Error('EPOCH_KEYS_DATABASE_URL must be another database than DATABASE_URL');
};

/** Addresses that mean "every network of this machine" are not ones to open. */
export const nameOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};
