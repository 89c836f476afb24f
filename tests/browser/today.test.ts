import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import type { PersonId, TeamId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createTestDatabase } from '../kit/database.ts';
import { aDuty } from '../kit/duties.ts';
import type { CarriedDuty } from '../kit/duties.ts';
import { createWorld } from '../kit/world.ts';
import { newsOf, seeNews, timesSeen } from './news.ts';
import { newId } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let people: { ada: PersonId; ben: PersonId };
let teamId: TeamId;
let visitors: Visitor[];
const today = dateAt(Date.now());

beforeAll(async () => {
  browser = await connectBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  application = await startServed({ database: await createTestDatabase() });
  const { water } = await createWorld(application.database);
  people = water.people;
  teamId = water.teams.permits;
  visitors = [];
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
  await application.close();
  await application.database.drop();
});

const as = async (personId: PersonId) => application.client(await application.signIn(personId)).responsibilities;
const openToday = async (personId: PersonId, width = 1440, height = 900): Promise<Visitor> => {
  const cookie = await application.signIn(personId);
  const visitor = await openVisitor(browser, { url: application.url, cookie, width, height });
  visitors.push(visitor);
  await visitor.page.goto('/');
  await visitor.page.getByRole('heading', { level: 2, name: words('news.title') }).waitFor();
  return visitor;
};
const lead = ({ page }: Visitor): Locator => page.getByRole('heading', { level: 1 });
const tickOf = ({ page }: Visitor, title: string): Locator => page.getByRole('checkbox', { name: title });
const choose = async ({ page }: Visitor, title: string, item: string): Promise<void> => {
  await page.getByRole('button', { name: words('week.menu.label', { title }) }).click();
  await page.getByRole('menuitem', { name: words(item) }).click();
};
/** What Ada carries and Ben stands in for; due today, and then not for a year. */
const aDutyToday = (title: string): Promise<CarriedDuty> =>
  aDuty(
    application,
    { teamId, holder: people.ada, substitute: people.ben, responsibility: `Alles voor ${title}` },
    { title, rrule: 'FREQ=YEARLY', start: today },
  );
const stateOf = async ({ dutyId }: CarriedDuty): Promise<string | undefined> =>
  (await (await as(people.ben)).board.query({ teamId })).snapshot.occurrence[`${dutyId}:${today}`]?.state;

describe('what this week asks', () => {
  it('is ticked with the keyboard, struck through in its place, and open again by unticking or Ctrl Z', async () => {
    const duty = await aDutyToday('Wachtlijst nalopen');
    const ada = await openToday(people.ada);
    await lead(ada).getByText('Nog één ding deze week, vandaag.').waitFor();
    const tick = tickOf(ada, 'Wachtlijst nalopen');
    expect(await tick.getAttribute('aria-label')).toBe('Wachtlijst nalopen, vandaag');
    const place = await tick.boundingBox();
    await tick.focus();
    await ada.page.keyboard.press('Space');
    await lead(ada).getByText(words('today.lead.done')).waitFor();
    expect(await tick.getAttribute('aria-label')).toMatch(/^Wachtlijst nalopen, elk jaar op .*, gedaan$/u);
    expect(await tick.boundingBox()).toEqual(place);
    expect(await ada.page.locator(':focus').getAttribute('aria-label')).toMatch(/gedaan$/u);
    await eventually(() => stateOf(duty), 'done');

    await ada.page.keyboard.press('Space');
    await eventually(() => stateOf(duty), undefined);
    await ada.page.keyboard.press('Enter');
    await eventually(() => stateOf(duty), 'done');
    await ada.page.keyboard.press('Control+z');
    await eventually(() => stateOf(duty), undefined);
    await lead(ada).getByText('Nog één ding deze week, vandaag.').waitFor();
    ada.expectPeace();
  });

  it('is skipped with a reason or done on another day, on a phone too, and each can be undone', async () => {
    const duty = await aDutyToday('Rooster klaarzetten');
    const ada = await openToday(people.ada, 390);
    await choose(ada, 'Rooster klaarzetten', 'week.menu.skip');
    await ada.page.getByRole('textbox').fill('Iedereen is er al uit.');
    await ada.page.getByRole('button', { name: words('duties.skip.save'), exact: true }).click();
    await eventually(() => stateOf(duty), 'skipped');
    await ada.page.getByText(words('week.done.skip', { title: 'Rooster klaarzetten' })).waitFor();
    await ada.page.getByRole('button', { name: words('ui.undo') }).click();
    await eventually(() => stateOf(duty), undefined);

    await choose(ada, 'Rooster klaarzetten', 'week.menu.move');
    await ada.page.getByLabel(words('duties.move.to')).fill(addDays(today, 30));
    await ada.page.getByRole('button', { name: words('duties.move.save'), exact: true }).click();
    await ada.page.getByText('Deze week niets. Volgende keer: Rooster klaarzetten').waitFor();
    await lead(ada).getByText(words('today.lead.calm')).waitFor();
    await eventually(() => stateOf(duty), 'open');
    await ada.page.getByRole('button', { name: words('ui.undo') }).click();
    await tickOf(ada, 'Rooster klaarzetten').waitFor();
    await eventually(() => stateOf(duty), undefined);
    ada.expectPeace();
  });

  it('is with who stands in on days on which nobody who carries it is there', async () => {
    const duty = await aDutyToday('Meldingen overnemen');
    const ben = await openToday(people.ben);
    await ben.page.getByText(words('week.calm')).waitFor();
    await (
      await as(people.ada)
    ).planAbsence.mutate({
      commandId: newId<'command'>(),
      teamId,
      absenceId: newId<'absence'>(),
      from: today,
      until: addDays(today, 1),
    });
    await tickOf(ben, 'Meldingen overnemen').waitFor();
    await ben.page.getByText('Ada is dan niet beschikbaar.').waitFor();
    await tickOf(ben, 'Meldingen overnemen').focus();
    await ben.page.keyboard.press('Space');
    await eventually(() => stateOf(duty), 'done');
    ben.expectPeace();
  });

  it('tells kindly who was first when two do it at once', async () => {
    await aDutyToday('Post openen');
    const ada = await openToday(people.ada);
    const held = Promise.withResolvers<void>();
    await ada.page.route('**/trpc/responsibilities.settleOccurrence*', async (route) => {
      await held.promise;
      await route.continue();
    });
    const { dutyId, responsibilityId } = Object.values(
      (await (await as(people.ben)).board.query({ teamId })).snapshot.duty,
    ).map(({ id, responsibilityId: about }) => ({ dutyId: id, responsibilityId: about }))[0] ?? {
      dutyId: newId<'duty'>(),
      responsibilityId: newId<'responsibility'>(),
    };
    await tickOf(ada, 'Post openen').focus();
    await ada.page.keyboard.press('Space');
    await (
      await as(people.ben)
    ).settleOccurrence.mutate({
      commandId: newId<'command'>(),
      teamId,
      dutyId,
      responsibilityId,
      recurrenceDate: today,
      state: 'done',
      reason: '',
    });
    held.resolve();
    ada.expectComplaint(/409/u);
    await ada.page.getByText(words('errors.occurrenceSettled', { name: 'Ben' })).waitFor();
    expect(await tickOf(ada, 'Post openen').isChecked()).toBe(true);
    await ada.page.getByText(words('week.when.doneBy', { name: 'Ben' })).waitFor();
    ada.expectPeace();
  });
});

