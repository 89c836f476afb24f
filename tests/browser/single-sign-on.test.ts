import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import { startIdentityProvider } from '../kit/identity-provider.ts';
import type { IdentityProvider } from '../kit/identity-provider.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

const name = 'Waterrijk-account';
let browser: Browser;
let provider: IdentityProvider;
let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  browser = await connectBrowser();
  provider = await startIdentityProvider();
  application = await startServed({ doors: { passwords: false, provider: provider.settings() } });
  provider.serve(application.url);
  world = await createWorld(application.database);
  await runQuery(application.database.ownerUrl, 'DELETE FROM "Organisation" WHERE "id" = $1', [world.hill.id]);
  provider.people.set('ada', { email: 'ada@water.example', email_verified: true, name: 'Ada Yilmaz' });
  provider.people.set('niemand', { email: 'niemand@water.example', email_verified: true, name: 'Niemand' });
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await provider.close();
});

const enter = async (page: Page, login: string, label = words('identity.provider.submit', { name })): Promise<void> => {
  await page.getByRole('link', { name: label }).click();
  await page.getByLabel('Wie ben je?').fill(login);
  await page.getByRole('button', { name: 'Verder' }).click();
};

it('I17 I24 I25 signs in at the provider, lands where one wanted to be, and signs out at both', async () => {
  const window = await openVisitor(browser, { url: application.url });
  const { page } = window;
  await page.goto('/account');
  await page.waitForURL('**/sign-in?*');
  await page.getByRole('link', { name: words('identity.provider.submit', { name }) }).waitFor();
  expect(await page.getByLabel(words('identity.signIn.password')).count()).toBe(0);
  await enter(page, 'ada');
  await page.waitForURL(`${application.url}/account`);
  await page.getByText(words('identity.account.lead', { name: 'Ada Yilmaz' })).waitFor();
  // There is no password to change.
  expect(await page.getByText(words('identity.changePassword.title'), { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: words('identity.signOut.here'), exact: true }).click();
  await page.getByRole('button', { name: 'Ja, uitloggen' }).click();
  await page.waitForURL(`${application.url}/sign-in*`);
  window.expectPeace();
  // The provider asks again who it is.
  await page.goto('/account');
  await enter(page, 'ada');
  await page.getByText(words('identity.account.lead', { name: 'Ada Yilmaz' })).waitFor();
  await window.close();
});

it('I19 I23 says at the door why somebody does not come in, and a try again leads where they wanted to be', async () => {
  const window = await openVisitor(browser, { url: application.url });
  const { page } = window;
  await page.goto('/sign-in?returnTo=%2Faccount');
  await enter(page, 'niemand');
  await page.getByText(words('identity.provider.why.unknownPerson', { name })).waitFor();
  const again = page.getByRole('link', { name: words('identity.provider.again', { name }) });
  expect(await again.getAttribute('href')).toBe('/api/auth/sso?returnTo=%2Faccount');
  window.expectPeace();
  await window.close();
});

it('I18 I24 an open page receives nothing any more within a second after the account ended', async () => {
  const window = await openVisitor(browser, { url: application.url });
  const { page } = window;
  await page.goto(`/team/${world.water.teams.permits}`);
  await enter(page, 'ada');
  await page.waitForURL(`${application.url}/team/*`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await window.quiet();
  const administrator = application.client(await application.signIn(world.water.people.anna)).organisation;
  window.expectComplaint(/401|WebSocket/);
  await administrator.endAccount.mutate({
    // The clock makes ids of whatever is asked for.
    commandId: application.clock.newId() as CommandId,
    personId: world.water.people.ada,
  });
  const from = Date.now();
  await eventually(async () => page.url().includes('/sign-in'), true);
  expect(Date.now() - from).toBeLessThan(1000);
  // The provider still knows them, and does not ask.
  await page.getByRole('link', { name: words('identity.provider.submit', { name }) }).click();
  await page.getByText(words('identity.provider.why.accountEnded', { name })).waitFor();
  await window.close();
});
