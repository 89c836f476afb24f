import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '@roer/domain/ids';
import type { CoverLevel } from '@roer/domain/learning/cover-rows';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createTestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { boardOf } from './board.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const title = 'Kwartaalrapportage';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const open = async (personId: PersonId): Promise<Visitor> => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  return visitor;
};
const openLearning = async (personId: PersonId): Promise<Visitor> => {
  const visitor = await open(personId);
  await visitor.page.goto(`/team/${permits.teamId}/learning`);
  await visitor.page.getByRole('button', { name: title, exact: true }).waitFor();
  return visitor;
};

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase() });
  permits = await startPermits(application, [title]);
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await application.database.drop();
});
beforeEach(() => {
  visitors = [];
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
});

describe('who can do what', () => {
  it('L1.3 R2.3 L3.1 a step that is said at one browser and confirmed at another covers at a third, without a reload', async () => {
    const { people } = permits.water;
    const [responsibilityId] = permits.ids;
    if (!responsibilityId) throw new Error('The team has a responsibility.');
    const { teamId } = permits;
    await permits.ada.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId,
      responsibilityId,
      assignmentId: newId<'assignment'>(),
      role: 'holder',
      sharePercent: 100,
    });
    // Ben did it together already.
    const ben = application.client(await application.signIn(people.ben));
    for (const level of ['observing', 'together'] satisfies CoverLevel[]) {
      const which = { teamId, responsibilityId, coverLevelId: newId<'coverLevel'>() };
      await ben.responsibilities.proposeLevel.mutate({ ...which, commandId: newId<'command'>(), level });
      await permits.ada.responsibilities.confirmLevel.mutate({
        ...which,
        commandId: newId<'command'>(),
        asBuddy: false,
      });
    }
    const bens = await openLearning(people.ben);
    const adas = await openLearning(people.ada);
    const thirds = await open(people.fatma);
    const board = boardOf(thirds);
    await board.goto(teamId);
    await board
      .row(title)
      .getByText(saying('responsibilities.label.fragile', { name: 'Ada' }))
      .waitFor();
    const documents = [adas.documents(), thirds.documents()];
    await adas.page.getByText(words('learning.who.only', { name: 'Ada' }), { exact: true }).waitFor();

    await bens.page.getByRole('button', { name: title, exact: true }).click();
    const dialog = bens.page.getByRole('dialog', { name: title });
    await dialog.getByRole('button', { name: words('learning.own.propose.independent') }).click();
    await dialog.getByRole('button', { name: words('learning.own.withdraw') }).waitFor();

    const level = words('learning.levels.independent');
    await adas.page.getByText(words('learning.asks.step', { name: 'Ben', title, level }), { exact: true }).waitFor();
    await adas.page.getByRole('button', { name: words('learning.asks.confirm'), exact: true }).click();

    await dialog.getByText(words('learning.own.now.independent'), { exact: true }).waitFor();
    await adas.page.getByRole('heading', { name: saying('learning.lead.well') }).waitFor();
    await board
      .row(title)
      .getByText(saying('responsibilities.label.fragile', { name: 'Ada' }))
      .waitFor({ state: 'detached' });
    expect([adas.documents(), thirds.documents()]).toEqual(documents);
    for (const visitor of visitors) visitor.expectPeace();
  });

  it('L1.3 whoever answers goes on at the next question, and at the sentence of the page after the last one', async () => {
    const { people } = permits.water;
    const [responsibilityId] = permits.ids;
    if (!responsibilityId) throw new Error('The team has a responsibility.');
    for (const [personId, level] of [
      [people.ben, 'teaching'],
      [people.fatma, 'observing'],
    ] as const) {
      const { responsibilities } = application.client(await application.signIn(personId));
      const which = { teamId: permits.teamId, responsibilityId, coverLevelId: newId<'coverLevel'>() };
      await responsibilities.proposeLevel.mutate({ ...which, commandId: newId<'command'>(), level });
    }
    const { page } = await openLearning(people.ada);
    const focused = (): Promise<string> =>
      page.evaluate<string>('document.activeElement.tagName + ": " + document.activeElement.innerText');
    const confirm = page.getByRole('button', { name: words('learning.asks.confirm'), exact: true });
    await confirm.first().focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await focused()).startsWith('LI: Fatma'), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await eventually(async () => (await focused()).startsWith('H1: '), true);
    expect(await confirm.count()).toBe(0);
  });

  it('L3.2 the day before which somebody hands over is still there when the sheet closed by a slip', async () => {
    const { page } = await openLearning(permits.water.people.ada);
    const dialog = page.getByRole('dialog', { name: title });
    const day = dialog.getByLabel(words('learning.leave.label'));
    await page.getByRole('button', { name: title, exact: true }).click();
    await day.fill('2031-03-01');
    // Beside the sheet.
    await page.mouse.click(10, 400);
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: title, exact: true }).click();
    expect(await day.inputValue()).toBe('2031-03-01');
    // Too far ahead: nothing is told to the team, and the day stays to be mended.
    await dialog.getByRole('button', { name: words('learning.leave.save') }).click();
    await dialog.getByText(words('learning.leave.wrong')).waitFor();
  });

  it('L1.4 L1.5 L1.7 L3.2 somebody still can, goes a step back, hears that it is early, and a holder names a day', async () => {
    const { people } = permits.water;
    // Ben did it last more than a year ago.
    await runQuery(
      application.database.ownerUrl,
      `UPDATE "CoverLevel" SET "exercisedOn" = "exercisedOn" - 400 WHERE "level" = 'teaching'`,
    );
    const bens = await openLearning(people.ben);
    const still = bens.page.getByText(words('learning.asks.still', { title }), { exact: true });
    await still.waitFor();
    await bens.page.getByRole('button', { name: words('learning.asks.yes'), exact: true }).click();
    await still.waitFor({ state: 'detached' });

    const openOne = async ({ page }: Visitor) => {
      await page.getByRole('button', { name: title, exact: true }).click();
      return page.getByRole('dialog', { name: title });
    };
    const own = await openOne(bens);
    const levels = { independent: words('learning.levels.independent'), teaching: words('learning.levels.teaching') };
    await own.getByRole('button', { name: words('learning.own.back', { level: levels.independent }) }).click();
    await own.getByText(words('learning.own.now.independent'), { exact: true }).waitFor();
    const propose = own.getByRole('button', { name: words('learning.own.propose.teaching') });
    await propose.click();
    await propose.waitFor({ state: 'detached' });

    const adas = await openLearning(people.ada);
    const step = words('learning.asks.step', { name: 'Ben', title, level: levels.teaching });
    const asked = adas.page.getByText(step, { exact: true });
    await asked.waitFor();
    await adas.page
      .getByRole('listitem')
      .filter({ has: asked })
      .getByRole('button', { name: words('learning.asks.decline') })
      .click();
    await asked.waitFor({ state: 'detached' });
    await propose.waitFor();

    const day = `${new Date().getFullYear() + 1}-06-01`;
    const hers = await openOne(adas);
    await hers.getByLabel(words('learning.leave.label')).fill(day);
    await hers.getByRole('button', { name: words('learning.leave.save'), exact: true }).click();
    const withdraw = hers.getByRole('button', { name: words('learning.leave.withdraw'), exact: true });
    await withdraw.click();
    await withdraw.waitFor({ state: 'detached' });
    for (const visitor of visitors) visitor.expectPeace();
  });
});
