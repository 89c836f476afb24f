import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateAt, isoWeek } from '@roer/domain/dates';
import { mondayOf } from '@roer/domain/holidays';
import type { PersonId, ResponsibilityId, TeamId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { createTestDatabase } from '../kit/database.ts';
import { runQuery } from '../kit/statement.ts';
import { createWorld } from '../kit/world.ts';
import { addResponsibilities, newId } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let people: { ada: PersonId; ben: PersonId };
let teamId: TeamId;
let visitors: Visitor[];
/** A week without a beginning in the past. */
const monday = addDays(mondayOf(dateAt(Date.now())), 7);
const nextWeek = isoWeek(monday);

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
  await carries(people.ada, ['Bouwaanvragen', 'Contact wijkraden']);
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
  await application.close();
  await application.database.drop();
});

const as = async (personId: PersonId) => application.client(await application.signIn(personId)).responsibilities;

/** Takes on things of 22 hours each: one of them fits in everybody's every week, two of them in none. */
const carries = async (personId: PersonId, titles: readonly string[]): Promise<void> => {
  const client = application.client(await application.signIn(personId));
  const ids = await addResponsibilities(client, { teamId, area: 'Vergunningen', titles, minutesAWeek: 22 * 60 });
  for (const responsibilityId of ids)
    await client.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId,
      responsibilityId,
      assignmentId: newId<'assignment'>(),
      role: 'holder',
      sharePercent: 100,
    });
  // Since long ago: what was taken today would ask less of this week, on most days of the week.
  await runQuery(application.database.ownerUrl, 'UPDATE "Assignment" SET "from" = \'2026-01-05\'', []);
};

const openLoad = async (personId: PersonId, { width = 1440, search = '' } = {}): Promise<Visitor> => {
  const cookie = await application.signIn(personId);
  const visitor = await openVisitor(browser, { url: application.url, cookie, width });
  visitors.push(visitor);
  await visitor.page.goto(`/team/${teamId}/load${search}`);
  await visitor.page.getByRole('heading', { level: 2, name: words('workload.weeks.heading') }).waitFor();
  return visitor;
};
const lead = ({ page }: Visitor): Locator => page.getByRole('heading', { level: 1 });
const weeksOf = ({ page }: Visitor, name: string): Locator =>
  page.getByRole('toolbar', { name: words('workload.weeks.personSentence', { name }) });
const weekOf = (visitor: Visitor, name: string): Locator =>
  weeksOf(visitor, name).getByRole('button', { name: new RegExp(`^Week ${nextWeek}:`, 'u') });

const isFocused = async (control: Locator): Promise<boolean> =>
  (await control.and(control.page().locator(':focus')).count()) === 1;

/** Tries that Ben carries the area councils, for good. */
const tryOut = async ({ page }: Visitor): Promise<void> => {
  const section = page.getByRole('region', { name: words('workload.weeks.heading') });
  await section.getByRole('button', { name: words('workload.weeks.try') }).click();
  const field = (key: string): Locator => page.getByLabel(words(`workload.try.${key}`), { exact: true });
  await field('giver').selectOption({ label: 'Ada Yilmaz' });
  await field('item').selectOption({ label: 'Contact wijkraden' });
  await field('receiver').selectOption({ label: 'Ben de Boer' });
  await page.getByText(words('workload.try.forGood'), { exact: true }).click();
  await page.getByRole('button', { name: words('workload.try.add') }).click();
};

