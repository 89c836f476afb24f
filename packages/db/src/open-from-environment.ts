import { openDatabase, type Database, type PoolSizes } from './connect.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { openSecrets, type Secrets } from './secrets.ts';

export type RunningDatabase = Database & {
  readonly secrets: Secrets;
  /** The owner's connection, for what only the owner may do. */
  readonly ownerUrl: string;
  /** Settles when the embedded PostgreSQL has ended, asked or not; never for an external one. */
  readonly ended: Promise<string>;
  /** Closes the connections, then ends the embedded PostgreSQL. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts or finds the database, migrates it and connects. With DATABASE_URL that is an external PostgreSQL (15 or later),
 * as a role that owns the database and has CREATEROLE; without, an embedded one below `dataDirectory`.
 */
export const databaseFromEnvironment = async (options: {
  readonly DATABASE_URL?: string | undefined;
  readonly dataDirectory: string;
  readonly poolSizes?: PoolSizes;
  /** Whether an embedded one that another process runs is used as well, instead of refused. */
  readonly joinRunning?: boolean;
  readonly log: (line: string) => void;
}): Promise<RunningDatabase> => {
  const { DATABASE_URL, dataDirectory, log } = options;
  const secrets = await openSecrets(dataDirectory);
  const server =
    DATABASE_URL === undefined || DATABASE_URL === ''
      ? ((options.joinRunning === true ? await joinEmbeddedPostgres(dataDirectory) : null) ??
        (await startEmbeddedPostgres({ dataDirectory, log })))
      : {
          ownerUrl: DATABASE_URL,
          ended: new Promise<string>(() => undefined),
          stop: async (): Promise<void> => undefined,
        };
  try {
    const applied = await migrate(server.ownerUrl);
    if (applied.length > 0) log(`The database was brought up to date (${applied.join(', ')})`);
    const sizes = options.poolSizes === undefined ? {} : { poolSizes: options.poolSizes };
    const database = await openDatabase({ ownerUrl: server.ownerUrl, secrets, ...sizes });
    const stop = async (): Promise<void> => {
      await database.close();
      await server.stop();
    };
    return { ...database, secrets, ownerUrl: server.ownerUrl, ended: server.ended, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
};