describe('S1 S2 what changed since I last looked', () => {
  it('is told once it was really seen, and is then seen on every device', async () => {
    const { responsibilityId } = await aDutyToday('Nieuwe aanvragen toetsen');
    const first = await openToday(people.ben);
    await newsOf(first).getByText(words('news.first')).waitFor();
    await seeNews(first, 1);
    await first.quiet();
    await first.close();
    visitors = [];

    const ada = await as(people.ada);
    await ada.close.mutate({ commandId: newId<'command'>(), teamId, responsibilityId });
    await ada.reopen.mutate({ commandId: newId<'command'>(), teamId, responsibilityId });
    const seeing = await openToday(people.ben);
    const item = newsOf(seeing).getByRole('listitem');
    await item.getByText('Alles voor Nieuwe aanvragen toetsen').waitFor();
    await item.getByText('Ada draagt dit niet meer.').waitFor();
    await seeNews(seeing, 1);
    await seeing.quiet();

    // On another device nothing is new; here it stays for as long as the page is open, also after a look elsewhere.
    const elsewhere = await openToday(people.ben, 390, 500);
    await newsOf(elsewhere).getByText(words('news.nothing')).waitFor();
    await item.getByText('Ada draagt dit niet meer.').waitFor();

    // What changes under one's eyes is added, on both.
    const areaId = newId<'area'>();
    await ada.add.mutate({
      commandId: newId<'command'>(),
      teamId,
      areas: [{ id: areaId, name: 'Kade', order: 9 }],
      responsibilities: [
        {
          id: newId<'responsibility'>(),
          areaId,
          catalogueItemId: null,
          title: 'Afmeren aan de kade',
          purpose: '',
          criticality: 2,
          minutesAWeek: 60,
          season: Array.from({ length: 12 }, () => 100),
        },
      ],
    });
    for (const visitor of [seeing, elsewhere]) {
      await newsOf(visitor).getByText('Afmeren aan de kade').waitFor();
      await newsOf(visitor).getByText(words('news.created')).waitFor();
    }
    await newsOf(seeing).getByText(saying('news.moment.now')).first().waitFor();
    await seeNews(seeing, 2);
    // The phone has it below the fold: there it is seen when it is looked at.
    expect(timesSeen(elsewhere)).toBe(0);
    await seeNews(elsewhere, 1);
    seeing.expectPeace();
    elsewhere.expectPeace();
  });
});
