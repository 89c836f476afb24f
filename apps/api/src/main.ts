import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { Environment } from './env.ts';
import { demandUsable, nameOf, openInstallation } from './installation.ts';
import { traceable } from './platform/errors.ts';

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
  const { PORT, HOST, SMTP_URL } = environment;
  demandUsable(environment);
  await demandFreePort(PORT, HOST);
  if (!existsSync(webDirectory))
    log('The pages are not built yet, so only the API is served. Build them with: npm start');
  const installation = await openInstallation(environment, { log });
  const { publicUrls } = installation;
  try {
    let address = publicUrls[0]?.replace(/\/+$/, '') ?? '';
    const app = await createApp({
      ...installation,
      authSecret: installation.database.secrets.auth,
      baseUrl: () => address,
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
      databaseEnded: installation.database.ended,
      hurry: cutOff,
      stop: async () => {
        const patience = new AbortController();
        void sleep(drainTime, undefined, { signal: patience.signal }).then(cutOff, () => undefined);
        await app.close();
        patience.abort();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
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
