import type { Locator } from 'playwright-core';
import type { ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { Visitor } from '../kit/browser.ts';
import { words } from './words.ts';

/** What a person sees and does on Team › Verantwoordelijkheden. */
export const boardOf = ({ page }: Visitor) => {
  const row = (title: string): Locator =>
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: title, exact: true }) });
  const panel = (title: string): Locator => page.getByRole('complementary', { name: title });
  return {
    goto: async (teamId: TeamId, responsibilityId?: ResponsibilityId): Promise<void> => {
      await page.goto(`/team/${teamId}${responsibilityId === undefined ? '' : `?r=${responsibilityId}`}`);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    },
    row,
    panel,
    /** Opens the panel of one responsibility from the list. */
    choose: async (title: string): Promise<Locator> => {
      await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
      await panel(title).waitFor();
      return panel(title);
    },
    press: (title: string, key: string, values?: Record<string, string | number>): Promise<void> =>
      panel(title)
        .getByRole('button', { name: words(key, values), exact: true })
        .click(),
    /** Who carries it and who stands in, as the panel says it. */
    carriers: (title: string): Locator => panel(title).locator('dl').first(),
    undo: (): Promise<void> => page.getByRole('button', { name: words('ui.undo') }).click(),
  };
};
