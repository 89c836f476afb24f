import type { FastifyInstance } from 'fastify';
import type { Pool } from '@roer/db/pool';
import { catalogueLimits } from '@roer/domain/organisation/catalogue-problem';
import { importLimits } from '@roer/domain/organisation/import-fields';
import type { Clock } from './dependencies.ts';
import { resolveSession } from './session.ts';

/** Procedures that take a file. They are asked one by one: a batch keeps to the size of any other request. */
const bytesOf: Readonly<Record<string, number>> = {
  'organisation.previewCatalogue': catalogueLimits.bytes,
  'organisation.importCatalogue': catalogueLimits.bytes,
  'organisation.uploadImport': importLimits.bytes,
};
/** A file as base64 is a third larger; the rest of the request is small. */
const inRequest = (bytes: number): number => Math.ceil((bytes * 4) / 3) + 16_384;

/**
 * Lets requests to a few procedures of `/trpc/:path` be as large as the file they take, and only of somebody who signed in:
 * a stranger is refused before anything of the file is read. What is larger still is refused as `fileRefused`.
 * For the instance that tRPC is registered on; `onRoute` must see its route.
 */
export const takeLargeRequests = (app: FastifyInstance, { pool, clock }: { pool: Pool; clock: Clock }): void => {
  app.addHook('onRoute', (route) => {
    if (!route.url.endsWith('/trpc/:path')) return;
    route.bodyLimit = inRequest(Math.max(...Object.values(bytesOf)));
  });
  app.addHook('onRequest', async (request, reply) => {
    // By the route and not by the address, which can be written in many ways.
    if (!request.routeOptions.url?.endsWith('/trpc/:path')) return;
    // Without a length nothing can be said before it is read; no browser sends such a request.
    if (request.headers['transfer-encoding'] !== undefined) return reply.status(411).send(refusal('badInput', 411));
    const length = Number(request.headers['content-length'] ?? 0);
    if (length <= (app.initialConfig.bodyLimit ?? 0)) return;
    // The route has one parameter.
    const { path } = request.params as { path: string };
    const bytes = Object.hasOwn(bytesOf, path) ? bytesOf[path] : undefined;
    if (bytes === undefined) return reply.status(413).send(refusal('badInput', 413));
    if (!(await resolveSession(pool, request.headers.cookie, clock.now())))
      return reply.status(401).send(refusal('signInNeeded', 401));
    if (length > inRequest(bytes)) return reply.status(413).send(refusal('fileRefused', 413));
  });
};

/** In the shape of tRPC's errors, so that the browser makes the same sentences of it. */
const refusal = (code: string, httpStatus: number) => ({
  error: { message: code, code: -32_600, data: { httpStatus, code, detail: {} } },
});
