import type { Pool } from '@roer/db/pool';
import type { FastifyBaseLogger } from 'fastify';
import type { Live } from '../live/live.ts';

/**
 * Everything from outside that the application needs. Time, ids and randomness come from here, so that a test decides
 * what day it is and the same run gives the same ids.
 */
export type Clock = {
  /** Epoch milliseconds. */
  now: () => number;
  /** A new UUID of version 7. */
  newId: () => string;
  /** A secret of 256 bits, base64url. */
  newToken: () => string;
};

export type Platform = {
  clock: Clock;
  /** Connections as roer_app: row-level security holds. */
  pool: Pool;
  logger: FastifyBaseLogger;
  live: Live;
};
