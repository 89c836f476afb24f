import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { uuidFrom } from '@roer/domain/ids';
import { startApplication } from '../kit/application.ts';
import type { ApplicationOptions, TestApplication } from '../kit/application.ts';
import type { TestClock } from '../kit/clock.ts';

// WEB_DIRECTORY names a build that stands elsewhere.
const webDirectory = process.env['WEB_DIRECTORY'] ?? fileURLToPath(new URL('../../apps/web/dist', import.meta.url));

/** The real time: a browser has a clock of its own, and both must tell the same day. */
const realClock = (): TestClock => ({
  now: () => Date.now(),
  newId: () => uuidFrom(Date.now(), randomBytes(10)),
  newToken: () => randomBytes(32).toString('base64url'),
  set: () => {
    throw new Error('Real time cannot be set.');
  },
  advance: () => {
    throw new Error('Real time cannot be moved.');
  },
});

/** The whole server with the pages that it serves. */
export const startServed = (options: ApplicationOptions = {}): Promise<TestApplication> => {
  if (!existsSync(webDirectory)) throw new Error('Build the web app first: pnpm build.');
  return startApplication({ clock: realClock(), webDirectory, ...options });
};
