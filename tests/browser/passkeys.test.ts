import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { givePassword } from '../kit/accounts.ts';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import { addDevice } from '../kit/virtual-device.ts';
import { createWorld } from '../kit/world.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

const email = 'ada@water.example';
const password = 'drie losse woorden samen';
const name = 'Laptop van het werk';
let browser: Browser;
let application: TestApplication;
beforeAll(async () => {
  browser = await connectBrowser();
  // No browser makes a passkey at an address that is a number.
  application = await startServed({ hostname: 'localhost' });
  const { water } = await createWorld(application.database);
  await givePassword(application, { organisationId: water.id, personId: water.people.ada }, { email, password });
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

const button = (page: Page, key: string, values: Record<string, string> = {}) =>
  page.getByRole('button', { name: words(key, values), exact: true });
const withPassword = async (page: Page): Promise<void> => {
  await page.getByLabel(words('identity.signIn.email')).fill(email);
  await page.getByLabel(words('identity.signIn.password'), { exact: true }).fill(password);
  await button(page, 'identity.signIn.submit').click();
  await page.waitForURL('**/account');
};
const signOut = async (page: Page): Promise<void> => {
  await button(page, 'identity.signOut.here').click();
  await page.waitForURL(/\/sign-in/u);
  await page.goto('/sign-in?returnTo=%2Faccount');
};

it('I26 I28 I30 I32 somebody makes a passkey, signs in with it, takes it away, and hears that it no longer works', async () => {
  const window = await openVisitor(browser, { url: application.url });
  const { page } = window;
  const device = await addDevice(page);
  await page.goto('/sign-in?returnTo=%2Faccount');
  await withPassword(page);
  await page.getByText(words('account.passkeys.none')).waitFor();
  await button(page, 'account.passkeys.add').click();

  // A mistake keeps what was typed, and so does a device whose owner walks away.
  const section = page.getByRole('textbox', { name: words('account.passkeys.name') });
  expect(await page.evaluate<boolean>(`document.activeElement?.getAttribute('name') === 'name'`)).toBe(true);
  await section.fill(name);
  await page.getByLabel(words('account.passkeys.password'), { exact: true }).fill('iets anders');
  window.expectComplaint(/400/u);
  await button(page, 'account.passkeys.make').click();
  await page.getByText(words('errors.wrongPassword')).waitFor();
  await page.getByLabel(words('account.passkeys.password'), { exact: true }).fill(password);
  await device.ownerIsThere(false);
  await button(page, 'account.passkeys.make').click();
  await page.getByText(words('account.passkeys.device.cancelled')).waitFor();
  expect(await section.inputValue()).toBe(name);
  await device.ownerIsThere(true);
  await button(page, 'account.passkeys.make').click();
  await page.getByText(words('account.passkeys.added', { name })).waitFor();
  await page.getByText(words('account.passkeys.notUsed')).waitFor();
  expect(await device.count()).toBe(1);
  // This device has one.
  await button(page, 'account.passkeys.add').click();
  await page.getByLabel(words('account.passkeys.password'), { exact: true }).fill(password);
  await button(page, 'account.passkeys.make').click();
  await page.getByText(words('account.passkeys.device.already')).waitFor();
  await button(page, 'ui.cancel').click();

  await signOut(page);
  await button(page, 'identity.passkey.submit').click();
  await page.waitForURL('**/account');
  await page.getByText(words('identity.account.lead', { name: 'Ada Yilmaz' })).waitFor();
  await eventually(() => page.getByText(words('account.passkeys.notUsed')).count(), 0);

  // Whoever stops has the password beside it.
  await signOut(page);
  await device.ownerIsThere(false);
  await button(page, 'identity.passkey.submit').click();
  await page.getByText(words('identity.passkey.cancelled.title')).waitFor();
  await device.ownerIsThere(true);
  await withPassword(page);

  await button(page, 'account.passkeys.removeOf', { name }).click();
  await page.getByRole('dialog').getByText(words('account.passkeys.removeWords')).waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('account.passkeys.remove'), exact: true })
    .click();
  await page.getByText(words('account.passkeys.removed', { name })).waitFor();
  await signOut(page);
  window.expectComplaint(/401/u);
  await button(page, 'identity.passkey.submit').click();
  await page.getByText(words('identity.passkey.passkeyUnknown.title')).waitFor();
  await withPassword(page);
  // AU10
  await button(page, 'audit.own.show').click();
  await page.getByText(words('audit.action.account.passkeyRemove')).waitFor();
  window.expectPeace();
  await window.close();
});

it('I31 I32 nothing of them is shown at another address or in a browser without them', async () => {
  const atNumber = await openVisitor(browser, { url: application.url.replace('localhost', '127.0.0.1') });
  const without = await openVisitor(browser, { url: application.url });
  await without.page.addInitScript('delete window.PublicKeyCredential');
  for (const window of [atNumber, without]) {
    const { page } = window;
    await page.goto('/sign-in?returnTo=%2Faccount');
    await button(page, 'identity.signIn.submit').waitFor();
    expect(await button(page, 'identity.passkey.submit').count()).toBe(0);
    await withPassword(page);
    await page.getByText(words('identity.changePassword.title'), { exact: true }).waitFor();
    await window.quiet();
    expect(await page.getByText(words('account.passkeys.title'), { exact: true }).count()).toBe(0);
    window.expectPeace();
    await window.close();
  }
});
