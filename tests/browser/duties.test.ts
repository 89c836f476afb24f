import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DutyId, PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { boardOf } from './board.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const titles = { report: 'Kwartaalrapportage', rota: 'Rooster en verlofplanning', archive: 'Archief toezichtdossiers' };
const day = 86_400_000;

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const idOf = (title: string): ResponsibilityId => {
  const id = permits.ids[Object.values(titles).indexOf(title)];
  if (!id) throw new Error('The team has this responsibility.');
  return id;
};
/** A board in a browser whose clock tells the server's time, Monday 23 November 2026 unless a test moved it. */
const openBoard = async (personId: PersonId): Promise<[Visitor, ReturnType<typeof boardOf>]> => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  await visitor.page.clock.setFixedTime(application.clock.now());
  const board = boardOf(visitor);
  await board.goto(permits.teamId);
  await board.row(titles.report).waitFor();
  return [visitor, board];
};
const writeDuty = async (
  responsibility: string,
  { title, rrule, start }: { title: string; rrule: string; start: string },
): Promise<DutyId> => {
  const dutyId = newId<'duty'>();
  await permits.ada.responsibilities.createDuty.mutate({
    commandId: newId<'command'>(),
    teamId: permits.teamId,
    responsibilityId: idOf(responsibility),
    dutyId,
    text: { title, schedule: { rrule, start, dueTime: null, shift: 'none' } },
  });
  return dutyId;
};
const dutyIn = (panel: Locator, title: string): Locator =>
  panel.getByRole('listitem').filter({ hasText: title }).first();
const form = ({ page }: Visitor): Locator => page.getByRole('dialog');
const chooseIn = async (visitor: Visitor, title: string, item: string): Promise<void> => {
  await visitor.page.getByRole('button', { name: words('duties.menu', { title }), exact: true }).click();
  await visitor.page.getByRole('menuitem', { name: words(item) }).click();
};

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase(), clock: createClock() });
  permits = await startPermits(application, Object.values(titles));
  for (const title of Object.values(titles))
    await permits.ada.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId: idOf(title),
      role: 'holder',
      sharePercent: 100,
      assignmentId: newId<'assignment'>(),
    });
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

