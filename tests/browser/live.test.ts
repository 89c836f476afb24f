import type { Browser } from 'playwright-core';
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
  quay: 'Afmeren aan de kade',
};

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const open = async (personId: PersonId, device: { keepsPage?: boolean } = {}): Promise<Visitor> => {
  const cookie = await application.signIn(personId);
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...device });
  visitors.push(visitor);
  return visitor;
};
const idOf = (title: string): ResponsibilityId => {
  const id = permits.ids[Object.values(titles).indexOf(title)];
  if (!id) throw new Error('The team has this responsibility.');
  return id;
};
/** How often the feed tells that somebody took this over. */
const timesTakenOver = async (title: string): Promise<number> => {
  const rows = await runQuery(
    application.database.ownerUrl,
    `SELECT 1 FROM "Change" WHERE "action" = 'assignment.takeOver' AND "changes"::text LIKE '%' || $1 || '%'`,
    [idOf(title)],
  );
  return rows.length;
};
const openBoard = async (
  personId: PersonId,
  device: { keepsPage?: boolean } = {},
): Promise<[Visitor, ReturnType<typeof boardOf>]> => {
  const visitor = await open(personId, device);
  const board = boardOf(visitor);
  await board.goto(permits.teamId);
  await board.row(titles.intake).waitFor();
  return [visitor, board];
};

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

