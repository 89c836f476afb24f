import { press } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

/** What is kept about somebody, shown row by row, and what goes and stays when somebody is erased. */
export const myDataPages: readonly PageCase[] = [
  {
    name: 'my-data-rows',
    route: '/account/privacy',
    as: 'colleague',
    path: () => '/account/privacy',
    first: async (page, language) => {
      const title = words('account.stored.kinds.membership.title', {}, language);
      await page.getByRole('button', { name: words('account.myData.showOf', { title }, language) }).click();
      await page.getByText(words('account.myData.columns.hours', {}, language)).waitFor();
    },
  },
  {
    name: 'own-name-missing',
    route: '/account',
    as: 'colleague',
    path: () => '/account',
    first: async (page, language) => {
      await page.getByLabel(words('account.ownName.label', {}, language), { exact: true }).fill('');
      await press('account.ownName.submit')(page, language);
    },
  },
  { name: 'erase-me', route: '/account/erase', as: 'colleague', path: () => '/account/erase' },
  {
    name: 'erase-me-not-sure',
    route: '/account/erase',
    as: 'colleague',
    path: () => '/account/erase',
    first: press('account.erase.submit'),
  },
  {
    name: 'erase-person',
    route: '/organisation/people/:personId/erase',
    as: 'administrator',
    path: ({ person }) => `/organisation/people/${person}/erase`,
  },
];
