import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personaNames } from '@roer/db/demo/personas';
import type { DemoPersona } from '@roer/db/demo/personas';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import { boardOf } from './board.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const vacancy = 'Werving en selectie';

let browser: Browser;
let application: TestApplication;

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

const lookThroughEyesOf = async (page: Page, persona: DemoPersona): Promise<void> => {
  await page.getByRole('button', { name: personaNames[persona] }).click();
  await page.getByText(saying('identity.banner.words', { name: personaNames[persona] })).waitFor();
};
const toTheTeam = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: words('shell.navigation.team'), exact: true })
    .first()
    .click();
  await page.getByRole('link', { name: vacancy, exact: true }).waitFor();
};

describe('the first run', () => {
  it('fills the example, lets a member take something over, and a colleague sees it without reloading', async () => {
    const joost = await openVisitor(browser, { url: application.url });
    await joost.page.goto('/');
    await joost.page.getByRole('button', { name: words('identity.start.lookAction') }).click();
    await joost.page.getByText(words('identity.personas.lead')).waitFor();
    await lookThroughEyesOf(joost.page, 'overwhelmed');
    await toTheTeam(joost.page);

    const bas = await openVisitor(browser, { url: application.url });
    await bas.page.goto('/');
    await lookThroughEyesOf(bas.page, 'colleague');
    await toTheTeam(bas.page);
    const documents = bas.documents();

    const joostsBoard = boardOf(joost);
    const basBoard = boardOf(bas);
    await joostsBoard.choose(vacancy);
    await joostsBoard.press(vacancy, 'responsibilities.act.takeOver');
    // His weeks are full already: he says that he knows.
    const full = joost.page.getByRole('dialog', { name: words('planning.overload.title') });
    await full.getByText(saying('planning.overload.kind.accepted')).click();
    await full.getByRole('button', { name: words('planning.overload.submit') }).click();
    await joostsBoard.carriers(vacancy).getByText(personaNames.overwhelmed).waitFor();
    await basBoard
      .row(vacancy)
      .getByText(saying('responsibilities.change.carries', { name: 'Joost' }))
      .waitFor();
    expect(bas.documents()).toBe(documents);

    // Looking through other eyes is a click away.
    await bas.page.getByRole('link', { name: words('identity.banner.switch') }).click();
    await lookThroughEyesOf(bas.page, 'administrator');
    joost.expectPeace();
    bas.expectPeace();
    await joost.close();
    await bas.close();
  });
});
