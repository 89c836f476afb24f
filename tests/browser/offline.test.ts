import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { createTestDatabase } from '../kit/database.ts';
import { connectBrowser, eventually, openVisitor, untilPageIsKept } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { runQuery } from '../kit/statement.ts';
import { boardOf } from './board.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const titles = {
  intake: 'Intake en volledigheidstoets',
  fees: 'Legesberekening',
  events: 'Evenementenvergunningen',
  appeals: 'Bezwaar en beroep',
  archive: 'Archief toezichtdossiers',
  quarter: 'Kwartaalrapportage',
};
const noNetwork = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|ERR_CONNECTION|409|404/u;

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const idOf = (title: string): ResponsibilityId => {
  const id = permits.ids[Object.values(titles).indexOf(title)];
  if (!id) throw new Error('The team has this responsibility.');
  return id;
};
const openBoard = async (personId: PersonId): Promise<[Visitor, ReturnType<typeof boardOf>]> => {
  const cookie = await application.signIn(personId);
  const visitor = await openVisitor(browser, { url: application.url, cookie, keepsPage: true });
  visitors.push(visitor);
  visitor.expectComplaint(noNetwork);
  const board = boardOf(visitor);
  await board.goto(permits.teamId);
  await board.row(titles.intake).waitFor();
  return [visitor, board];
};
/** Opens the list of what could no longer be done. */
const lookAtRefused = async ({ page }: Visitor): Promise<Locator> => {
  await page.getByRole('button', { name: words('waiting.look') }).click();
  return page.getByRole('dialog', { name: words('waiting.title') });
};
/** The team's changes by this person, in order. */
const changesBy = async (personId: PersonId): Promise<{ action: string; about: string }[]> =>
  runQuery<{ action: string; about: string }>(
    application.database.ownerUrl,
    `SELECT "action", "changes"::text AS about FROM "Change" WHERE "actorId" = $1 ORDER BY "seq"`,
    [personId],
  );

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase() });
  permits = await startPermits(application, Object.values(titles));
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

describe('F8 F9 a train tunnel', () => {
  it('shows over a reload without a network a team in which nothing happened, also when what keeps it came last', async () => {
    const cookie = await application.signIn(permits.water.people.ada);
    const visitor = await openVisitor(browser, { url: application.url, cookie, keepsPage: true });
    visitors.push(visitor);
    visitor.expectComplaint(noNetwork);
    const board = boardOf(visitor);
    await visitor.page.route('**/assets/at-home-*.js', async (route) => {
      await board.row(titles.intake).waitFor();
      await route.continue();
    });
    await board.goto(permits.teamId);
    await untilPageIsKept(visitor);
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await board.row(titles.intake).waitFor();
    visitor.expectPeace();
  });

  it('keeps what was done over a reload without a network, shows it, and sends it once and in order', async () => {
    const { people } = permits.water;
    const before = (await changesBy(people.ada)).length;
    const [window, ada] = await openBoard(people.ada);
    await untilPageIsKept(window);
    await ada.choose(titles.intake);
    await window.context.setOffline(true);
    await ada.press(titles.intake, 'responsibilities.act.takeOver');
    await ada.carriers(titles.intake).getByText('Ada Yilmaz').waitFor();
    await ada.choose(titles.fees);
    await ada.press(titles.fees, 'responsibilities.act.takeOver');
    await ada.carriers(titles.fees).getByText('Ada Yilmaz').waitFor();
    await window.page.getByText(/2 dingen wachten op verbinding/u).waitFor();

    // The laptop is closed, and opened in the tunnel.
    await window.page.reload();
    await ada.row(titles.intake).getByText('Ada').first().waitFor();
    await ada.row(titles.fees).getByText('Ada').first().waitFor();
    await window.page.getByText(/Geen verbinding. Je ziet de stand van/u).waitFor();
    await window.page.getByText(/2 dingen wachten op verbinding/u).waitFor();
    expect((await changesBy(people.ada)).length).toBe(before);

    // Also what was never open here before: the files of every page are kept.
    await window.page
      .getByRole('link', { name: words('shell.navigation.today'), exact: true })
      .first()
      .click();
    await window.page.getByRole('link', { name: titles.intake }).first().waitFor();
    await ada.goto(permits.teamId);

    await window.context.setOffline(false);
    await window.page.getByText(/Geen verbinding/u).waitFor({ state: 'hidden' });
    await eventually(async () => (await changesBy(people.ada)).length, before + 2);
    const done = (await changesBy(people.ada)).slice(before);
    expect(done.map(({ action }) => action)).toEqual(['assignment.takeOver', 'assignment.takeOver']);
    expect(done[0]?.about).toContain(idOf(titles.intake));
    expect(done[1]?.about).toContain(idOf(titles.fees));
    await ada.row(titles.intake).getByText('Ada').first().waitFor();
    window.expectPeace();
  });

  it('F11 takes back in the tunnel what was done in the tunnel', async () => {
    const { people } = permits.water;
    const [window, ada] = await openBoard(people.ada);
    await ada.choose(titles.archive);
    await window.context.setOffline(true);
    await ada.press(titles.archive, 'responsibilities.act.takeOver');
    await ada.carriers(titles.archive).getByText('Ada Yilmaz').waitFor();
    await ada.undo();
    await ada.carriers(titles.archive).getByText('Ada Yilmaz').waitFor({ state: 'detached' });
    await window.context.setOffline(false);
    await eventually(
      async () => (await changesBy(people.ada)).slice(-2).map(({ action }) => action),
      ['assignment.takeOver', 'undo'],
    );
    expect(await ada.carriers(titles.archive).getByText('Ada Yilmaz').count()).toBe(0);
  });

  it('F9 two windows of one person send once, and both show it', async () => {
    const { people } = permits.water;
    const before = (await changesBy(people.ben)).length;
    const [window, ben] = await openBoard(people.ben);
    const page = await window.context.newPage();
    await page.goto(`/team/${permits.teamId}`);
    const other = boardOf({ ...window, page });
    await other.row(titles.events).waitFor();
    await ben.choose(titles.events);
    await window.context.setOffline(true);
    await ben.press(titles.events, 'responsibilities.act.takeOver');
    // Told by the device, without a network.
    await other.row(titles.events).getByText('Ben').first().waitFor();
    await window.context.setOffline(false);
    await eventually(async () => (await changesBy(people.ben)).length, before + 1);
    await page.getByText(/Geen verbinding/u).waitFor({ state: 'hidden' });
    await window.quiet();
    expect((await changesBy(people.ben)).length).toBe(before + 1);
    expect(await other.row(titles.events).getByText('Ben').count()).toBeGreaterThan(0);
    await page.close();
  });
});

