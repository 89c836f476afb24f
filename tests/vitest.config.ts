import { defineConfig } from 'vitest/config';

const database = { globalSetup: ['kit/database-server.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', include: ['rules/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'database', include: ['{features,live,privacy}/**/*.test.ts'], ...database } },
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
