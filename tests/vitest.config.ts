import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { planted } from './privacy/plant.ts';

// Both of two cores: by itself vitest keeps one of them free.
const maxWorkers = '100%';
const database = { maxWorkers, globalSetup: ['kit/database-server.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

/** All pages in both languages take longest by far: they begin first, not at the end beside an idle core. */
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const arePages = ({ moduleId }: TestSpecification): number => Number(moduleId.endsWith('browser/pages.test.ts'));
    return (await super.sort(files)).toSorted((one, other) => arePages(other) - arePages(one));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: PagesFirst },
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
        },
      },
    ],
  },
});