describe('what recurs', () => {
  it('is written down in words with its first dates, ticked off and undone', async () => {
    const { people } = permits.water;
    const [adasWindow, ada] = await openBoard(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    const panel = await ada.choose(titles.report);
    await panel.getByRole('button', { name: words('duties.addFirst') }).click();
    const sheet = form(adasWindow);
    await sheet.getByRole('button', { name: words('responsibilities.form.save') }).click();
    await sheet.getByText(saying('duties.form.wrong.title', { most: 120 })).waitFor();
    await sheet.getByLabel(words('duties.form.title')).fill('Cijfers naar de raad');
    await sheet.getByLabel(words('duties.form.often')).selectOption('quarter');
    await sheet.getByLabel(words('duties.form.place')).selectOption('lastWorkday');
    await sheet.getByText(words('duties.rule.quarterLastWorkday'), { exact: true }).waitFor();
    await sheet.getByText('do 31 dec', { exact: true }).waitFor();
    expect(await sheet.locator('ol > li').allInnerTexts()).toEqual([
      'do 31 dec',
      'wo 31 mrt 2027',
      'wo 30 jun 2027',
      'do 30 sep 2027',
      'vr 31 dec 2027',
    ]);
    await sheet.getByRole('button', { name: words('responsibilities.form.save') }).click();

    const duty = dutyIn(panel, 'Cijfers naar de raad');
    await duty.getByText(words('duties.rule.quarterLastWorkday')).waitFor();
    await ben.row(titles.report).getByText('do 31 dec').waitFor();

    // Ahead of its day: then the one after it comes first.
    await duty.getByRole('checkbox', { name: /do 31 dec/u }).click();
    await duty.getByText(saying('duties.state.done', { name: 'Ada' })).waitFor();
    await adasWindow.quiet();
    expect(await duty.locator('input:focus').count()).toBe(1);
    await ben.row(titles.report).getByText('wo 31 mrt 2027').waitFor();
    const bensPanel = await ben.choose(titles.report);
    expect(await bensPanel.getByRole('checkbox', { name: /do 31 dec/u }).isChecked()).toBe(true);
    await ada.undo();
    await ben.row(titles.report).getByText('do 31 dec').waitFor();
    await eventually(() => bensPanel.getByRole('checkbox', { name: /do 31 dec/u }).isChecked(), false);

    // Skipped with a reason, and opened again by somebody else.
    await bensWindow.page
      .getByRole('button', { name: words('duties.dates.more', { title: 'Cijfers naar de raad', date: 'do 31 dec' }) })
      .click();
    await bensWindow.page.getByRole('menuitem', { name: words('duties.dates.skip') }).click();
    await form(bensWindow).getByLabel(words('duties.skip.reason')).fill('geen raad in december');
    await form(bensWindow)
      .getByRole('button', { name: words('duties.skip.save') })
      .click();
    await duty
      .getByText(saying('duties.state.skippedBecause', { name: 'Ben', reason: 'geen raad in december' }))
      .waitFor();
    await duty.getByRole('button', { name: saying('duties.dates.reopen') }).click();
    await eventually(() => bensPanel.getByRole('checkbox', { name: /do 31 dec/u }).isChecked(), false);

    // Moved this once, and put back on the day of the rule.
    const more = (date: string) =>
      adasWindow.page.getByRole('button', {
        name: words('duties.dates.more', { title: 'Cijfers naar de raad', date }),
      });
    await more('do 31 dec').click();
    await adasWindow.page.getByRole('menuitem', { name: words('duties.dates.move') }).click();
    await form(adasWindow).getByLabel(words('duties.move.to')).fill('2026-12-17');
    await form(adasWindow)
      .getByRole('button', { name: words('duties.move.save'), exact: true })
      .click();
    await duty.getByText(saying('duties.state.moved', { date: 'do 31 dec' })).waitFor();
    await ben.row(titles.report).getByText('do 17 dec').waitFor();
    await more('do 17 dec').click();
    await adasWindow.page
      .getByRole('menuitem', { name: words('duties.dates.moveBack', { date: 'do 31 dec' }) })
      .click();
    await ben.row(titles.report).getByText('do 31 dec').waitFor();
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });

  it('shows both versions when two people change the same duty', async () => {
    const { people } = permits.water;
    await writeDuty(titles.rota, { title: 'Rooster maken', rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-11-23' });
    const [adasWindow, ada] = await openBoard(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    const panel = await ada.choose(titles.rota);
    await ben.choose(titles.rota);
    await chooseIn(adasWindow, 'Rooster maken', 'duties.edit');
    await chooseIn(bensWindow, 'Rooster maken', 'duties.edit');

    await form(bensWindow).getByLabel(words('duties.form.often')).selectOption('workdays');
    await form(bensWindow)
      .getByRole('button', { name: words('responsibilities.form.save') })
      .click();
    await form(adasWindow).getByText(words('duties.form.changedMeanwhile')).waitFor();
    await form(adasWindow).getByLabel(words('duties.form.title')).fill('Rooster klaarzetten');
    await form(adasWindow).getByLabel(words('duties.form.every')).selectOption('2');
    await form(adasWindow)
      .getByRole('button', { name: words('responsibilities.form.save') })
      .click();

    // Only the rule was changed by both: the title is not asked for.
    const conflict = form(adasWindow).getByRole('group');
    await eventually(() => conflict.count(), 1);
    await conflict.getByText(/^om de week op vrijdag, vanaf/u).waitFor();
    await conflict.getByLabel(words('responsibilities.conflict.theirs')).check();
    await form(adasWindow)
      .getByRole('button', { name: words('responsibilities.conflict.save') })
      .click();
    await dutyIn(panel, 'Rooster klaarzetten').getByText(words('duties.rule.workdays')).waitFor();
    await ben.row(titles.rota).getByText(words('responsibilities.when.everyWorkday')).waitFor();

    // It stops, and begins again.
    await chooseIn(adasWindow, 'Rooster klaarzetten', 'duties.end');
    await dutyIn(panel, 'Rooster klaarzetten').getByText(words('duties.ended')).waitFor();
    await chooseIn(adasWindow, 'Rooster klaarzetten', 'duties.resume');
    await dutyIn(panel, 'Rooster klaarzetten').getByText(words('duties.rule.workdays')).waitFor();
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });

  it('keeps a rule that has no words as it is', async () => {
    const rrule = 'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29';
    await writeDuty(titles.rota, { title: 'Schrikkeldag', rrule, start: '2024-02-29' });
    const [window, ada] = await openBoard(permits.water.people.ada);
    const panel = await ada.choose(titles.rota);
    await dutyIn(panel, 'Schrikkeldag').getByText(words('duties.rule.other', { rrule })).waitFor();
    await chooseIn(window, 'Schrikkeldag', 'duties.edit');
    await form(window).getByText(words('duties.form.custom', { rrule })).waitFor();
    await form(window).getByLabel(words('duties.form.title')).fill('Schrikkeldag vieren');
    await form(window)
      .getByRole('button', { name: words('responsibilities.form.save') })
      .click();
    await dutyIn(panel, 'Schrikkeldag vieren').getByText(words('duties.rule.other', { rrule })).waitFor();
    window.expectPeace();
  });

  it('stands in the year of the team', async () => {
    const [window] = await openBoard(permits.water.people.ben);
    const { page } = window;
    await page.getByRole('link', { name: words('shell.navigation.year') }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: titles.report }) });
    await row.waitFor();
    // This month first: December is the second of twelve.
    expect((await row.getByRole('cell').allInnerTexts())[1]).toBe('31');
    await page.getByRole('button', { name: '2027' }).click();
    await eventually(async () => (await row.getByRole('cell').allInnerTexts())[2], '31');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('heading', { name: 'maart 2027' }).waitFor();
    window.expectPeace();
  });

  it('falls asleep when nobody did it twice, and says since when it waits', async () => {
    const title = 'Dossiers opruimen';
    await writeDuty(titles.archive, { title, rrule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-11-24' });
    application.clock.advance(3 * day);
    // Thursday: of Tuesday it can still be done.
    const [before, early] = await openBoard(permits.water.people.ada);
    await early
      .row(titles.archive)
      .getByText(saying('responsibilities.when.overdue', { date: 'di 24 nov' }))
      .waitFor();
    await before.page.getByRole('button', { name: words('responsibilities.filter.week') }).click();
    await early.row(titles.archive).waitFor();
    await eventually(() => early.row(titles.report).count(), 0);
    before.expectPeace();

    application.clock.advance(14 * day);
    const [window, ada] = await openBoard(permits.water.people.ada);
    const row = ada.row(titles.archive);
    await row.getByText('twee keer niet gedaan').waitFor();
    // Others may sleep, too.
    await window.page.getByRole('heading', { level: 1, name: /(slaapt|slapen)\./u }).waitFor();
    await window.page.getByRole('button', { name: saying('responsibilities.filter.attention') }).click();
    await row.waitFor();

    // Doing it wakes it up.
    const panel = await ada.choose(titles.archive);
    await dutyIn(panel, title)
      .getByRole('checkbox', { name: /di 8 dec/u })
      .click();
    await row.getByText('twee keer niet gedaan').waitFor({ state: 'detached' });
    await row.getByText('di 15 dec').waitFor();
    window.expectPeace();
  });
});
