import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseError, Pool, type QueryResult } from 'pg';

// Prisma's own command downloads its engine from a host that many municipal networks block. This is the same engine as
// WebAssembly, from npm; what it writes stays readable for `prisma migrate deploy`.

const PRISMA_FOLDER = fileURLToPath(new URL('../prisma/', import.meta.url));

/** Tables and enumerations that Prisma should not look at: none. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

// Node's types leave WebAssembly to the browser's library, which has no place on a server.
declare const WebAssembly: {
  readonly instantiate: (
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ) => Promise<{ readonly instance: { readonly exports: Record<string, unknown> } }>;
};

export type OpenEngine = { readonly engine: engine.SchemaEngine; readonly close: () => Promise<void> };

/** Loads the engine for one database, and connects as its owner. Takes about 0.2 s. */
export const openSchemaEngine = async (ownerUrl: string): Promise<OpenEngine> => {
  await loadOnce();
  const pool = new Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => undefined);
  const prisma = new PrismaPg(pool);
  const patched = Object.assign(await prisma.connect(), { executeScript: scriptRunner(pool) });
  readCharacters(pool, patched);
  const connect = async (): Promise<SqlDriverAdapter> => patched;
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: prisma.provider,
    adapterName: prisma.adapterName,
    connect,
    // Only scripts/new-migration.ts comes here, with an empty database that is thrown away: it is its own shadow.
    connectToShadowDb: connect,
  });
  const opened = await engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  const close = async (): Promise<void> => {
    opened.free();
    await pool.end();
  };
  return { engine: opened, close };
};

/** Prisma's own cuts a script at every semicolon, also within a function. Sent whole, it is one transaction as well. */
const scriptRunner = (pool: Pool): ((script: string) => Promise<void>) => {
  const query = pool.query.bind(pool);
  return async (script) => {
    await query(script).catch((error: unknown) => {
      if (!(error instanceof DatabaseError)) throw error;
      const { code = '', severity = '', message, detail, hint, column } = error;
      throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, hint, column });
    });
  };
};

/**
 * The engine reads catalogue columns of PostgreSQL's internal type "char" (18), which Prisma's adapter refuses. To the
 * adapter they are text (25), to the engine characters. It asks one thing at a time, so the last answer is the one meant.
 */
const readCharacters = (pool: Pool, adapter: SqlDriverAdapter): void => {
  let characters: number[] = [];
  // Only this one of the many forms of query() is used by the adapter.
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<QueryResult>;
  const asText = async (...parameters: unknown[]): Promise<QueryResult> => {
    const result = await query(...parameters);
    characters = result.fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
    for (const field of result.fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
    return result;
  };
  Object.assign(pool, { query: asText });
  const original = adapter.queryRaw.bind(adapter);
  const queryRaw: SqlDriverAdapter['queryRaw'] = async (sql) => {
    const result = await original(sql);
    for (const index of characters) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  Object.assign(adapter, { queryRaw });
};

let loading: Promise<void> | undefined;

/** A second copy of the program would take the first one's memory away from under its unfinished work. */
const loadOnce = async (): Promise<void> => {
  loading ??= load();
  await loading;
};

const load = async (): Promise<void> => {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': { ...engine },
  });
  const { __wbg_set_wasm: setProgram } = engine;
  setProgram(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
};

/** The folder prisma/migrations as the engine wants it, oldest first. */
export const readMigrations = async (): Promise<engine.MigrationList> => {
  const baseDir = join(PRISMA_FOLDER, 'migrations');
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const value = await readFile(join(baseDir, name, 'migration.sql'), 'utf8');
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const lockfile = {
    path: 'migration_lock.toml',
    content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
  };
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
};

/** The files of prisma/models. */
export const readModels = async (): Promise<engine.SchemaContainer[]> => {
  const folder = join(PRISMA_FOLDER, 'models');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma'));
  return Promise.all(names.sort().map(async (path) => ({ path, content: await readFile(join(folder, path), 'utf8') })));
};
