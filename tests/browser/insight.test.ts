import { buffer } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor, VisitorOptions } from '../kit/browser.ts';
import { runStatement } from '../kit/statement.ts';
import { addResponsibilities, newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];
let title: string;
let rounds = 0;

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, ['Eerste']);
});
afterAll(async () => {
  await browser.close();
  await application.close();
});
beforeEach(() => {
  visitors = [];
  rounds += 1;
  title = `Mag er ${rounds} uur per week bij?`;
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
});

const open = async (personId: PersonId, path: string, options: Partial<VisitorOptions> = {}) => {
  const cookie = await application.signIn(personId);
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...options });
  visitors.push(visitor);
  const { page } = visitor;
  await page.goto(path);
  const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  return { ...visitor, page, item, dialog: page.getByRole('dialog') };
};
type Window = Awaited<ReturnType<typeof open>>;

const teamPage = (personId: PersonId, options?: Partial<VisitorOptions>): Promise<Window> =>
  open(personId, `/team/${permits.teamId}/obstacles`, options);
const body = 'Beide leunen op één drager.';
const raise = async ({ page, dialog }: Window): Promise<void> => {
  await page.getByRole('button', { name: words('insights.team.add') }).click();
  await dialog.getByLabel(words('insights.form.question')).fill(title);
  await dialog.getByLabel(words('insights.form.body')).fill(body);
  await dialog.getByRole('button', { name: words('insights.form.send') }).click();
  await dialog.waitFor({ state: 'hidden' });
};
const press = ({ page }: Window, key: string) => page.getByRole('button', { name: words(key), exact: true }).click();

