import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givePassword } from '../kit/accounts.ts';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import { boardOf } from './board.ts';
import { startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const intake = 'Intake en volledigheidstoets';
const fees = 'Legesberekening';
const ada = { email: 'ada@water.example', password: 'drie natte ganzen' };

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, [intake, fees]);
  const { id: organisationId, people } = permits.water;
  await givePassword(application, { organisationId, personId: people.ada }, ada);
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

/** Presses Tab until the thing with this name has the focus; at every stop the focus can be seen. */
const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    expect(await seesFocus(page), `focus is visible at stop ${stops}`).toBe(true);
    const label = (await focused.getAttribute('aria-label')) ?? (await focused.innerText());
    if (typeof name === 'string' ? label.trim() === name : name.test(label)) return;
  }
  throw new Error(`Tab never came to ${name}.`);
};
/** An outline or a shadow around the focused thing, or around what it stretches over. */
const seesFocus = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const marked = (element, part) => {
      const style = getComputedStyle(element, part);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    };
    for (let element = document.activeElement, depth = 0; element && depth < 4; element = element.parentElement, depth += 1) {
      if (marked(element) || marked(element, '::before') || marked(element, '::after')) return true;
    }
    return false;
  })()`);

describe('without a mouse', () => {
  it('signs in, jumps to a responsibility, takes it over and undoes that', async () => {
    const visitor = await openVisitor(browser, { url: application.url });
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('button', { name: words('identity.signIn.submit') }).waitFor();
    await page.getByLabel(words('identity.signIn.email')).waitFor();
    for (const typed of [ada.email, ada.password]) {
      do await page.keyboard.press('Tab');
      while ((await page.locator('input:focus').count()) === 0);
      expect(await seesFocus(page)).toBe(true);
      await page.keyboard.type(typed);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('volledigheid');
    await page.getByRole('menuitem', { name: intake }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const board = boardOf(visitor);
    await board.panel(intake).waitFor();

    await tabTo(page, words('responsibilities.act.takeOver'));
    await page.keyboard.press('Enter');
    await board.carriers(intake).getByText('Ada Yilmaz').waitFor();
    await page.getByText(words('responsibilities.done.takeOver.holder', { title: intake })).waitFor();
    await page.keyboard.press('Control+z');
    await eventually(() => board.carriers(intake).getByText('Ada Yilmaz').count(), 0);
    visitor.expectPeace();
    await visitor.close();
  });
});

describe('languages and movement', () => {
  it('changes the language without loading the page again, and keeps it', async () => {
    const visitor = await openVisitor(browser, {
      url: application.url,
      cookie: await application.signIn(permits.water.people.ben),
    });
    const { page } = visitor;
    await boardOf(visitor).goto(permits.teamId);
    const documents = visitor.documents();
    await page.getByRole('button', { name: saying('shell.languageSwitch') }).click();
    await page.getByRole('button', { name: words('responsibilities.add.one', {}, 'en') }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(visitor.documents()).toBe(documents);
    await page.reload();
    await page.getByRole('button', { name: words('responsibilities.add.one', {}, 'en') }).waitFor();
    visitor.expectPeace();
    await visitor.close();
  });

  it('stands still for who asked for less movement', async () => {
    const visitor = await openVisitor(browser, {
      url: application.url,
      cookie: await application.signIn(permits.water.people.ben),
      reducedMotion: true,
    });
    const board = boardOf(visitor);
    await board.goto(permits.teamId);
    await board.choose(fees);
    await board.press(fees, 'responsibilities.act.takeOver');
    await board.carriers(fees).getByText('Ben de Boer').waitFor();
    const moving = await visitor.page.evaluate<number>(
      `document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect.getTiming().duration > 1).length`,
    );
    expect(moving).toBe(0);
    visitor.expectPeace();
    await visitor.close();
  });
});
