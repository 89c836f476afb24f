import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMailer } from '@roer/api/platform/smtp';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import { aDuty } from '../kit/duties.ts';
import { startMailServer } from '../kit/mail-server.ts';
import type { MailServer } from '../kit/mail-server.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { createClock } from '../kit/clock.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

let browser: Browser;
let mails: MailServer;
let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  browser = await connectBrowser();
  mails = await startMailServer();
  // The browser's clock tells when it asks, the server's what week it is.
  const mailer = openMailer({ url: mails.url, from: 'Roer <roer@water.example>' });
  application = await startServed({ mailer, clock: createClock(Date.parse('2026-11-18T09:00:00Z')) });
  world = await createWorld(application.database);
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await mails.close();
});

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });

describe('my account', () => {
  it('K1 a calendar gets an address that is shown once, made anew and taken away', async () => {
    const { ada } = world.water.people;
    await aDuty(application, { teamId: world.water.teams.permits, holder: ada }, { title: 'Wachtlijst nalopen' });
    const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(ada) });
    const { page } = visitor;
    await page.goto('/account');
    await button(page, 'account.calendar.make').click();
    const shown = page.getByText(/\/calendar\/[\w-]{43}\.ics$/);
    const first = (await shown.textContent()) ?? '';
    // Who uses a keyboard is at what they asked for.
    await page
      .getByRole('group', { name: words('account.calendar.once') })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await page.getByRole('link', { name: words('account.calendar.open') }).getAttribute('href')).toBe(
      first.replace('http:', 'webcal:'),
    );
    expect(await (await fetch(first)).text()).toContain('SUMMARY:Wachtlijst nalopen');
    await button(page, 'account.calendar.renew').click();
    await expect.poll(() => shown.textContent()).not.toBe(first);
    const second = (await shown.textContent()) ?? '';
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);
    await page.reload();
    await page.getByText(words('account.calendar.exists')).waitFor();
    expect(await shown.count()).toBe(0);
    await button(page, 'account.calendar.revoke').click();
    await page.getByText(words('account.calendar.revoked')).waitFor();
    await button(page, 'account.calendar.make').waitFor();
    expect((await fetch(second)).status).toBe(404);
    visitor.expectPeace();
    await visitor.close();
  });

  it('J3 J6 the weekly mail is asked for, comes, and is stopped by its link without signing in', async () => {
    const { ben } = world.water.people;
    await aDuty(application, { teamId: world.water.teams.permits, holder: ben }, { title: 'Rapport maken' });
    const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(ben) });
    await visitor.page.goto('/account');
    await visitor.page.getByRole('radio', { name: words('account.digest.nl') }).check();
    await visitor.page.getByText(words('account.digest.saved')).waitFor();
    await visitor.close();
    application.clock.set(Date.parse('2026-11-23T06:30:00Z'));
    await application.app.jobs.runDue();
    const { text } = await mails.next();
    expect(text).toContain('Rapport maken');
    const link = /(http:\/\/\S+\/unsubscribe\/[\w-]+)/.exec(text)?.[1] ?? '';
    const stranger = await openVisitor(browser, { url: application.url });
    await stranger.page.goto(link);
    await button(stranger.page, 'account.unsubscribe.stop').click();
    await stranger.page.getByRole('heading', { name: words('account.unsubscribe.done') }).waitFor();
    stranger.expectPeace();
    await stranger.page.goto(`${link.slice(0, -4)}AAAA`);
    stranger.expectComplaint(/404/u);
    await button(stranger.page, 'account.unsubscribe.stop').click();
    await stranger.page.getByRole('heading', { name: words('account.unsubscribe.gone') }).waitFor();
    await stranger.close();
    const { digest } = application.client(await application.signIn(ben));
    expect(await digest.state.query()).toMatchObject({ language: null });
  });

  it('MD11 MD12 my own name is changed, is live for a colleague, and is taken back', async () => {
    const { ada, ben } = world.water.people;
    const open = async (personId: typeof ada, path: string) => {
      const cookie = await application.signIn(personId);
      const opened = await openVisitor(browser, { url: application.url, cookie });
      await opened.page.goto(path);
      return opened;
    };
    const [mine, colleague] = [
      await open(ada, '/account'),
      await open(ben, `/team/${world.water.teams.permits}/members`),
    ];
    const { page } = mine;
    const field = page.getByLabel(words('account.ownName.label'), { exact: true });
    await page.getByText(words('account.ownName.email')).waitFor();
    await colleague.page.getByText('Ada Yilmaz').first().waitFor();
    await field.fill('   ');
    await field.press('Enter');
    await page.getByText(words('account.ownName.missing')).waitFor();
    await field.fill('Ada Yilmaz-de Wit');
    await field.press('Enter');
    await page.getByText(words('account.ownName.done', { name: 'Ada Yilmaz-de Wit' })).waitFor();
    await page.getByRole('heading', { level: 1, name: /Ada Yilmaz-de Wit/u }).waitFor();
    await colleague.page.getByText('Ada Yilmaz-de Wit').first().waitFor();
    await button(page, 'ui.undo').click();
    await page.getByText(words('account.ownName.undone', { name: 'Ada Yilmaz' })).waitFor();
    await colleague.page.getByText('Ada Yilmaz', { exact: true }).first().waitFor();
    await button(page, 'audit.own.show').click();
    await page
      .getByText(new RegExp(words('audit.action.person.renameOneself'), 'u'))
      .first()
      .waitFor();
    for (const each of [mine, colleague]) {
      each.expectPeace();
      await each.close();
    }
  });

  it('I16 the page that tells what is stored tells my own numbers, and what is not stored', async () => {
    const { ada } = world.water.people;
    const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(ada) });
    const { page } = visitor;
    await page.goto('/account');
    await page.getByRole('link', { name: words('account.stored.link') }).click();
    await page.getByText('Ada Yilmaz, ada@water.example').waitFor();
    const carries = page.getByRole('article').filter({ hasText: words('account.stored.kinds.assignment.title') });
    await carries.getByText(/: 1$/u).waitFor();
    await page.getByText(words('account.stored.not.reason')).waitFor();
    visitor.expectPeace();
    await visitor.close();
  });
});
