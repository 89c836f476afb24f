import type { Locator } from 'playwright-core';
import { eventually } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { words } from './words.ts';

/** What Vandaag tells of what changed since somebody last looked. */
export const newsOf = ({ page }: Visitor): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: words('news.title') }) });

/** How often this window told the server that the news was seen. */
export const timesSeen = ({ requests }: Visitor): number =>
  requests.filter((name) => name === 'responsibilities.markSeen').length;

/** Looks at the news until that was told this often: what is still to come above it, such as an open check-in, pushes it down. */
export const seeNews = (visitor: Visitor, times: number): Promise<void> =>
  eventually(async () => {
    await newsOf(visitor).scrollIntoViewIfNeeded();
    return timesSeen(visitor);
  }, times);
