import type { Database } from '@roer/db/connect';
import type { Pool } from '@roer/db/pool';
import type { FastifyBaseLogger } from 'fastify';
import type { Delivery } from '@roer/domain/feed';
import type { OrganisationId } from '@roer/domain/ids';
import type { Live } from '../live/live.ts';
import type { Accounts } from './accounts.ts';
import type { Afterwards } from './afterwards.ts';
import type { Erasures } from './erasures.ts';
import type { Mailer } from './mailer.ts';
import type { OpenOwnAnswers } from './own-answers.ts';
import type { PersonKeys } from './person-keys.ts';
import type { Doors } from './single-sign-on.ts';

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
  /** The same connections through Prisma; see organisation-transaction.ts of the db package. */
  prisma: Database['prisma'];
  /** Connections as roer_identity: better-auth's tables and nothing else. */
  identityPool: Pool;
  accounts: Accounts;
  doors: Doors;
  /** Null where no mail server is set: then an administrator hands over the links. */
  mailer: Mailer | null;
  /** The address by which people reach Roer, without a slash at the end; links in mails begin with it. */
  baseUrl: () => string;
  /** Signs the links that end the weekly mail. */
  unsubscribeKey: Buffer;
  /** Makes the receipts of who confirmed a roster. */
  receiptKey: Buffer;
  /** Seals what is somebody's own text. */
  personKeys: PersonKeys;
  /** Who was erased, apart from the database. */
  erasures: Erasures;
  openOwnAnswers: OpenOwnAnswers;
  afterwards: Afterwards;
  logger: FastifyBaseLogger;
  live: Live;
  /** Told of every change of a team after it was delivered: what is counted of it follows. */
  teamChanged: (organisationId: OrganisationId, delivery: Delivery) => void;
  /** Does what is due without a request now, without anybody waiting: something was made that has to begin. */
  wake: () => void;
};
