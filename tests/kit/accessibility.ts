import axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on a page as it is now, against WCAG 2.2 A and AA; or only of colours. It is brought to a page once: that takes
 * longer than looking.
 */
export const findings = async (page: Page, { colorsOnly = false } = {}): Promise<string[]> => {
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axe.source);
  const options: RunOptions = {
    // Of what is right it tells one place instead of all.
    resultTypes: ['violations'],
    runOnly: colorsOnly ? ['color-contrast'] : levels,
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
