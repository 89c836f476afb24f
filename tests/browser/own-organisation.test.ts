import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const anna = { name: 'Anna Smit', email: 'anna@waterrijk.example', password: 'drie natte ganzen' };
const ben = { name: 'Ben de Boer', email: 'ben@waterrijk.example', password: 'vijf gele eenden' };
const changed = 'vier droge ganzen';

let browser: Browser;
let application: TestApplication;
let visitors: Visitor[];

const open = async (): Promise<Visitor> => {
  const visitor = await openVisitor(browser, { url: application.url });
  visitors.push(visitor);
  return visitor;
};
const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });
const field = (page: Page, key: string) => page.getByLabel(words(key), { exact: true });
const signIn = async (page: Page, { email, password }: { email: string; password: string }): Promise<void> => {
  await page.goto('/sign-in');
  await field(page, 'identity.signIn.email').fill(email);
  await field(page, 'identity.signIn.password').fill(password);
  await button(page, 'identity.signIn.submit').click();
};
const atHome = (page: Page): Promise<void> => page.getByText(words('today.lead.administrator')).waitFor();

beforeAll(async () => {
  visitors = [];
  browser = await connectBrowser();
  application = await startServed();
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

describe('an organisation of one’s own', () => {
  it('starts with its first administrator', async () => {
    const window = await open();
    const { page } = window;
    await page.goto('/');
    await page.getByRole('link', { name: words('identity.start.ownAction') }).click();
    await field(page, 'identity.own.organisation').fill('Gemeente Waterrijk');
    await field(page, 'identity.own.name').fill(anna.name);
    await field(page, 'identity.own.email').fill(anna.email);
    await field(page, 'identity.own.password').fill('kort');
    await button(page, 'identity.own.submit').click();
    await page.getByText(saying('identity.weak.tooShort', { min: 12 })).waitFor();
    // What was typed is still there.
    expect(await field(page, 'identity.own.organisation').inputValue()).toBe('Gemeente Waterrijk');
    await field(page, 'identity.own.password').fill(anna.password);
    await button(page, 'identity.own.submit').click();
    await page.waitForURL('**/organisation');
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    window.expectPeace();
  });
});

describe('people and teams', () => {
  it('come by form, and a link lets somebody in', async () => {
    const [annas, bens] = [await open(), await open()];
    const { page } = annas;
    await signIn(page, anna);
    await atHome(page);
    await page.goto('/organisation');
    const dialog = page.getByRole('dialog');
    await button(page, 'organisation.structure.addFirstDomain').click();
    await dialog.getByLabel(words('organisation.structure.dialog.domainName')).fill('Leefomgeving');
    await dialog.getByRole('button', { name: words('organisation.structure.dialog.createDomain.submit') }).click();
    await page.getByRole('heading', { name: 'Leefomgeving' }).waitFor();
    await page
      .getByRole('button', { name: words('organisation.structure.addTeam', { domain: 'Leefomgeving' }) })
      .click();
    await dialog.getByLabel(words('organisation.structure.dialog.teamName')).fill('Vergunningen');
    await dialog.getByRole('button', { name: words('organisation.structure.dialog.createTeam.submit') }).click();
    await page.getByRole('link', { name: 'Vergunningen', exact: true }).waitFor();

    await page.goto('/organisation/people');
    await button(page, 'organisation.people.invite').click();
    await dialog.getByLabel(words('organisation.invite.name')).fill(ben.name);
    await dialog.getByLabel(words('organisation.invite.email')).fill(ben.email);
    await dialog.getByLabel(words('organisation.invite.team')).selectOption({ label: 'Vergunningen (Leefomgeving)' });
    await dialog.getByRole('button', { name: words('organisation.invite.submit'), exact: true }).click();
    const link = await dialog.locator('code').innerText();
    await dialog.getByRole('button', { name: words('organisation.invite.ready') }).click();

    await bens.page.goto(link);
    await field(bens.page, 'identity.link.password').fill(ben.password);
    await button(bens.page, 'identity.link.submit').click();
    await bens.page
      .getByRole('link', { name: words('shell.navigation.team'), exact: true })
      .first()
      .click();
    await bens.page.getByText(words('responsibilities.first.title'), { exact: true }).waitFor();

    // It worked once.
    const stranger = await open();
    stranger.expectComplaint(/404/u);
    await stranger.page.goto(link);
    await stranger.page.getByText(words('identity.link.gone')).waitFor();
    await signIn(stranger.page, ben);
    await stranger.page
      .getByRole('link', { name: words('shell.navigation.team'), exact: true })
      .first()
      .waitFor();
    for (const window of [annas, bens, stranger]) window.expectPeace();
  });
});

describe('signing in', () => {
  it('says the same about a wrong password and an unknown address', async () => {
    const window = await open();
    window.expectComplaint(/40[13]/u);
    await signIn(window.page, { ...anna, password: 'een ander wachtwoord' });
    await window.page.getByText(words('identity.signIn.wrong')).waitFor();
    await signIn(window.page, { ...anna, email: 'niemand@waterrijk.example' });
    await window.page.getByText(words('identity.signIn.wrong')).waitFor();
    await signIn(window.page, anna);
    await atHome(window.page);
    window.expectPeace();
  });

  it('ends everywhere at once, also in an open window', async () => {
    const [one, other] = [await open(), await open()];
    for (const { page } of [one, other]) {
      await signIn(page, anna);
      await atHome(page);
    }
    await one.page.goto('/account');
    await button(one.page, 'identity.signOut.everywhere').click();
    await other.page.getByText(words('identity.signIn.endedLead')).waitFor();
    await button(other.page, 'identity.signIn.submit').waitFor();
    one.expectPeace();
    other.expectPeace();
  });

  it('takes a new password, which ends the other windows', async () => {
    const [one, other] = [await open(), await open()];
    for (const { page } of [one, other]) {
      await signIn(page, anna);
      await atHome(page);
    }
    const { page } = one;
    await page.goto('/account');
    await field(page, 'identity.changePassword.current').fill('een ander wachtwoord');
    await field(page, 'identity.changePassword.new').fill(changed);
    one.expectComplaint(/40\d/u);
    await button(page, 'identity.changePassword.submit').click();
    await page.getByText(words('errors.wrongPassword')).waitFor();
    await field(page, 'identity.changePassword.current').fill(anna.password);
    await button(page, 'identity.changePassword.submit').click();
    await page.getByText(words('identity.changePassword.done')).waitFor();
    await button(other.page, 'identity.signIn.submit').waitFor();

    other.expectComplaint(/40[13]/u);
    await signIn(other.page, anna);
    await other.page.getByText(words('identity.signIn.wrong')).waitFor();
    await signIn(other.page, { ...anna, password: changed });
    await atHome(other.page);
    one.expectPeace();
    other.expectPeace();
  });
});
