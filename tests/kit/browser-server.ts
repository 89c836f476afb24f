import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumLaunch } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run listens, on this machine only. */
    browserUrl: string;
  }
}

/** Runs once for all browser tests: starts the one browser that they share. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await chromium.launchServer({ ...(await chromiumLaunch()), host: '127.0.0.1' });
  project.provide('browserUrl', server.wsEndpoint());
  return () => server.close();
};
