import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/dependencies.ts';
import { endDigest } from './commands.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/** The one address that takes something else than JSON from a page of ours. */
export const oneClickRoute = '/unsubscribe/:token';

/** What RFC 8058 §3.1 lets a mail program send, in either of the two forms of §3.2. */
const isOneClick = (contentType: string, body: unknown): boolean => {
  if (typeof body !== 'string') return false;
  const form = /^multipart\/form-data;\s*boundary="?([^";]+)"?$/i.exec(contentType);
  if (!form) return body.trim() === 'List-Unsubscribe=One-Click';
  const parts = body.split(`--${form[1]}`).map((part) => part.trim());
  const [before, part, after] = parts;
  return (
    parts.length === 3 &&
    before === '' &&
    after === '--' &&
    /^content-disposition:\s*form-data;\s*name="List-Unsubscribe"(\r?\n[^\r\n]+)*\r?\n\r?\nOne-Click$/i.test(part ?? '')
  );
};

/**
 * Serves the press of a button in a mail program (RFC 8058): a POST without Origin, cookies or JSON that says
 * `List-Unsubscribe=One-Click` and nothing else. The token in the address is all the right there is (rule J6).
 */
export const serveUnsubscribe = (app: FastifyInstance, platform: Platform): void => {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'string', bodyLimit: 2048 },
      (_request, body, done) => done(null, body),
    );
    scope.post<{ Params: { token: string } }>(
      oneClickRoute,
      { config: { rateLimit: { max: 600, timeWindow: '1 minute' } } },
      async (request, reply) => {
        if (!isOneClick(request.headers['content-type'] ?? '', request.body))
          return reply.status(400).send({ code: 'badInput', detail: {} });
        const person = readUnsubscribeToken(platform.unsubscribeKey, request.params.token);
        if (!person) return reply.status(404).send({ code: 'notFound' });
        await endDigest(platform, person);
        return { ok: true };
      },
    );
  });
};
