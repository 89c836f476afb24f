import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/dependencies.ts';
import { calendarOf } from './queries.ts';

/** Programs ask once an hour or so; a whole office may share one address of the network. */
const requestsAMinute = 600;
const fileName = /^([\w-]{43})\.ics$/;

/**
 * Serves `/calendar/<token>.ics` without signing in: the token is the key. What never existed and what was revoked are
 * answered with the same bytes (rule K1). `?lang=en` asks for English words.
 */
export const serveCalendar = (app: FastifyInstance, platform: Platform): void => {
  app.get<{ Params: { file: string }; Querystring: Record<string, unknown> }>(
    '/calendar/:file',
    { config: { rateLimit: { max: requestsAMinute, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const token = fileName.exec(request.params.file)?.[1];
      const language = request.query['lang'] === 'en' ? 'en' : 'nl';
      const calendar = token === undefined ? null : await calendarOf(platform, { token, language });
      if (calendar === null) return reply.status(404).send({ code: 'notFound' });
      const etag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
      // Kept by the program alone, and asked again each time: it may have changed.
      void reply.header('cache-control', 'private, no-cache').header('etag', etag);
      // A proxy on the way may have made it a weak one.
      if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send();
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('content-disposition', 'inline; filename="roer.ics"')
        .send(calendar);
    },
  );
};