describe('the weeks of a team', () => {
  it('are read as a picture and as a table, by keyboard and without seeing it', async () => {
    const ada = await openLoad(people.ada);
    await lead(ada).getByText(words('workload.lead.none')).waitFor();
    const [first, second] = [weekOf(ada, 'Ada'), weekOf(ada, 'Ben')];
    await first.waitFor();
    // What comes later moves the page, and a press would land beside what it is meant for.
    await ada.quiet();
    // Heard beside the picture, too, a moment after it.
    const hidden = ada.page.getByRole('table', { name: words('workload.weeks.caption') });
    await hidden.waitFor();
    expect(await hidden.getByRole('row').count()).toBe(4);
    expect(await hidden.getByRole('row', { name: /^Ada / }).innerText()).toContain('te veel');

    // One stop of Tab for a person, arrows inside and from person to person.
    await weeksOf(ada, 'Ada').getByRole('button').first().focus();
    await ada.page.keyboard.press('ArrowRight');
    expect(await isFocused(first)).toBe(true);
    await ada.page.keyboard.press('ArrowDown');
    expect(await isFocused(second)).toBe(true);

    await ada.page.getByRole('button', { name: words('workload.weeks.asTable') }).click();
    const cell = ada.page.getByRole('row', { name: /^Ada / }).getByRole('button').nth(1);
    expect(await cell.innerText()).toMatch(/^44 van \d+ u\n\d+ te veel$/u);
    await cell.click();
    await ada.page.getByRole('heading', { name: words('workload.why.title', { hours: 44 }) }).waitFor();
    // The address says it all: a colleague who gets it sees the same.
    expect(new URL(ada.page.url()).search).toBe(`?as=table&person=${people.ada}&week=${monday}`);
    ada.expectPeace();
  });

  it('explain themselves in one click, and give the focus back', async () => {
    const ada = await openLoad(people.ada);
    await weekOf(ada, 'Ada').focus();
    await ada.page.keyboard.press('Enter');
    const panel = ada.page.getByRole('complementary', { name: words('workload.why.title', { hours: 44 }) });
    await panel.waitFor();
    const reasons = panel.getByRole('listitem');
    expect(await reasons.count()).toBe(2);
    await panel.getByRole('link', { name: 'Contact wijkraden' }).waitFor();
    await panel.getByText(words('workload.why.contract')).waitFor();
    await ada.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await isFocused(weekOf(ada, 'Ada'))).toBe(true);
    ada.expectPeace();
  });

  it('turn out lighter or heavier with work that has a date, and tell of work that can be done in more weeks', async () => {
    const { snapshot } = await (await as(people.ben)).board.query({ teamId });
    const [about] = Object.values(snapshot.responsibility);
    await (
      await as(people.ben)
    ).addDeadlineWork.mutate({
      commandId: newId<'command'>(),
      teamId,
      responsibilityId: about?.id ?? newId<'responsibility'>(),
      workId: newId<'deadlineWork'>(),
      text: {
        title: 'Jaarverslag',
        earliestStart: monday,
        due: addDays(monday, 11),
        leastMinutes: 60,
        likelyMinutes: 120,
        mostMinutes: 900,
      },
    });
    const ada = await openLoad(people.ada);
    const wide = ada.page.getByRole('listitem').filter({ has: ada.page.getByRole('link', { name: 'Jaarverslag' }) });
    await wide.getByText('2 u').waitFor();
    await ada.page.getByRole('button', { name: words('workload.weeks.scenario.most') }).click();
    await wide.getByText('15 u').waitFor();
    await ada.page.getByText(words('workload.lead.most')).waitFor();
    ada.expectPeace();
  });
});

