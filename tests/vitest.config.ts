import { defineConfig } from 'vitest/config';
import { planted } from './privacy/plant.ts';

// Both of two cores: by itself vitest keeps one of them free.
const maxWorkers = '100%';
const database = { maxWorkers, globalSetup: ['kit/database-server.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', include: ['rules/**/*.test.ts'], maxWorkers, testTimeout: 30_000 } },
      { test: { name: 'database', include: ['{features,live}/**/*.test.ts'], ...database } },
      {
        plugins: [planted()],
        test: {
          name: 'privacy',
          include: ['privacy/**/*.test.ts'],
          // Planting every fault takes minutes of two cores: by `pnpm test:privacy` alone.
          exclude: process.env['PRIVACY_LONG'] ? [] : ['privacy/mutants.test.ts'],
          ...database,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Each mutant runs in a process of its own.
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['browser/**/*.test.ts'],
          ...database,
          globalSetup: [...database.globalSetup, 'kit/browser-server.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