describe('what a team puts before its management', () => {
  it('W6.1 W6.5 is answered in another browser, and both members read it without reloading', async () => {
    const { ada, ben, mira } = permits.water.people;
    const [writer, colleague] = [await teamPage(ada), await teamPage(ben, { width: 390, height: 844 })];
    const manager = await open(mira, '/');
    await manager.page.getByRole('link', { name: words('insights.manager.call') }).click();
    await manager.page.getByText(words('insights.manager.lead.none')).waitFor();

    await raise(writer);
    await colleague.item.getByText(words('insights.team.by', { name: 'Ada Yilmaz' })).waitFor();
    await writer.item.getByText(words('insights.team.byMe')).waitFor();
    await manager.item.getByText(body).waitFor();
    expect(await manager.page.locator('main').innerText()).not.toMatch(/Ada|Yilmaz|Ben de Boer/u);

    await manager.item.getByRole('button', { name: words('insights.manager.give') }).click();
    await manager.dialog.getByText(words('insights.answer.warn', { team: 'Vergunningen' })).waitFor();
    await manager.dialog.getByRole('button', { name: words('insights.answer.send') }).click();
    await manager.dialog.getByText(words('insights.answer.needed', { most: '2.000' })).waitFor();
    await manager.dialog.getByLabel(words('insights.answer.label')).fill('Ja, vanaf maandag.');
    await manager.dialog.getByRole('button', { name: words('insights.answer.send') }).click();
    await manager.dialog.waitFor({ state: 'hidden' });
    for (const window of [manager, writer, colleague]) {
      await window.item.getByText('Ja, vanaf maandag.').waitFor();
      await window.item.getByText(saying('insights.team.answer', { name: 'Mira Vos', date: '' })).waitFor();
      expect(await window.item.getByRole('button').count()).toBe(0);
      window.expectPeace();
    }
    expect([writer.documents(), colleague.documents(), manager.documents()]).toEqual([1, 1, 1]);
  });

  it('W6.6 W6.8 is asked of whoever leads the team now when it went to another domain; both read that and how long it waits', async () => {
    const { teamId, water } = permits;
    const writer = await teamPage(water.people.ada);
    await raise(writer);
    const nowLed = saying('insights.team.left', { name: 'Mira Vos' });
    await writer.item.waitFor();
    await writer.quiet();
    expect(await writer.item.getByText(nowLed).count()).toBe(0);
    const { organisation } = application.client(await application.signIn(water.people.anna));
    const move = (domainId: typeof water.domains.care) =>
      organisation.moveTeam.mutate({ commandId: newId<'command'>(), teamId, domainId });
    await move(water.domains.care);
    await writer.item.getByText(nowLed).waitFor();
    await writer.item.getByText('Vandaag voorgelegd.').waitFor();
    await runStatement(
      application.database.ownerUrl,
      `UPDATE "Obstacle" SET "raisedOn" = "raisedOn" - 26 WHERE "state" = 'open'`,
    );
    const manager = await open(water.people.mats, '/');
    await manager.page.getByText('Eén team vraagt je iets.').waitFor();
    await manager.page.getByRole('link', { name: words('insights.manager.call') }).click();
    await manager.item.getByRole('button', { name: words('insights.manager.give') }).waitFor();
    await manager.item.getByText(/Voorgelegd op \d.*, wacht 26 dagen[.] Antwoord gevraagd uiterlijk/u).waitFor();
    await writer.page.reload();
    await writer.item.getByText(/^Aan Mira Vos[.] Voorgelegd op \d.*, wacht 26 dagen[.]/u).waitFor();
    await move(water.domains.space);
    await eventually(() => writer.item.getByText(nowLed).count(), 0);
    // Later stories begin with nothing that waits.
    await writer.item.getByRole('button', { name: words('insights.team.withdraw') }).click();
    await press(writer, 'insights.team.withdrawYes');
    for (const window of [writer, manager]) window.expectPeace();
  });

  it('W6.4 asks once before it is taken back, and is gone at the manager', async () => {
    const { ada, ben, mira } = permits.water.people;
    const writer = await teamPage(ada);
    await raise(writer);
    const colleague = await teamPage(ben);
    const manager = await open(mira, '/insight');
    await manager.item.waitFor();
    await colleague.item.getByRole('button', { name: words('insights.team.withdraw') }).click();
    await press(colleague, 'insights.team.withdrawNo');
    await colleague.item.getByRole('button', { name: words('insights.team.withdraw') }).click();
    await press(colleague, 'insights.team.withdrawYes');
    for (const window of [colleague, writer, manager]) {
      await eventually(() => window.item.count(), 0);
      window.expectPeace();
    }
  });

  it('W6.2 says in the form what is not right yet, and keeps what was typed', async () => {
    const writer = await teamPage(permits.water.people.ada);
    await press(writer, 'insights.team.add');
    const { dialog } = writer;
    await dialog.getByLabel(words('insights.form.question')).fill(title);
    await dialog.getByLabel(words('insights.form.due')).fill('2020-01-01');
    await dialog.getByRole('button', { name: words('insights.form.send') }).click();
    await dialog.getByText(words('insights.form.bodyNeeded', { most: '2.000' })).waitFor();
    await dialog.getByText(/Kies een dag tussen/u).waitFor();
    await writer.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await press(writer, 'insights.team.add');
    expect(await dialog.getByLabel(words('insights.form.question')).inputValue()).toBe(title);
    writer.expectPeace();
  });

  it('I1.6 I1.7 I2.1 I2.2 the dashboard follows the team live, goes along as a file, and the team sees it and who looked', async () => {
    const { ada, ben, mira } = permits.water.people;
    const manager = await open(mira, '/insight');
    const row = manager.page
      .getByRole('listitem')
      .filter({ hasText: 'Vergunningen' })
      .filter({ hasText: words('dashboard.row.coverage') });
    await row.getByText(words('dashboard.coverage.gap', { count: 1 })).waitFor();
    const [responsibilityId] = permits.ids;
    const client = application.client(await application.signIn(ben));
    await client.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId: responsibilityId ?? newId<'responsibility'>(),
      assignmentId: newId<'assignment'>(),
      role: 'holder',
      sharePercent: 100,
    });
    await row.getByText(words('dashboard.coverage.fragile', { count: 1 })).waitFor();
    expect(manager.documents()).toBe(1);

    // Closed, a domain is one line, which says what is open as well.
    const domain = manager.page.getByRole('heading', { name: 'Leefomgeving', level: 2 });
    await domain.click();
    await manager.page
      .getByText(saying('dashboard.line.coverage', { all: words('dashboard.coverage.fragile', { count: 1 }) }))
      .waitFor();
    await domain.click();

    await press(manager, 'dashboard.asTable');
    const table = manager.page.getByRole('table');
    await table.getByRole('row', { name: /^Vergunningen/u }).waitFor();
    for (const [key, suffix] of [
      ['dashboard.csv', 'csv'],
      ['dashboard.workbook', 'xlsx'],
    ] as const) {
      const coming = manager.page.waitForEvent('download');
      await press(manager, key);
      const file = await coming;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^inzicht-leefomgeving-.*[.]${suffix}$`, 'u'));
      const bytes = await buffer(await file.createReadStream());
      // The first period of a year and the last one stand in the same month.
      if (suffix === 'csv')
        for (const column of bytes.toString().split('\r\n')[0]?.split(';').slice(26) ?? [])
          expect(column).toMatch(/ 20\d\d$/u);
      if (suffix === 'csv') expect(bytes.toString()).toContain('\r\nVergunningen;3;1;0;1;0;0;');
      else expect(bytes.subarray(0, 2).toString()).toBe('PK');
    }

    const member = await open(ada, `/team/${permits.teamId}/load`, { width: 390, height: 844 });
    const mirror = member.page.locator('section').filter({ hasText: words('dashboard.mirror.title') });
    await mirror.getByText(words('dashboard.coverage.fragile', { count: 1 })).waitFor();
    await mirror.getByText('Mira Vos').waitFor();

    // A window behind another one looks at nothing, and catches up when it is looked at.
    const look = (state: 'hidden' | 'visible') =>
      manager.page.evaluate(
        `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
         document.dispatchEvent(new Event('visibilitychange'));`,
      );
    const looks = () => manager.requests.filter((name) => name === 'insights.domain').length;
    const beside = await open(mira, '/insight');
    const told = beside.page.getByText(words('dashboard.coverage.gap', { count: 1 }));
    await beside.page.getByText(words('dashboard.coverage.fragile', { count: 1 })).waitFor();
    await look('hidden');
    const before = looks();
    await addResponsibilities(client, { teamId: permits.teamId, area: 'Later', titles: ['Wat erbij kwam'] });
    await told.waitFor();
    await manager.quiet();
    expect(looks()).toBe(before);
    await look('visible');
    await eventually(looks, before + 1);
    for (const window of [manager, beside, member]) window.expectPeace();
  });

  it('I2.1 says that the row of the team could not be fetched, and asks again', async () => {
    const member = await open(permits.water.people.ada, '/');
    await member.page.route(/insights[.]mirror/u, (route) => route.abort());
    await member.page.goto(`/team/${permits.teamId}/load`);
    const mirror = member.page.locator('section').filter({ hasText: words('dashboard.mirror.title') });
    await mirror.getByRole('alert').getByText(words('errors.unreachable')).waitFor();
    await member.page.unroute(/insights[.]mirror/u);
    await mirror.getByRole('button', { name: words('dashboard.again') }).click();
    await mirror.getByRole('link', { name: words('dashboard.mirror.quarter') }).waitFor();
    member.expectComplaint(/ERR_FAILED/u);
    member.expectPeace();
  });

  it('A4 Inzicht is there for who leads a team alone', async () => {
    const member = await open(permits.water.people.ada, '/insight');
    await member.page.getByRole('heading', { name: words('shell.notFound.title') }).waitFor();
    expect(await member.page.getByRole('link', { name: words('shell.navigation.insight') }).count()).toBe(0);
  });
});