describe('moving work', () => {
  it('WI1 is tried out before everybody who looks, and nothing of it is kept', async () => {
    const [ada, ben] = [await openLoad(people.ada), await openLoad(people.ben)];
    await lead(ben).getByText(words('workload.lead.none')).waitFor();
    await tryOut(ada);
    await ada.page.getByText(/^Dan geldt: /u).waitFor();
    await eventually(async () => (await weekOf(ada, 'Ada').innerText()).split('\n').at(-1), '22');
    await ben.page.getByText(words('workload.theirs.title', { name: 'Ada' })).waitFor();
    await eventually(() => weekOf(ben, 'Ben').innerText(), `Week ${nextWeek}: 22 van 36 uur, licht.\n22`);
    await ben.page.getByRole('button', { name: words('workload.theirs.asItIs') }).click();
    await eventually(async () => (await weekOf(ben, 'Ben').innerText()).split('\n').at(-1), '0');
    await ben.page.getByRole('button', { name: words('workload.theirs.showTheirs') }).click();
    const rows = await runQuery<{ count: string }>(
      application.database.ownerUrl,
      'SELECT (SELECT count(*) FROM "Transfer") + (SELECT count(*) FROM "Delegation") AS count',
      [],
    );
    expect(Number(rows[0]?.count)).toBe(0);
    await ada.close();
    visitors = [ben];
    await ben.page.getByText(words('workload.theirs.title', { name: 'Ada' })).waitFor({ state: 'detached' });
    ben.expectPeace();
  });

  it('is proposed and agreed on by both, on a phone too, and then the weeks fit', async () => {
    const [ada, ben] = [await openLoad(people.ada), await openLoad(people.ben, { width: 390 })];
    await tryOut(ada);
    await ada.page
      .getByRole('region', { name: words('workload.try.title') })
      .getByRole('button', { name: words('workload.try.propose') })
      .click();
    await ada.page.getByRole('button', { name: words('workload.transfer.withdraw') }).waitFor();
    // Who pressed is at what they made.
    const waiting = ada.page.getByRole('region', { name: words('workload.transfer.heading') });
    await eventually(() => isFocused(waiting), true);
    // Nothing has moved yet.
    await lead(ada).getByText(words('workload.lead.none')).waitFor();
    await ben.page.getByText(saying('workload.transfer.waitsMe')).waitFor();
    await ben.page.getByText(new RegExp(`Voor jou in dit team, week \\d+: van 0 naar 22 uur`, 'u')).waitFor();
    await ben.page.getByRole('button', { name: words('workload.transfer.consent') }).click();
    for (const visitor of [ada, ben]) {
      await lead(visitor)
        .getByText(/^Alles past/u)
        .waitFor();
      await visitor.page
        .getByRole('heading', { name: words('workload.transfer.heading') })
        .waitFor({ state: 'detached' });
    }
    const { snapshot } = await (await as(people.ada)).board.query({ teamId });
    const titleOf = (id: ResponsibilityId) => snapshot.responsibility[id]?.title;
    const held = Object.values(snapshot.assignment).map((row) => [titleOf(row.responsibilityId), row.personId]);
    expect(Object.fromEntries(held)).toEqual({ Bouwaanvragen: people.ada, 'Contact wijkraden': people.ben });
    ada.expectPeace();
    ben.expectPeace();
  });

  it('is the least that makes the weeks fit, in one press proposed and in one agreed on', async () => {
    const ada = await openLoad(people.ada);
    await lead(ada)
      .getByText(/Met één verschuiving/u)
      .waitFor();
    const sheet = ada.page.getByRole('region', { name: /^Kleinste verschuiving/u });
    await sheet.waitFor();
    expect(await sheet.getByRole('listitem').count()).toBe(1);
    const figures = await sheet.getByRole('row', { name: /^Ada / }).innerText();
    const [before, after, has] = [...figures.matchAll(/\d+/gu)].map(Number);
    expect(before).toBe(44);
    expect(after).toBeLessThanOrEqual(has ?? 0);

    // Shown in the weeks before anything is proposed; and another way, when this one is not wanted.
    await sheet.getByRole('button', { name: words('workload.sheet.show') }).click();
    await ada.page.getByText(/^Dan geldt: /u).waitFor();
    await ada.page.getByRole('button', { name: words('workload.try.stop') }).click();
    const moved = await sheet.getByRole('listitem').innerText();
    await sheet.getByRole('button', { name: words('workload.sheet.other.find') }).click();
    await sheet
      .getByRole('button', { name: /liever niet naar/u })
      .first()
      .click();
    await eventually(async () => (await sheet.getByRole('listitem').first().innerText()) === moved, false);

    await sheet.getByRole('button', { name: words('workload.sheet.propose') }).click();
    await ada.page.getByRole('button', { name: words('workload.transfer.withdraw') }).waitFor();
    const board = async () => (await (await as(people.ada)).board.query({ teamId })).snapshot;
    await eventually(async () => Object.values((await board()).transfer).length, 1);
    const [proposal] = Object.values((await board()).transfer);
    const receiver = await openLoad(proposal?.items[0]?.receiver ?? people.ben);
    await receiver.page.getByRole('button', { name: words('workload.transfer.consent') }).click();
    await eventually(async () => (await weekOf(ada, 'Ada').innerText()).includes('te veel'), false);
    ada.expectPeace();
    receiver.expectPeace();
  });

  it('does not happen when somebody whom it concerns would rather not', async () => {
    const [ada, ben] = [await openLoad(people.ada), await openLoad(people.ben)];
    await tryOut(ada);
    await ada.page
      .getByRole('region', { name: words('workload.try.title') })
      .getByRole('button', { name: words('workload.try.propose') })
      .click();
    await ben.page.getByRole('button', { name: words('workload.transfer.decline') }).click();
    for (const visitor of [ada, ben])
      await visitor.page
        .getByRole('heading', { name: words('workload.transfer.heading') })
        .waitFor({ state: 'detached' });
    await lead(ada).getByText(words('workload.lead.none')).waitFor();
    ada.expectPeace();
    ben.expectPeace();
  });
});
