import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { asRole, toDatabase } from './connection-url.ts';
import { findBinaries } from './postgres-binaries.ts';
import { createCluster, openListener } from './postgres-cluster.ts';
import { stopLeftover } from './postgres-leftover.ts';
import { findRunningServer } from './postgres-running.ts';
import { startServer } from './postgres-server.ts';
import { serverUser } from './postgres-user.ts';
import { openSecrets } from './secrets.ts';

const DATABASE = 'roer';
/** Owns the tables; no superuser, so that what works here works on a municipality's own cluster too. */
const OWNER = 'roer_owner';

export type EmbeddedPostgres = {
  /** Connects as the owner of the database `roer`. */
  readonly ownerUrl: string;
  /** Settles when the server has ended, asked or not, with a line that says how. */
  readonly ended: Promise<string>;
  /** Ends the server in order; transactions under way are rolled back. Calling it again waits for the same end. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts a private PostgreSQL of which the data live in `dataDirectory`/postgres; makes it the first time. It listens on
 * a unix socket that only we may open (on Windows: on the loopback address) and asks for a password all the same.
 * When the process is root, the server runs as another user, because PostgreSQL refuses root.
 * @throws Error in plain words when the folder is in use or closed to us, or the server does not start
 */
export const startEmbeddedPostgres = async (options: {
  readonly dataDirectory: string;
  /** Told about long steps, one line each. */
  readonly log: (line: string) => void;
}): Promise<EmbeddedPostgres> => {
  const dataDirectory = resolve(options.dataDirectory);
  const { log } = options;
  const secrets = await openSecrets(dataDirectory);
  const folder = join(dataDirectory, 'postgres');
  const user = await serverUser(folder);
  const binaries = await findBinaries({ uid: user.uid, log });
  await stopLeftover({ folder, pgCtl: binaries.pgCtl, uid: user.uid, log });

  const listener = await openListener(user);
  try {
    await createCluster({ dataDirectory, folder, binaries, user, password: secrets.rolePassword('postgres'), log });
    const adminUrl = asRole(listener.url, { name: 'postgres', password: secrets.rolePassword('postgres') });
    const server = await startServer({ dataDirectory, folder, binaries, user, listener, adminUrl, log });
    const stop = async (): Promise<void> => {
      await server.stop();
      if (listener.folder !== undefined) await rm(listener.folder, { recursive: true, force: true });
    };
    try {
      await createOwner(adminUrl, secrets.rolePassword(OWNER));
    } catch (error) {
      await stop();
      throw error;
    }
    const ownerUrl = toDatabase(asRole(listener.url, { name: OWNER, password: secrets.rolePassword(OWNER) }), DATABASE);
    return { ownerUrl, ended: server.ended, stop };
  } catch (error) {
    if (listener.folder !== undefined) await rm(listener.folder, { recursive: true, force: true });
    throw error;
  }
};

/**
 * The private PostgreSQL that another process started and still runs in `dataDirectory`; null when there is none. Stopping it
 * is for who started it: `stop` does nothing.
 */
export const joinEmbeddedPostgres = async (dataDirectory: string): Promise<EmbeddedPostgres | null> => {
  const secrets = await openSecrets(dataDirectory);
  const role = { name: OWNER, password: secrets.rolePassword(OWNER) };
  const url = await findRunningServer(join(resolve(dataDirectory), 'postgres'), role);
  if (url === null) return null;
  return { ownerUrl: toDatabase(url, DATABASE), ended: new Promise(() => undefined), stop: async () => undefined };
};

/** Idempotent, because the process may have ended between any two of its steps. */
const createOwner = async (adminUrl: string, password: string): Promise<void> => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query('select from pg_roles where rolname = $1', [OWNER]);
    if (known.rowCount === 0) await client.query(`create role ${OWNER} login createrole createdb`);
    await client.query(`alter role ${OWNER} password ${client.escapeLiteral(password)}`);
    const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
};
