import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import serveStatic from '@fastify/static';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import Fastify, { LogController } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Database } from '@roer/db/connect';
import { auditSealing } from './features/audit/seal-job.ts';
import { serveCalendar } from './features/calendar/serve-calendar.ts';
import { weeklyDigest } from './features/digest/send-due.ts';
import { oneClickRoute, serveUnsubscribe } from './features/digest/serve-unsubscribe.ts';
import { unsubscribeKey } from './features/digest/unsubscribe-token.ts';
import { openAccounts } from './features/identity/accounts.ts';
import { serveSignIn } from './features/identity/better-auth.ts';
import { servePasskeys } from './features/identity/passkey-door.ts';
import { backChannelRoute, serveSingleSignOn } from './features/identity/single-sign-on.ts';
import { followCoverage } from './features/insights/coverage-following.ts';
import { dashboardKeeping } from './features/insights/dashboard-job.ts';
import { intervisieEnding } from './features/learning/intervisie-job.ts';
import { eraseAgain } from './features/organisation/erasure.ts';
import { admitByProvider } from './features/organisation/provider-people.ts';
import { checkInJobs } from './features/workload/check-in-jobs.ts';
import { forgetAnswers } from './features/workload/forget-answers.ts';
import type { Failpoint } from './features/workload/job-setting.ts';
import { openOwnAnswers } from './features/workload/own-answers.ts';
import { receiptKey } from './features/workload/receipts.ts';
import { reorganising } from './features/organisation/reorganisation-job.ts';
import { openRooms } from './live/rooms.ts';
import { openAfterwards } from './platform/afterwards.ts';
import type { Clock, Platform } from './platform/dependencies.ts';
import type { EpochKeys } from './platform/epoch-keys.ts';
import type { Erasures } from './platform/erasures.ts';
import { traceable } from './platform/errors.ts';
import type { KeyRing } from './platform/key-ring.ts';
import type { Mailer } from './platform/mailer.ts';
import { openJobs } from './platform/jobs.ts';
import type { Jobs } from './platform/jobs.ts';
import { takeLargeRequests } from './platform/large-requests.ts';
import { originCheck } from './platform/origin.ts';
import { openPersonKeys, rewrapping } from './platform/person-keys.ts';
import { pruning } from './platform/pruning.ts';
import { resolveSession } from './platform/session.ts';
import { canBeOwn } from './platform/single-sign-on.ts';
import type { Doors } from './platform/single-sign-on.ts';
import type { Context } from './platform/trpc.ts';
import { appRouter } from './router.ts';

export type AppDependencies = {
  clock: Clock;
  database: Pick<Database, 'prisma' | 'pool' | 'identityPool' | 'releasePool'>;
  /** Where the keys of epochs are, apart from the database. */
  epochKeys: EpochKeys;
  /** Who was erased, apart from the database: they stay erased also when an older one is restored. */
  erasures: Erasures;
  /** Locks the keys of people's own texts; the database holds none of it. */
  keyRing: KeyRing;
  /** Signs the cookies of sessions, and makes the key that signs links of mails. */
  authSecret: string;
  mailer: Mailer | null;
  /** By which doors people come in: a password, unless told otherwise. */
  doors?: Doors;
  /** The address by which people reach Roer, such as http://localhost:4400; read when a link is made. */
  baseUrl: () => string;
  /** Origins by which people reach Roer beside the host that they ask, such as https://roer.gemeente.nl. */
  publicUrls: readonly string[];
  /** The built web app; null serves the api alone. */
  webDirectory: string | null;
  logLevel: string;
  /** Where the log goes, a line each; standard output unless told otherwise. */
  logStream?: { write: (line: string) => void };
  /** How many proxies are in front, each of which adds whom it saw to X-Forwarded-For; what came before that is made up. */
  trustProxy: number;
  headsEvery?: number;
  /** Requests that one address of the network may send in a minute. */
  requestsAMinute?: number;
  /** Told at each step of closing an epoch, and waited for: a test ends the process there. */
  reach?: (failpoint: Failpoint) => Promise<void> | void;
  /** When jobs are woken; every few minutes unless told otherwise. */
  wake?: { cron: string; pollingIntervalSeconds: number };
};

