import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

// Prisma's own engine is not needed to apply what is plain SQL: see docs/decisions/0007. The bookkeeping is Prisma's, so
// that `prisma migrate deploy` reads the same history.

const FOLDER = fileURLToPath(new URL('../prisma/migrations/', import.meta.url));

/** Any number, as long as it is always this one: who holds it may migrate. */
const MIGRATION_LOCK = 4_400_001;

const BOOKKEEPING = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Brings the database up to prisma/migrations, as its owner. Idempotent; of several processes that start at once, one
 * migrates and the others wait. Each migration is one transaction with its own bookkeeping: it happened or it did not.
 * @returns the names of the migrations that were applied now, oldest first
 * @throws Error that names the migration which failed, was changed after it was applied, or is newer than this version
 */
export const migrate = async (ownerUrl: string): Promise<readonly string[]> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('set client_min_messages = warning');
    await client.query(BOOKKEEPING);
    const migrations = await readMigrations();
    const applied = await readApplied(client);
    const known = new Set(migrations.map(({ name }) => name));
    for (const name of applied.keys()) {
      if (!known.has(name))
        throw new Error(`This database was made by a newer version of Roer (${name}). Start that version.`);
    }
    const names: string[] = [];
    for (const migration of migrations) {
      const checksum = applied.get(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        names.push(migration.name);
      } else if (checksum !== migration.checksum) {
        throw new Error(
          `The migration ${migration.name} was changed after it had been applied. Write a new one instead.`,
        );
      }
    }
    return names;
  } finally {
    await client.end();
  }
};

/** The name of the last migration of this version: of another one the schema may be another. */
export const newestMigration = async (): Promise<string> => (await readMigrations()).at(-1)?.name ?? '';

type Migration = { name: string; sql: string; checksum: string };

const readMigrations = async (): Promise<Migration[]> => {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(FOLDER, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

/** The checksum of each migration that was applied, by name. What failed was rolled back, so it does not count. */
const readApplied = async (client: Client): Promise<Map<string, string>> => {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
};

const apply = async (client: Client, { name, sql, checksum }: Migration): Promise<void> => {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    const words = cause instanceof Error ? cause.message : 'unknown reason';
    throw new Error(`The migration ${name} could not be applied, and nothing of it was kept: ${words}`, { cause });
  }
};
