import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openEpochKeyTable } from '@roer/db/epoch-key-table';
import { databaseFromEnvironment } from '@roer/db/open-from-environment';
import { uuidFrom } from '@roer/domain/ids';
import { createApp } from './app.ts';
import type { Environment } from './env.ts';
import type { Clock } from './platform/dependencies.ts';
import { openEpochKeyFolder } from './features/workload/epoch-keys.ts';
import { traceable } from './platform/errors.ts';
import { keyRingFrom, openKeyRingFile } from './platform/key-ring.ts';
import { openMailer } from './platform/smtp.ts';

const clock: Clock = {
  now: () => Date.now(),
  newId: () => uuidFrom(Date.now(), randomBytes(10)),
  newToken: () => randomBytes(32).toString('base64url'),
};

const webDirectory = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** Milliseconds that requests under way get when Roer stops. */
const drainTime = 10_000;
/** Milliseconds after the start until jobs begin. */
const beforeJobs = 10_000;

export type Running = {
  /** The address to open in a browser. */
  address: string;
  /** Settles when the database ended without being asked; its own words. */
  databaseEnded: Promise<string>;
  /** Stops accepting, waits for what is under way, then closes the database. */
  stop: () => Promise<void>;
  /** Cuts off what is still under way, so that `stop` comes to its end. */
  hurry: () => void;
};

/**
 * Starts everything: the database with its migrations, then the server. `log` is told about long steps, a line each.
 * @throws Error in plain words when the port is taken or the database cannot be opened
 */
export const run = async (environment: Environment, log: (line: string) => void): Promise<Running> => {
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, SMTP_URL, MAIL_FROM, EPOCH_KEYS_DATABASE_URL } = environment;
  const publicUrls = (PUBLIC_URL ?? '').split(/\s+/).filter((url) => url !== '');
  demandUrls({ PUBLIC_URL: publicUrls, SMTP_URL: SMTP_URL ? [SMTP_URL] : [] });
  await demandFreePort(PORT, HOST);
  if (!existsSync(webDirectory))
    log('The pages are not built yet, so only the API is served. Build them with: npm start');
  demandOtherDatabase(environment);
  const table = EPOCH_KEYS_DATABASE_URL ? openEpochKeyTable(EPOCH_KEYS_DATABASE_URL) : null;
  const keys = table ?? openEpochKeyFolder(join(DATA_DIR, 'epoch-keys'));
  const { PERSON_KEYS, PERSON_KEYS_FILE } = environment;
  const keyRing = PERSON_KEYS
    ? keyRingFrom(PERSON_KEYS, 'PERSON_KEYS')
    : await openKeyRingFile(PERSON_KEYS_FILE ?? join(DATA_DIR, 'person-keys'));
  const database = await databaseFromEnvironment({ DATABASE_URL, dataDirectory: DATA_DIR, log });
  try {
    let address = publicUrls[0]?.replace(/\/+$/, '') ?? '';
    const app = await createApp({
      clock,
      database,
      epochKeys: keys,
      keyRing,
      authSecret: database.secrets.auth,
      mailer: SMTP_URL ? openMailer({ url: SMTP_URL, from: MAIL_FROM }) : null,
      baseUrl: () => address,
      publicUrls,
      webDirectory,
      logLevel: environment.LOG_LEVEL,
      trustProxy: environment.TRUST_PROXY,
    });
    await app.listen({ port: PORT, host: HOST });
    // The first pages go first: loading the queue takes a third of a second.
    void sleep(beforeJobs, undefined, { ref: false })
      .then(app.jobs.start)
      // What was missed is done now, as of when it was due.
      .then(app.jobs.runDue)
      .catch((error: unknown) => app.log.error({ jobs: traceable(error) }));
    const listening = app.server.address();
    const port = typeof listening === 'object' && listening ? listening.port : PORT;
    if (address === '') address = `http://${nameOf(HOST)}:${port}`;
    if (SMTP_URL && publicUrls.length === 0)
      log(`Links in e-mails begin with ${address}. Set PUBLIC_URL if people reach Roer at another address`);
    const cutOff = (): void => app.server.closeAllConnections();
    return {
      address,
      databaseEnded: database.ended,
      hurry: cutOff,
      stop: async () => {
        const patience = new AbortController();
        void sleep(drainTime, undefined, { signal: patience.signal }).then(cutOff, () => undefined);
        await app.close();
        patience.abort();
        await table?.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
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
const nameOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
};

/** Asked before anything is started, so that a second start says at once what is the matter. */
const demandFreePort = async (port: number, host: string): Promise<void> => {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port, host)));
    probe.listen({ port, host }, () => probe.close(() => resolve()));
  });
};

const portError = (error: NodeJS.ErrnoException, port: number, host: string): Error => {
  if (error.code === 'EADDRINUSE')
    return new Error(
      `Port ${port} is in use. Is Roer already running? Look at http://${nameOf(host)}:${port}, or choose another port: PORT=4500`,
    );
  if (error.code === 'EACCES') return new Error(`Port ${port} needs more rights. Choose one above 1024: PORT=4400`);
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
    return new Error(`This machine has no address ${host}. Choose another: HOST=localhost`);
  return error;
};
