import { defineConfig } from 'prisma/config';

// Generating never runs the schema engine; naming any executable only stops Prisma from downloading one, which many
// municipal networks block. Migrations run through the engine's WebAssembly build: see src/migrate.ts.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/models', migrations: { path: 'prisma/migrations' } });
