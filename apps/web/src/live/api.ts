import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client';
import type { AppRouter, ErrorForClient } from '@roer/api/contract';
import type { DomainErrorDetail } from '@roer/domain/errors';

/** The api, typed by its contract. Queries of one moment travel together; every mutation travels alone, in its own turn. */
export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'mutation',
      true: httpLink({
        url: '/trpc',
        // Who gave a command, where it may have waited: another person at this browser must not do it for them.
        headers: ({ op }) => (typeof op.context['person'] === 'string' ? { 'roer-person': op.context['person'] } : {}),
      }),
      false: httpBatchLink({ url: '/trpc', maxItems: 10 }),
    }),
  ],
});

/** Why something did not work, for the sentence that says so. `unreachable`: nothing came back at all. */
export type Failure = { code: ErrorForClient['code'] | 'unreachable'; detail: DomainErrorDetail };

/** Reads what the server said, or that it said nothing. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof TRPCClientError && isErrorForClient(error.data))
    return { code: error.data.code, detail: error.data.detail };
  // Something on the way said no, such as a proxy or a rate limit: asking again at once would not help.
  if (statusOf(error) >= 400 && statusOf(error) < 500) {
    return { code: statusOf(error) === 429 ? 'tooManyRequests' : 'unexpected', detail: {} };
  }
  if (error instanceof TRPCClientError && error.shape === undefined) return { code: 'unreachable', detail: {} };
  return { code: 'unexpected', detail: {} };
};

/** The status of an answer that was not the api's own; 0 when there was none. */
const statusOf = (error: unknown): number => {
  const response = error instanceof TRPCClientError ? error.meta?.['response'] : undefined;
  return response instanceof Response ? response.status : 0;
};

const isErrorForClient = (data: unknown): data is ErrorForClient =>
  typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string' && 'detail' in data;