declare module 'fastify' {
  // Declaration merging is how Fastify learns what it is decorated with.
  interface FastifyInstance {
    /** What is done without a request; whoever listens starts it. */
    jobs: Jobs;
    /** For what is done at the command line, by the same code as for a request. */
    platform: Platform;
  }
}

/** Composes the whole server; nothing listens yet. Tests start this too. */
export const createApp = async (dependencies: AppDependencies): Promise<FastifyInstance> => {
  const { clock, database } = dependencies;
  const { pool, prisma, identityPool } = database;
  const app = Fastify({
    logger: {
      level: dependencies.logLevel,
      base: null,
      ...(dependencies.logStream ? { stream: dependencies.logStream } : {}),
    },
    // One line per request would tell who did what when; only what goes wrong is logged.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < dependencies.trustProxy,
    // A request that trickles in must end some day; a large file over a slow line takes less.
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 5000 },
    bodyLimit: 1_048_576,
    forceCloseConnections: 'idle',
  });
  // A form of another site can send anything but JSON with somebody's cookie, so JSON is all that is taken.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, request, reply) => {
    const status =
      error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
    if (status >= 500) request.log.error({ error: traceable(error) });
    void reply
      .status(status)
      .send({ code: status === 429 ? 'tooManyRequests' : status >= 500 ? 'unexpected' : 'badInput', detail: {} });
  });
  const origins = originCheck(dependencies.publicUrls, () =>
    app.log.warn('A page was refused because nobody named its address: set PUBLIC_URL to the address that people use'),
  );
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Shows the page without a network; it keeps nothing that is anybody's own.
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: dependencies.publicUrls.some((url) => url.startsWith('https:')),
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    // A whole office shares one address, and comes back all at once after a restart.
    max: dependencies.requestsAMinute ?? 6000,
    timeWindow: '1 minute',
    // An office shares one address: what is left of its minute would tell how much colleagues ask.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    // By the route and not by the address, which can be written in many ways.
    allowList: ({ routeOptions: { url = '' } }) => !limited.some((path) => url.startsWith(path)),
  });
  app.addHook('onRequest', async (request, reply) => {
    // What is somebody's own is kept by no cache; pages and their assets say otherwise themselves.
    reply.header('cache-control', 'no-store');
    if (request.method === 'GET' || request.method === 'HEAD') return;
    // A mail program and an identity provider have no page of ours and no JSON; what it may say is looked at there.
    if (request.method === 'POST' && request.routeOptions.url === oneClickRoute) return;
    if (request.method === 'POST' && request.routeOptions.url === backChannelRoute) return;
    if (!origins(request.headers.origin, request.headers.host)) return reply.status(403).send({ code: 'badInput' });
    // Asked here too, because tRPC takes a form as well where a procedure has no input.
    if (!isJson(request.headers['content-type'])) return reply.status(415).send({ code: 'badInput' });
  });

  const rooms = openRooms({
    httpServer: app.server,
    pool,
    now: clock.now,
    logger: app.log,
    originAllowed: origins,
    ...(dependencies.headsEvery ? { headsEvery: dependencies.headsEvery } : {}),
  });
  app.addHook('preClose', rooms.close);
  const secureCookies = dependencies.publicUrls.some((url) => url.startsWith('https:'));
  const afterwards = openAfterwards(app.log);
  app.addHook('onClose', afterwards.settled);
  const doors = dependencies.doors ?? { passwords: true, provider: null };
  const cookies = { secret: dependencies.authSecret, secure: secureCookies };
  const platform: Platform = {
    clock,
    pool,
    prisma,
    identityPool,
    accounts: openAccounts({
      clock,
      identityPool,
      live: rooms.live,
      cookies,
      doors,
    }),
    doors,
    mailer: dependencies.mailer,
    baseUrl: dependencies.baseUrl,
    unsubscribeKey: unsubscribeKey(dependencies.authSecret),
    receiptKey: receiptKey(dependencies.authSecret),
    personKeys: openPersonKeys(dependencies.keyRing),
    erasures: dependencies.erasures,
    openOwnAnswers: openOwnAnswers({ releasePool: database.releasePool, epochKeys: dependencies.epochKeys }),
    afterwards,
    logger: app.log,
    live: rooms.live,
    teamChanged: followCoverage({ clock, pool, live: rooms.live, afterwards }),
    wake: () => afterwards.run(() => jobs.runDue()),
  };
  const jobs = openJobs({
    pool,
    logger: app.log,
    tasks: [
      // First, because it has a time at which it is due.
      ...checkInJobs(
        {
          clock,
          releasePool: database.releasePool,
          epochKeys: dependencies.epochKeys,
          isPossible: canBeOwn(platform),
          live: rooms.live,
          reach: dependencies.reach ?? (() => undefined),
        },
        [reorganising(platform)],
      ),
      dashboardKeeping(platform),
      weeklyDigest(platform),
      pruning(platform),
      intervisieEnding(platform),
      rewrapping({ pool, ring: dependencies.keyRing }),
      auditSealing(platform),
    ],
    ...dependencies.wake,
  });
  // Before anything is served: an older database may have been restored.
  app.addHook('onReady', async () => void (await eraseAgain(platform)));
  app.decorate('jobs', jobs);
  app.decorate('platform', platform);
  app.addHook('preClose', jobs.stop);

  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await pool.query('SELECT 1');
      return { ready: true };
    } catch {
      return reply.status(503).send({ ready: false });
    }
  });
  serveCalendar(app, platform);
  serveUnsubscribe(app, platform);
  const leaveProvider = doors.provider
    ? serveSingleSignOn(app, {
        platform,
        settings: doors.provider,
        cookies,
        publicUrls: dependencies.publicUrls,
        admit: admitByProvider,
        forgetAnswers,
      })
    : async () => null;
  servePasskeys(app, { platform, secureCookies });
  serveSignIn(app, { platform, secret: dependencies.authSecret, secureCookies, leaveProvider });
  takeLargeRequests(app, { pool, clock });
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: 10,
      createContext: async ({ req, res }): Promise<Context> => {
        const now = clock.now();
        const whose = await resolveSession(pool, req.headers.cookie, now);
        // A command that waited at a browser is done by who gave it or not at all: for anybody else it is a stranger's.
        const given = req.headers['roer-person'];
        const session = given === undefined || given === whose?.actor.personId ? whose : null;
        return {
          platform,
          now,
          session,
          ip: req.ip,
          setCookie: (header) => void res.header('set-cookie', header),
          leaveProvider: () => leaveProvider(req),
        };
      },
    } satisfies FastifyTRPCPluginOptions<typeof appRouter>['trpcOptions'],
  });
  if (dependencies.webDirectory && existsSync(dependencies.webDirectory))
    await serveWeb(app, dependencies.webDirectory);
  return app;
};

/** Pages and their files are not counted. */
const limited = ['/trpc', '/api', '/calendar', '/unsubscribe'];

const isJson = (contentType: string | undefined): boolean =>
  contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';

/** Serves the built pages; every address that is not a file is the app's own, so that links can be shared. */
const serveWeb = async (app: FastifyInstance, directory: string): Promise<void> => {
  await app.register(serveStatic, {
    root: directory,
    // Names of assets change with their content.
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    cacheControl: false,
    preCompressed: true,
  });
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.status(404).send({ code: 'notFound' });
  });
};
