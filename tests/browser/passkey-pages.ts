import type { Page } from 'playwright-core';
import type { Language } from '../kit/browser.ts';
import { addDevice } from '../kit/virtual-device.ts';
import { press } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

/** Of the manager of the example, who is the one with a password. */
export const managersPassword = 'drie natte ganzen';

const makeOne = async (page: Page, language: Language): Promise<void> => {
  await addDevice(page);
  await press('account.passkeys.add')(page, language);
  await page.getByLabel(words('account.passkeys.password', {}, language), { exact: true }).fill(managersPassword);
  await press('account.passkeys.make')(page, language);
  const name = words('account.passkeys.nameStart', {}, language);
  await page.getByText(words('account.passkeys.added', { name }, language)).waitFor();
};

/** Passkeys: at the door, and at one's account. */
export const passkeyPages: readonly PageCase[] = [
  {
    name: 'passkey-stopped',
    route: '/sign-in',
    as: 'stranger',
    path: () => '/sign-in',
    first: async (page, language) => {
      await (await addDevice(page)).ownerIsThere(false);
      await press('identity.passkey.submit')(page, language);
      await page.getByText(words('identity.passkey.cancelled.title', {}, language)).waitFor();
    },
  },
  { name: 'passkey-one', route: '/account', as: 'manager', path: () => '/account', first: makeOne },
  {
    name: 'passkey-form',
    route: '/account',
    as: 'manager',
    path: () => '/account',
    first: async (page, language) => {
      await press('account.passkeys.add')(page, language);
      await press('account.passkeys.make')(page, language);
    },
  },
  {
    name: 'passkey-remove',
    route: '/account',
    as: 'manager',
    path: () => '/account',
    first: async (page, language) => {
      await makeOne(page, language);
      const name = words('account.passkeys.nameStart', {}, language);
      await page
        .getByRole('button', { name: words('account.passkeys.removeOf', { name }, language) })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
