import type { appRouter } from './router.ts';
import type { ClientMessages, ListenAnswer, ServerMessages } from './live/live.ts';
import type { ErrorForClient } from './platform/errors.ts';

/** The web's only door into the api: types, built as declarations. */
export type AppRouter = typeof appRouter;
export type { ClientMessages, ErrorForClient, ListenAnswer, ServerMessages };