describe('two people at two browsers', () => {
  it('shows what one takes over to the other, as the change itself', async () => {
    const { people } = permits.water;
    const [adasWindow, ada] = await openBoard(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    await ben.choose(titles.intake);
    const documents = bensWindow.documents();
    const boards = bensWindow.requests.filter((name) => name === 'responsibilities.board').length;
    expect(boards).toBeGreaterThan(0);

    await ada.choose(titles.intake);
    await ada.press(titles.intake, 'responsibilities.act.takeOver');
    await ada.carriers(titles.intake).getByText('Ada Yilmaz').waitFor();
    await ben.carriers(titles.intake).getByText('Ada Yilmaz').waitFor();
    expect(bensWindow.documents()).toBe(documents);
    expect(bensWindow.requests.filter((name) => name === 'responsibilities.board')).toHaveLength(boards);
    expect(bensWindow.requests).not.toContain('responsibilities.since');

    // Standing in, from the other side, and the words in a row that is not open.
    await ada.choose(titles.fees);
    await ben.press(titles.intake, 'responsibilities.act.iWant');
    await ada
      .row(titles.intake)
      .getByText(saying('responsibilities.change.standsIn', { name: 'Ben' }))
      .waitFor();

    // Giving back, and undoing that.
    await ada.choose(titles.intake);
    await ada.press(titles.intake, 'responsibilities.act.giveBack.holder');
    await ben.row(titles.intake).getByText(words('responsibilities.nobodyYet')).waitFor();
    await ada.undo();
    await ben.carriers(titles.intake).getByText('Ada Yilmaz').waitFor();
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });

  it('tells the second who was first, when two take the same open slot', async () => {
    const { people } = permits.water;
    const [adasWindow, ada] = await openBoard(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    await ada.choose(titles.events);
    await ben.choose(titles.events);
    // Ben's request waits in the network until Ada's has been answered, and so does what the feed tells him.
    const held = Promise.withResolvers<void>();
    await bensWindow.page.route('**/trpc/responsibilities.takeOver*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await ben.press(titles.events, 'responsibilities.act.takeOver');
    await ben.carriers(titles.events).getByText('Ben de Boer').waitFor();
    await ada.press(titles.events, 'responsibilities.act.takeOver');
    await ada.carriers(titles.events).getByText('Ada Yilmaz').waitFor();
    await adasWindow.quiet();
    held.resolve();

    bensWindow.expectComplaint(/40\d/u);
    await bensWindow.page.getByText(saying('errors.slotTaken', { name: 'Ada' })).waitFor();
    await ben.carriers(titles.events).getByText('Ada Yilmaz').waitFor();
    await eventually(() => ben.carriers(titles.events).getByText('Ben de Boer').count(), 0);
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });

  it('passes on what the other agrees to', async () => {
    const { people } = permits.water;
    const [adasWindow, ada] = await openBoard(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    await ada.choose(titles.appeals);
    await ben.choose(titles.appeals);
    await ada.press(titles.appeals, 'responsibilities.act.takeOver');
    await ada.press(titles.appeals, 'responsibilities.act.passOn');
    const dialog = adasWindow.page.getByRole('dialog');
    await dialog.getByLabel(words('responsibilities.offerForm.give.who')).selectOption({ label: 'Ben de Boer' });
    await dialog.getByRole('button', { name: words('responsibilities.offerForm.give.send') }).click();
    await dialog.waitFor({ state: 'hidden' });

    // It stays with Ada until Ben says yes.
    const yes = ben.panel(titles.appeals).getByRole('button', { name: words('responsibilities.offer.give.accept') });
    await yes.waitFor();
    expect(await ben.carriers(titles.appeals).getByText('Ada Yilmaz').count()).toBe(1);
    await yes.click();
    await ada.carriers(titles.appeals).getByText('Ben de Boer').waitFor();
    await eventually(() => ada.carriers(titles.appeals).getByText('Ada Yilmaz').count(), 0);
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });
});

describe('somebody who leaves the team', () => {
  it('is led out of the open page at once, and hears nothing more', async () => {
    const { people, memberships, teams } = permits.water;
    const [fatmasWindow, fatma] = await openBoard(people.fatma);
    const anna = application.client(await application.signIn(people.anna));
    const membershipId = memberships.fatma['permits'];
    if (!membershipId) throw new Error('Fatma is in the team.');
    fatmasWindow.expectComplaint(/40[34]/u);
    await anna.organisation.endMembership.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      membershipId,
    });
    // Sooner than the heads that come every three seconds: it is told, not found out.
    await fatma.row(titles.intake).waitFor({ state: 'detached', timeout: 2500 });
    await fatmasWindow.page
      .getByRole('heading', { name: words('shell.notFound.leftTitle', { team: 'Vergunningen' }) })
      .waitFor();
    await fatmasWindow.page
      .getByRole('link', { name: words('shell.navigation.team'), exact: true })
      .first()
      .click();
    await fatmasWindow.page.waitForURL(`**/team/${teams.green}`);
    fatmasWindow.expectPeace();
  });
});

describe('without a connection', () => {
  it('keeps what was done, sends it once, and catches up', async () => {
    const { people } = permits.water;
    const [adasWindow, ada] = await openBoard(people.ada, { keepsPage: true });
    const [bensWindow, ben] = await openBoard(people.ben);
    await ada.choose(titles.archive);
    await untilPageIsKept(adasWindow);
    adasWindow.expectComplaint(/ERR_INTERNET_DISCONNECTED|WebSocket/u);
    await adasWindow.context.setOffline(true);
    await ada.press(titles.archive, 'responsibilities.act.takeOver');
    await ada.carriers(titles.archive).getByText('Ada Yilmaz').waitFor();
    await ben.choose(titles.fees);
    await ben.press(titles.fees, 'responsibilities.act.takeOver');
    await ben.carriers(titles.fees).getByText('Ben de Boer').waitFor();
    expect(await ben.row(titles.archive).getByText('Ada').count()).toBe(0);

    await adasWindow.context.setOffline(false);
    // Her name stands in the row as soon as she looks again: that it was sent is told by the feed.
    await eventually(() => timesTakenOver(titles.archive), 1);
    await ben.row(titles.archive).getByText('Ada').first().waitFor();
    await ada.row(titles.fees).getByText('Ben').first().waitFor();
    expect(await timesTakenOver(titles.archive)).toBe(1);
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });

  it('does once what had to be sent again because the answer got lost', async () => {
    const [adasWindow, ada] = await openBoard(permits.water.people.ada);
    await ada.choose(titles.quay);
    let lost = 0;
    adasWindow.expectComplaint(/ERR_FAILED/u);
    await adasWindow.page.route('**/trpc/responsibilities.takeOver*', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await ada.press(titles.quay, 'responsibilities.act.takeOver');
    await eventually(() => adasWindow.requests.filter((name) => name === 'responsibilities.takeOver').length, 2);
    await ada.carriers(titles.quay).getByText('Ada Yilmaz').waitFor();
    await adasWindow.page.waitForLoadState('networkidle');
    expect(await timesTakenOver(titles.quay)).toBe(1);
    expect(await ada.carriers(titles.quay).getByText('Ada Yilmaz').count()).toBe(1);
    adasWindow.expectPeace();
  });

  it('UI12 keeps the page when a part of it was still on its way, and loads it again afterwards', async () => {
    const adasWindow = await open(permits.water.people.ada);
    adasWindow.expectComplaint(/ERR_CONNECTION_REFUSED|WebSocket|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_FAILED/u);
    const ada = boardOf(adasWindow);
    const gone = Promise.withResolvers<void>();
    let asked = 0;
    // The sentences of all that is not in the first page.
    await adasWindow.page.route('**/assets/later-*.js', async (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      await gone.promise;
      return route.abort();
    });
    await ada.goto(permits.teamId);
    await ada.row(titles.intake).waitFor();
    await eventually(() => asked, 1);
    const { database, url } = application;
    await application.close();
    gone.resolve();
    await adasWindow.page.getByText(/Geen verbinding/u).waitFor();
    expect(await ada.row(titles.intake).isVisible()).toBe(true);

    application = await startServed({ database, port: Number(new URL(url).port) });
    await adasWindow.page.getByText(/Geen verbinding/u).waitFor({ state: 'hidden' });
    await ada.choose(titles.intake);
    expect(adasWindow.documents()).toBe(2);
    adasWindow.expectPeace();
  });

  it('UI12 loads the page again once when a part of it is not there, and then says so', async () => {
    const adasWindow = await open(permits.water.people.ada);
    adasWindow.expectComplaint(/ERR_FAILED|dynamically imported/u);
    await adasWindow.page.route('**/assets/later-*.js', (route) => route.abort());
    await adasWindow.page.goto(`/team/${permits.teamId}`);
    await adasWindow.page.getByText(words('shell.failed.title')).waitFor();
    expect(adasWindow.documents()).toBe(2);
    adasWindow.expectPeace();
  });

  it('says so, and goes on after the server was started again', async () => {
    const { people } = permits.water;
    const [adasWindow, ada] = await openBoard(people.ada);
    await adasWindow.page.waitForLoadState('networkidle');
    adasWindow.expectComplaint(/ERR_CONNECTION_REFUSED|WebSocket|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/u);
    const documents = adasWindow.documents();
    const { database, url } = application;
    await application.close();
    await adasWindow.page.getByText(/Geen verbinding/u).waitFor();

    application = await startServed({ database, port: Number(new URL(url).port) });
    const ben = application.client(await application.signIn(people.ben));
    await ben.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId: idOf(titles.quarter),
      role: 'holder',
      sharePercent: 100,
      assignmentId: newId<'assignment'>(),
    });
    await ada.row(titles.quarter).getByText('Ben').first().waitFor();
    await adasWindow.page.getByText(/Geen verbinding/u).waitFor({ state: 'hidden' });
    expect(adasWindow.documents()).toBe(documents);
    adasWindow.expectPeace();
  });
});
