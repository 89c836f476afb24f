import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const titles = ['Bezwaar en beroep', 'Legesberekening'];

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, titles);
  const [first] = permits.ids;
  if (!first) throw new Error('The team has something to carry.');
  const { ada, teamId } = permits;
  const slot = {
    responsibilityId: first,
    role: 'holder',
    sharePercent: 100,
    assignmentId: newId<'assignment'>(),
  } as const;
  await ada.responsibilities.takeOver.mutate({ commandId: newId<'command'>(), teamId, ...slot });
});
afterAll(async () => {
  await browser.close();
  await application.close();
});
beforeEach(() => {
  visitors = [];
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
});

const open = async (personId: PersonId, path: string): Promise<Visitor> => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  await visitor.page.goto(path);
  await visitor.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return visitor;
};
const board = () => `/team/${permits.teamId}`;
const pageOf = (personId: PersonId) => `${board()}/person/${personId}`;

describe('the page of one member', () => {
  it('R1.13 is reached from the board, the panel, the members and search', async () => {
    const { people } = permits.water;
    const { page } = await open(people.ben, board());
    await page.getByRole('main').getByRole('link', { name: 'Ada', exact: true }).click();
    await page.waitForURL(`**${pageOf(people.ada)}`);
    await page.getByRole('link', { name: titles[0] ?? '', exact: true }).click();
    await page.getByRole('complementary').getByRole('link', { name: 'Ada Yilmaz' }).click();
    await page.waitForURL(`**${pageOf(people.ada)}`);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words('shell.navigation.members') })
      .click();
    await page.getByRole('main').getByRole('link', { name: 'Ben de Boer' }).click();
    await page.waitForURL(`**${pageOf(people.ben)}`);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('Fatma');
    await page
      .getByRole('option', { name: /Fatma Demir/u })
      .or(page.getByRole('menuitem', { name: /Fatma Demir/u }))
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${pageOf(people.fatma)}`);
  });

  it('R1.13 shows what somebody carries as it changes, and until when they are away, to a colleague', async () => {
    const { people } = permits.water;
    const { teamId } = permits;
    const visitor = await open(people.ada, pageOf(people.ben));
    const { page } = visitor;
    await page.getByText(words('people.nothing', { name: 'Ben' })).waitFor();
    const ben = application.client(await application.signIn(people.ben)).responsibilities;
    const [, second] = permits.ids;
    if (!second) throw new Error('The team has something to carry.');
    const command = () => ({ commandId: newId<'command'>(), teamId });
    const slot = { role: 'substitute', sharePercent: 100, assignmentId: newId<'assignment'>() } as const;
    await ben.takeOver.mutate({ ...command(), responsibilityId: second, ...slot });
    await page.getByRole('link', { name: titles[1] ?? '', exact: true }).waitFor();
    await page.getByText(words('people.nobodyCarries')).waitFor();

    const today = dateAt(Date.now());
    const absence = { absenceId: newId<'absence'>(), from: today, until: addDays(today, 3) };
    await ben.planAbsence.mutate({ ...command(), ...absence });
    const last = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(`${addDays(today, 2)}T12:00:00Z`),
    );
    await page.getByText(saying('people.away', { last })).waitFor();
    visitor.expectPeace();
  });

  it('R1.13 is there for people of the team about people of the team, and looks like nothing to anybody else', async () => {
    const { people } = permits.water;
    const looks = async (who: PersonId, path: string): Promise<string> => {
      const { page } = await open(who, path);
      await page.getByRole('heading', { name: words('shell.notFound.title') }).waitFor();
      return page.getByRole('main').innerText();
    };
    const nowhere = await looks(people.dina, '/dit/is-er-niet');
    expect(await looks(people.dina, pageOf(people.ada))).toBe(nowhere);
    expect(await looks(people.anna, pageOf(people.ada))).toBe(nowhere);
    expect(await looks(people.mira, pageOf(people.ada))).toBe(nowhere);
    // Somebody of another team, somebody who left, and nobody at all.
    expect(await looks(people.ada, pageOf(people.dina))).toBe(nowhere);
    expect(await looks(people.ada, pageOf(people.cem))).toBe(nowhere);
    expect(await looks(people.ada, `${board()}/person/niemand`)).toBe(nowhere);
  });
});
