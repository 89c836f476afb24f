import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { TRPCClient } from '@trpc/client';
import type { FastifyInstance } from 'fastify';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { createApp } from '@roer/api/app';
import { signedToken } from '@roer/api/features/identity/session-cookie';
import { openEpochKeyFolder } from '@roer/api/features/workload/epoch-keys';
import { openErasureFolder } from '@roer/api/platform/erasure-folder';
import type { Failpoint } from '@roer/api/features/workload/job-setting';
import type { ClientMessages, ServerMessages } from '@roer/api/live/live';
import type { KeyRing } from '@roer/api/platform/key-ring';
import type { Mailer } from '@roer/api/platform/mailer';
import type { Doors } from '@roer/api/platform/single-sign-on';
import { sessionCookie } from '@roer/api/platform/session';
import type { appRouter } from '@roer/api/router';
import type { PersonId } from '@roer/domain/ids';
import { createClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { createTestDatabase } from './database.ts';
import type { TestDatabase } from './database.ts';
import { testKeyRing } from './key-ring.ts';
import { runQuery } from './statement.ts';

export type TestClient = TRPCClient<typeof appRouter>;
export type TestSocket = Socket<ServerMessages, ClientMessages>;

export type TestApplication = {
  /** Where it listens, without a slash at the end; also the Origin that requests need. */
  url: string;
  app: FastifyInstance;
  clock: TestClock;
  database: TestDatabase;
  /** Where the keys of epochs are. */
  keyFolder: string;
  /** Makes a session for somebody and gives the Cookie header. Much faster than signing in with a password. */
  signIn: (personId: PersonId) => Promise<string>;
  /** The router over HTTP, as this cookie; without one as a stranger. */
  client: (cookie?: string) => TestClient;
  /** A connected socket, as this cookie; rejects when it is refused. */
  socket: (cookie?: string) => Promise<TestSocket>;
  /** Ends the sockets, the server and the database. */
  close: () => Promise<void>;
};

export type ApplicationOptions = {
  now?: number;
  mailer?: Mailer | null;
  /** By which doors people come in: a password, unless told otherwise. */
  doors?: Doors;
  publicUrls?: readonly string[];
  headsEvery?: number;
  requestsAMinute?: number;
  /** How many proxies are in front. */
  trustProxy?: number;
  /** Gets every line of the log. */
  log?: (line: string) => void;
  /** Use this database, which then stays when the application closes: for restarts and several servers on one database. */
  database?: TestDatabase;
  clock?: TestClock;
  /** Where the keys of epochs are, which then stay; otherwise a folder of its own. */
  keyFolder?: string;
  /** Where it is kept who was erased; otherwise a folder beside those keys. */
  erasureFolder?: string;
  /** Locks the keys of people's own texts. */
  keyRing?: KeyRing;
  /** Told at each step of closing an epoch, and waited for. */
  reach?: (failpoint: Failpoint) => Promise<void> | void;
  /** The built web app; without it the api alone. */
  webDirectory?: string;
  /** Starts the jobs, woken this fast; otherwise a test runs them by hand: `app.jobs.runDue()`. */
  wake?: { cron: string; pollingIntervalSeconds: number };
  /** What people call this machine, such as `localhost`; otherwise its number. */
  hostname?: string;
  /** For a restart at the same address; otherwise a free one. */
  port?: number;
};

/** The whole server on a port of its own and a real database of its own. */
export const startApplication = async (options: ApplicationOptions = {}): Promise<TestApplication> => {
  const clock = options.clock ?? createClock(options.now);
  const database = options.database ?? (await createTestDatabase());
  const keyFolder = options.keyFolder ?? (await mkdtemp(join(tmpdir(), 'roer-keys-')));
  let url = '';
  const app = await createApp({
    clock,
    database,
    epochKeys: openEpochKeyFolder(keyFolder),
    erasures: openErasureFolder(options.erasureFolder ?? join(keyFolder, 'erasures')),
    keyRing: options.keyRing ?? testKeyRing,
    ...(options.reach ? { reach: options.reach } : {}),
    authSecret: database.secrets.auth,
    mailer: options.mailer ?? null,
    ...(options.doors ? { doors: options.doors } : {}),
    baseUrl: () => url,
    publicUrls: options.publicUrls ?? [],
    webDirectory: options.webDirectory ?? null,
    logLevel: options.log ? 'trace' : 'error',
    ...(options.log ? { logStream: { write: options.log } } : {}),
    trustProxy: options.trustProxy ?? 0,
    ...(options.headsEvery ? { headsEvery: options.headsEvery } : {}),
    ...(options.requestsAMinute ? { requestsAMinute: options.requestsAMinute } : {}),
    ...(options.wake ? { wake: options.wake } : {}),
  });
  url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  if (options.hostname) url = url.replace('127.0.0.1', options.hostname);
  if (options.wake) await app.jobs.start();
  const sockets: TestSocket[] = [];

  const signIn = async (personId: PersonId): Promise<string> => {
    const token = clock.newToken();
    await runQuery(
      database.ownerUrl,
      `WITH person AS (SELECT * FROM "Person" WHERE "id" = $1), account AS (
         INSERT INTO "User" ("id", "email", "name", "emailVerified", "organisationId", "personId", "createdAt", "updatedAt")
         SELECT $2::uuid, "email", '', true, "organisationId", "id", $3::timestamptz, $3 FROM person
         ON CONFLICT ("organisationId", "personId") DO UPDATE SET "updatedAt" = excluded."updatedAt" RETURNING "id")
       INSERT INTO "Session" ("id", "token", "userId", "expiresAt", "createdAt", "updatedAt")
       SELECT $4::uuid, $5, "id", $3::timestamptz + interval '7 days', $3, $3 FROM account`,
      [personId, clock.newId(), new Date(clock.now()), clock.newId(), token],
    );
    return `${sessionCookie}=${signedToken(token, database.secrets.auth)}`;
  };

  const headers = (cookie: string | undefined): Record<string, string> => ({
    origin: url,
    ...(cookie ? { cookie } : {}),
  });

  return {
    url,
    app,
    clock,
    database,
    keyFolder,
    signIn,
    client: (cookie) => createTRPCClient({ links: [httpLink({ url: `${url}/trpc`, headers: headers(cookie) })] }),
    socket: (cookie) => {
      const socket: TestSocket = io(url, {
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        extraHeaders: headers(cookie),
      });
      sockets.push(socket);
      return new Promise((resolve, reject) => {
        socket.once('connect', () => resolve(socket));
        socket.once('connect_error', (error) => {
          socket.close();
          reject(error);
        });
      });
    },
    close: async () => {
      for (const socket of sockets) socket.close();
      await app.close();
      if (!options.keyFolder) await rm(keyFolder, { recursive: true, force: true });
      if (!options.database) await database.drop();
    },
  };
};
