// Writes the SQL between prisma/migrations and prisma/models: pnpm --filter @roer/db migration <name>
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedPostgres } from '../src/embedded-postgres.ts';
import { NO_FILTERS, openSchemaEngine, readMigrations, readModels } from './schema-engine.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  throw new Error(
    'Give the migration a name of small letters, digits and underscores: pnpm --filter @roer/db migration <name>',
  );
}

const dataDirectory = await mkdtemp(join(tmpdir(), 'roer-migration-'));
const postgres = await startEmbeddedPostgres({ dataDirectory, log: console.log });
try {
  const { engine, close } = await openSchemaEngine(postgres.ownerUrl);
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...(await readMigrations()) },
    to: { tag: 'schemaDatamodel', files: await readModels() },
    script: true,
    exitCode: true,
    filters: NO_FILTERS,
  });
  await close();
  if (exitCode === 0 || stdout === null) console.log('The migrations already say what the models say.');
  else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = fileURLToPath(new URL(`../prisma/migrations/${stamp}_${name}/`, import.meta.url));
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), stdout);
    console.log(`Written: ${folder}migration.sql. Add policies and grants for new tables by hand.`);
  }
} finally {
  await postgres.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
