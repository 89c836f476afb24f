import type { Locator } from 'playwright-core';
import { agreement } from '@roer/web/features/insights/agreement.ts';
import type { Visitor } from '../kit/browser.ts';
import { saying, words } from './words.ts';

type Looking = Pick<Visitor, 'page'>;

/** Waits until the check-in page says this on top. */
export const lead = ({ page }: Looking, key: string): Promise<void> =>
  page
    .getByRole('heading', { level: 1 })
    .getByText(words(`check-in.${key}`))
    .waitFor();
export const button = ({ page }: Looking, key: string): Locator =>
  page.getByRole('button', { name: words(`check-in.${key}`), exact: true });
export const link = ({ page }: Looking, key: string): Locator =>
  page.locator('#content').getByRole('link', { name: words(`check-in.${key}`), exact: true });

/** A statement with its five answers. */
export const scale = ({ page }: Looking, statement: string): Locator =>
  page.getByRole('group', { name: saying(`check-in.statements.${statement}`) });
export const cell = (visitor: Looking, statement: string, word: (typeof agreement)[number]): Locator =>
  scale(visitor, statement).getByRole('radio', {
    name: `${agreement.indexOf(word) + 1} ${words(`check-in.agreement.${word}`)}`,
    exact: true,
  });

/** The bands of a statement through the year, where a team sees its results. */
export const bandsOf = ({ page }: Looking, statement: string): Locator =>
  page.getByRole('img', { name: saying(`check-in.results.questions.${statement}`) });
