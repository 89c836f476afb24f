import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject, onTestFailed } from 'vitest';

export type Language = 'nl' | 'en';
export type Theme = 'light' | 'dark';

/** One person at one browser: a window with cookies, storage and memory of its own. */
export type Visitor = {
  page: Page;
  context: BrowserContext;
  /** All requests so far: procedures by their name, such as `responsibilities.board`, and other paths. */
  requests: string[];
  /** How often the window loaded a document. */
  documents: () => number;
  /** Waits until nothing has been under way to the server for a moment: what comes later has come. */
  quiet: () => Promise<void>;
  /** Says which complaints of the browser belong to this test. Everything else fails it. */
  expectComplaint: (pattern: RegExp) => void;
  /** Fails when the browser complained: errors in the console, broken scripts, a violated policy, failed requests. */
  expectPeace: () => void;
  close: () => Promise<void>;
};

export type VisitorOptions = {
  url: string;
  /** A Cookie header of a session, as `signIn` of the application gives it. */
  cookie?: string;
  width?: number;
  height?: number;
  /** A screen that is touched: `tap` works. */
  touch?: boolean;
  language?: Language;
  theme?: Theme;
  reducedMotion?: boolean;
  /** Keeps the page for without a network, as everybody's browser does. It takes the time of the machine, so only where it matters. */
  keepsPage?: boolean;
};

export const connectBrowser = (): Promise<Browser> => chromium.connect(inject('browserUrl'));

/** Opens a window for one person, inside a test; nothing is loaded yet. Paths in `page.goto` are under `url`. */
export const openVisitor = async (browser: Browser, options: VisitorOptions): Promise<Visitor> => {
  const { url, width = 1440, height = 900, language = 'nl', theme = 'light' } = options;
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    hasTouch: options.touch ?? false,
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: theme,
    serviceWorkers: options.keepsPage ? 'allow' : 'block',
    reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
  });
  context.setDefaultTimeout(30_000);
  await context.addInitScript((chosen) => {
    // What a person chose in the meantime stays.
    if (localStorage.getItem('roer.language') === null) localStorage.setItem('roer.language', chosen);
  }, language);
  if (options.cookie !== undefined) {
    const at = options.cookie.indexOf('=');
    const [name, value] = [options.cookie.slice(0, at), options.cookie.slice(at + 1)];
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  return { ...watch(page), page, context, close: () => context.close() };
};

const watch = (page: Page): Omit<Visitor, 'page' | 'context' | 'close'> => {
  const requests: string[] = [];
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  let documents = 0;
  let underWay = 0;
  page.on('requestfinished', () => (underWay -= 1));
  onTestFailed(({ task }) => {
    // A test that waits in vain says what it waited for; this says what the page was at.
    const where = pathOf(page.url());
    task.result?.errors?.push({ name: 'Browser', message: [`The window was at ${where}.`, ...complaints].join('\n') });
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (message.text().startsWith('Service Worker registration blocked')) return;
    complaints.push(`console ${message.type()}: ${message.text()} (${pathOf(message.location().url)})`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    underWay += 1;
    const path = pathOf(request.url());
    if (path.startsWith('/trpc/')) requests.push(...path.slice('/trpc/'.length).split(','));
    else requests.push(path);
    if (request.isNavigationRequest()) documents += 1;
  });
  page.on('requestfailed', (request) => {
    underWay -= 1;
    const reason = request.failure()?.errorText ?? 'unknown';
    // Leaving a page gives up what it still asked for.
    if (reason === 'net::ERR_ABORTED') return;
    complaints.push(`request: ${reason} (${pathOf(request.url())})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`response: ${response.status()} (${pathOf(response.url())})`);
  });
  return {
    requests,
    documents: () => documents,
    quiet: async () => {
      for (let still = 0; still < 3; still = underWay === 0 ? still + 1 : 0) await page.waitForTimeout(70);
    },
    expectComplaint: (pattern) => expected.push(pattern),
    expectPeace: () => {
      const left = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
      expect(left, 'complaints of the browser').toEqual([]);
    },
  };
};

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

/** Waits until something that a browser shows later is true; fails with its last value after `within` milliseconds. */
export const eventually = <Value>(
  read: () => Promise<Value> | Value,
  expected: Value,
  within = 10_000,
): Promise<void> => expect.poll(read, { timeout: within, interval: 100 }).toEqual(expected);

/** Waits until this browser keeps the page and its files: from then on it needs no network for them. */
export const untilPageIsKept = async ({ page }: Pick<Visitor, 'page'>): Promise<void> => {
  // As text: these tests know no browser of their own.
  const isKept = `(async () => {
    const names = await (await fetch('/assets.json')).json();
    const kept = (await (await caches.open('roer.page')).keys()).map(({ url }) => new URL(url).pathname);
    return kept.includes('/') && names.every((name) => kept.includes(name));
  })()`;
  await eventually(() => page.evaluate<boolean>(isKept), true, 30_000);
};
