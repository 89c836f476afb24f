import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { NO_FILTERS, openSchemaEngine, readMigrations } from './schema-engine.ts';

/** Any number, as long as it is always this one: who holds it may migrate. */
const MIGRATION_LOCK = 4_400_001;

/**
 * Brings the database up to prisma/migrations, as its owner. Idempotent; of several processes that start at once, one
 * migrates and the others wait.
 * @returns the names of the migrations that were applied now, oldest first
 * @throws Error with the engine's words when a migration fails; it says which
 */
export const migrate = async (ownerUrl: string): Promise<readonly string[]> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrationsList = await readMigrations();
    if (await isUpToDate(client, migrationsList.migrationDirectories)) return [];
    await forgetFailures(client);
    const { engine, close } = await openSchemaEngine(ownerUrl);
    try {
      const result = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
      return result.appliedMigrationNames;
    } finally {
      await close();
    }
  } finally {
    await client.end();
  }
};

type MigrationDirectory = Awaited<ReturnType<typeof readMigrations>>['migrationDirectories'][number];

/** Spares an ordinary start the loading of the engine; anything out of the ordinary is left to the engine to judge. */
const isUpToDate = async (client: Client, directories: readonly MigrationDirectory[]): Promise<boolean> => {
  const table = await client.query<{ there: boolean }>(`select to_regclass('_prisma_migrations') is not null as there`);
  if (table.rows[0]?.there !== true) return false;
  const applied = await client.query<{ name: string; checksum: string; done: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as done
     from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  if (applied.rows.length !== directories.length) return false;
  return directories.every(({ path, migrationFile: { content } }, index) => {
    const row = applied.rows[index];
    const checksum = content.tag === 'ok' ? createHash('sha256').update(content.value).digest('hex') : undefined;
    return row?.done === true && row.name === path && row.checksum === checksum;
  });
};

/** A migration is one transaction, so a failed one left nothing behind and may be tried again once the reason is gone. */
const forgetFailures = async (client: Client): Promise<void> => {
  const table = await client.query<{ there: boolean }>(`select to_regclass('_prisma_migrations') is not null as there`);
  if (table.rows[0]?.there !== true) return;
  await client.query(
    'update _prisma_migrations set rolled_back_at = started_at where finished_at is null and rolled_back_at is null',
  );
};
