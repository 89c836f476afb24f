import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt, isoWeek } from '@roer/domain/dates';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { boardOf } from './board.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

const titles = { intake: 'Intake en volledigheidstoets', fees: 'Legesberekening' };
const day = 86_400_000;

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];

const open = async (personId: PersonId): Promise<[Visitor, ReturnType<typeof boardOf>]> => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  // The browser and the server tell the same day.
  await visitor.page.clock.setFixedTime(application.clock.now());
  return [visitor, boardOf(visitor)];
};
const openBoard: typeof open = async (personId) => {
  const [visitor, board] = await open(personId);
  await board.goto(permits.teamId);
  await board.row(titles.intake).waitFor();
  return [visitor, board];
};
const adaCarries = (responsibilityId: ResponsibilityId) =>
  permits.ada.responsibilities.takeOver.mutate({
    commandId: newId<'command'>(),
    teamId: permits.teamId,
    responsibilityId,
    assignmentId: newId<'assignment'>(),
    role: 'holder',
    sharePercent: 100,
  });
const today = () => dateAt(application.clock.now());
/** "25 november". */
const said = (date: string) =>
  new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed({ database: await createTestDatabase(), clock: createClock() });
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

describe('passing on for a while', () => {
  it('R4.8 W1.1 shows one’s own hours before saying yes, and comes back by itself after the day', async () => {
    const { people } = permits.water;
    const [responsibilityId] = permits.ids;
    if (!responsibilityId) throw new Error('The team has responsibilities.');
    await adaCarries(responsibilityId);
    const [adasWindow, ada] = await openBoard(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    await ada.choose(titles.intake);
    await ben.choose(titles.intake);

    await ada.press(titles.intake, 'responsibilities.act.passOn');
    const dialog = adasWindow.page.getByRole('dialog', { name: words('responsibilities.offerForm.give.title') });
    await dialog.getByLabel(words('responsibilities.offerForm.give.who')).selectOption({ label: 'Ben de Boer' });
    await dialog.getByText(words('offers.offer.forAWhile'), { exact: true }).click();
    const send = dialog.getByRole('button', { name: words('responsibilities.offerForm.give.send') });
    await send.click();
    await dialog.getByText(words('offers.offer.lastDayWrong')).waitFor();
    const last = addDays(today(), 2);
    await dialog.getByLabel(words('offers.offer.lastDay')).fill(last);
    await send.click();

    const panel = ben.panel(titles.intake);
    const nextWeek = isoWeek(addDays(today(), 7));
    await panel.getByText(words('offers.load.words', { week: nextWeek, before: 0, after: 4, available: 36 })).waitFor();
    await panel.getByText(saying('offers.offer.while.give', { last: said(last), from: 'Ada' })).waitFor();
    await ben.press(titles.intake, 'responsibilities.offer.give.accept');
    await ben.carriers(titles.intake).getByText('Ben de Boer').waitFor();
    await panel.getByText(new RegExp(`tot en met ${said(last)}, daarna weer Ada`, 'u')).waitFor();
    await ada.carriers(titles.intake).getByText('Ben de Boer').waitFor();
    await ada
      .panel(titles.intake)
      .getByRole('button', { name: words('offers.while.takeBack') })
      .waitFor();

    application.clock.advance(3 * day);
    for (const [visitor, board] of [
      [adasWindow, ada],
      [bensWindow, ben],
    ] as const) {
      await visitor.page.clock.setFixedTime(application.clock.now());
      await visitor.page.reload();
      await board.carriers(titles.intake).getByText('Ada Yilmaz').waitFor();
      expect(await board.carriers(titles.intake).getByText('Ben de Boer').count()).toBe(0);
      expect(await board.panel(titles.intake).getByText(said(last)).count()).toBe(0);
      visitor.expectPeace();
    }
  });
});

describe('helping one another', () => {
  it('R4.13 R4.14 R4.15 U2 is asked at one browser, answered at another, seen at the first, taken back and undone', async () => {
    const { people } = permits.water;
    const [adasWindow] = await openBoard(people.ada);
    const [bensWindow] = await openBoard(people.ben);
    const question = 'Wie gaat woensdag mee naar een controle?';
    const helpAt = ({ page }: Visitor) => page.getByRole('listitem').filter({ hasText: question });

    await adasWindow.page.getByRole('button', { name: words('offers.help.add') }).click();
    const dialog = adasWindow.page.getByRole('dialog', { name: words('offers.helpForm.title') });
    await dialog.getByText(words('offers.helpForm.kinds.ask'), { exact: true }).click();
    await dialog.getByLabel(words('offers.helpForm.text')).fill(question);
    await dialog.getByLabel(words('offers.helpForm.about')).selectOption({ label: titles.fees });
    await dialog.getByLabel(words('offers.helpForm.on')).fill(addDays(today(), 1));
    await dialog.getByLabel(words('offers.helpForm.hours')).fill('2');
    await dialog.getByRole('button', { name: words('offers.helpForm.send') }).click();
    await dialog.waitFor({ state: 'detached' });

    await helpAt(bensWindow)
      .getByText(saying('offers.help.about', { title: titles.fees }))
      .waitFor();
    expect(
      await helpAt(adasWindow)
        .getByRole('button', { name: words('offers.help.accept.ask') })
        .count(),
    ).toBe(0);
    await helpAt(bensWindow)
      .getByRole('button', { name: words('offers.help.accept.ask') })
      .click();
    await helpAt(bensWindow).getByText(words('offers.help.acceptedMe.ask')).waitFor();
    await helpAt(adasWindow)
      .getByText(words('offers.help.accepted.ask', { name: 'Ben' }))
      .waitFor();

    await helpAt(bensWindow)
      .getByRole('button', { name: words('offers.help.release') })
      .click();
    await helpAt(adasWindow)
      .getByText(words('offers.help.accepted.ask', { name: 'Ben' }))
      .waitFor({ state: 'detached' });
    await helpAt(adasWindow)
      .getByRole('button', { name: words('offers.help.withdraw') })
      .click();
    await helpAt(bensWindow).waitFor({ state: 'detached' });
    await adasWindow.page.getByRole('button', { name: words('ui.undo') }).click();
    await helpAt(bensWindow)
      .getByRole('button', { name: words('offers.help.accept.ask') })
      .waitFor();
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });
});

describe('not being there', () => {
  it('R4.16 is planned from Vandaag, told at the name, changed and taken back', async () => {
    const { people } = permits.water;
    const [, responsibilityId] = permits.ids;
    if (!responsibilityId) throw new Error('The team has responsibilities.');
    await adaCarries(responsibilityId);
    const [adasWindow] = await open(people.ada);
    const [bensWindow, ben] = await openBoard(people.ben);
    const away = ben.row(titles.fees).getByText(/niet beschikbaar/u);
    await adasWindow.page.goto('/');
    await adasWindow.page.getByRole('button', { name: words('offers.absence.button') }).click();
    const dialog = adasWindow.page.getByRole('dialog', { name: words('offers.absence.title') });
    await dialog.getByLabel(words('offers.absence.from')).fill(today());
    await dialog.getByRole('button', { name: words('offers.absence.plan') }).click();
    await away.waitFor();

    const [first, last] = [today(), addDays(today(), 4)].map(said);
    await dialog.getByRole('button', { name: words('offers.absence.changeNamed', { range: first ?? '' }) }).click();
    await dialog.getByLabel(words('offers.absence.last')).fill(addDays(today(), 4));
    await dialog.getByRole('button', { name: words('offers.absence.save') }).click();
    const range = words('offers.absence.range', { from: first ?? '', last: last ?? '' });
    await dialog.getByText(range, { exact: true }).waitFor();
    await ben
      .row(titles.fees)
      .getByText(new RegExp(`${(last ?? '').split(' ')[0] ?? ''}\\snov`, 'u'))
      .waitFor();

    await dialog.getByRole('button', { name: words('offers.absence.withdrawNamed', { range }) }).click();
    await dialog.getByText(words('offers.absence.nothing')).waitFor();
    await away.waitFor({ state: 'detached' });
    adasWindow.expectPeace();
    bensWindow.expectPeace();
  });
});
