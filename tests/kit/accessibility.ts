import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Makes every document that this window loads from now on bring axe along. Sending its 650 kB to a page that is there takes
 * several times longer than looking with it.
 */
export const bringAxe = async ({ page }: { page: Page }): Promise<void> => {
  await page.addInitScript({ path: axe });
};

/** What axe finds on a page as it is now, against WCAG 2.2 A and AA; or only of colours. Needs `bringAxe` before the page was loaded. */
export const findings = async (page: Page, { colorsOnly = false } = {}): Promise<string[]> => {
  const options: RunOptions = {
    // Of what is right it tells one place instead of all.
    resultTypes: ['violations'],
    runOnly: colorsOnly ? ['color-contrast'] : levels,
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