describe('F10 what could no longer be done', () => {
  it('says who was first, and goes when it is dismissed', async () => {
    const { people } = permits.water;
    const [window, ada] = await openBoard(people.ada);
    await ada.choose(titles.quarter);
    await window.context.setOffline(true);
    await ada.press(titles.quarter, 'responsibilities.act.takeOver');
    await ada.carriers(titles.quarter).getByText('Ada Yilmaz').waitFor();
    const ben = application.client(await application.signIn(people.ben));
    await ben.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId: idOf(titles.quarter),
      role: 'holder',
      sharePercent: 100,
      assignmentId: newId<'assignment'>(),
    });
    await window.context.setOffline(false);
    const list = await lookAtRefused(window);
    await list.getByText(words('waiting.did.takeOver', { title: titles.quarter })).waitFor();
    await list.getByText(saying('errors.slotTaken', { name: 'Ben' })).waitFor();
    // Also after the page was loaded again.
    await window.page.reload();
    await lookAtRefused(window);
    await list.getByText(words('waiting.did.takeOver', { title: titles.quarter })).waitFor();
    await list.getByRole('button', { name: words('waiting.dismiss') }).click();
    await list.waitFor({ state: 'detached' });
  });

  it('shows both versions of an edit, and keeps the chosen one', async () => {
    const { people } = permits.water;
    const [window, ada] = await openBoard(people.ada);
    await ada.choose(titles.appeals);
    await window.page.getByRole('button', { name: words('responsibilities.act.edit'), exact: true }).click();
    const form = window.page.getByRole('dialog');
    const title = form.getByLabel(words('responsibilities.form.title'));
    await title.fill('Bezwaar en beroep, vlot');
    await window.context.setOffline(true);
    await form.getByRole('button', { name: words('responsibilities.form.save') }).click();
    await ada.row('Bezwaar en beroep, vlot').waitFor();

    const ben = application.client(await application.signIn(people.ben));
    const { snapshot } = await ben.responsibilities.board.query({ teamId: permits.teamId });
    const row = snapshot.responsibility[idOf(titles.appeals)];
    if (!row) throw new Error('It is there.');
    const { areaId, criticality, season } = row;
    await ben.responsibilities.edit.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId: row.id,
      version: row.version,
      text: {
        areaId,
        criticality,
        season,
        title: 'Bezwaarschriften',
        purpose: 'Van Ben',
        minutesAWeek: row.minutesAWeek,
      },
    });
    await window.context.setOffline(false);
    const list = await lookAtRefused(window);
    await list.getByText('Bezwaar en beroep, vlot', { exact: true }).waitFor();
    await list.getByText('Bezwaarschriften', { exact: true }).waitFor();
    await list.getByRole('button', { name: words('waiting.mine') }).click();
    await list.waitFor({ state: 'detached' });
    const after = (await ben.responsibilities.board.query({ teamId: permits.teamId })).snapshot;
    expect(after.responsibility[row.id]).toMatchObject({ title: 'Bezwaar en beroep, vlot', purpose: 'Van Ben' });
  });
});

describe('F12 what stays on a device', () => {
  const kept = `indexedDB.databases().then((all) => all.some(({ name }) => name === 'roer') && new Promise((resolve, reject) => {
    const opening = indexedDB.open('roer');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      if (names.length === 0) return resolve(0);
      const counting = opening.result.transaction(names).objectStore('device').count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  })).then(Number)`;
  const keptNames = ({ page }: Visitor): Promise<number> => page.evaluate<number>(kept);

  it('is nothing after signing out', async () => {
    const [window] = await openBoard(permits.water.people.fatma);
    await eventually(async () => (await keptNames(window)) > 2, true);
    await window.page.getByRole('button', { name: saying('shell.account', { name: 'Fatma' }) }).click();
    await window.page.getByRole('menuitem', { name: words('shell.signOut') }).click();
    await window.page.waitForURL('**/sign-in');
    await eventually(() => keptNames(window), 0);
  });
});
