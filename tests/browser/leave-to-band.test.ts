import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { addDays, dateAt } from '@roer/domain/dates';
import type { PersonId, ResponsibilityId } from '@roer/domain/ids';
import { epochTimes } from '@roer/domain/workload/epoch';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { answer, anyMailer, checkInWorld, goTo, largeTeam, proveMailboxes } from '../kit/check-in.ts';
import { createClock } from '../kit/clock.ts';
import { createTestDatabase } from '../kit/database.ts';
import { createWorld } from '../kit/world.ts';
import type { World } from '../kit/world.ts';
import { bandsOf, button, cell, lead, link } from './check-in-page.ts';
import { addResponsibilities, newId } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

/** The first epoch of the first window; Monday 23 November 2026 is in the one before its roster is announced. */
const first = 24;
const times = epochTimes(first);
const phone = { width: 390, height: 844, touch: true };
const statements = ['fits', 'overview', 'core', 'help', 'learn'] as const;
const [permitsTitle, councils, report] = ['Bouwaanvragen', 'Contact wijkraden', 'Jaarverslag'] as const;

let browser: Browser;
let application: TestApplication;
let world: World<typeof checkInWorld>;
let visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await connectBrowser();
  const database = await createTestDatabase();
  application = await startServed({ database, clock: createClock(), mailer: anyMailer });
  world = await createWorld(database, checkInWorld);
  await proveMailboxes(application);
  await writeWork();
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await application.database.drop();
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.close();
});

const as = async (personId: PersonId) => application.client(await application.signIn(personId)).responsibilities;
const inTeam = () => ({ commandId: newId<'command'>(), teamId: world.water.teams.permits });

/**
 * Ada has 36 hours and carries 32 a week, with 6 hours for a report that is due at the end of next week: it just fits, as long as she
 * is there. Ben stands in for the larger part, and for the other part nobody does.
 */
const writeWork = async (): Promise<void> => {
  const { ada, ben } = world.water.people;
  const today = dateAt(application.clock.now());
  const [asAda, asBen] = [await as(ada), await as(ben)];
  const add = async (title: string, hours: number): Promise<ResponsibilityId> => {
    const where = { teamId: world.water.teams.permits, area: `Gebied van ${title}` };
    const client = application.client(await application.signIn(ada));
    const [id] = await addResponsibilities(client, { ...where, titles: [title], minutesAWeek: hours * 60 });
    if (!id) throw new Error('It was just written down.');
    return id;
  };
  const [permits, wards] = [await add(permitsTitle, 20), await add(councils, 12)];
  const takes = (role: 'holder' | 'substitute', responsibilityId: ResponsibilityId) => ({
    ...inTeam(),
    responsibilityId,
    assignmentId: newId<'assignment'>(),
    role,
    sharePercent: 100,
  });
  for (const id of [permits, wards]) await asAda.takeOver.mutate(takes('holder', id));
  await asBen.takeOver.mutate(takes('substitute', permits));
  const minutes = { leastMinutes: 360, likelyMinutes: 360, mostMinutes: 360 };
  await asAda.addDeadlineWork.mutate({
    ...inTeam(),
    responsibilityId: permits,
    workId: newId<'deadlineWork'>(),
    text: { title: report, earliestStart: today, due: addDays(today, 11), ...minutes },
  });
};

const open = async (who: 'ada' | 'ben', path: string): Promise<Visitor> => {
  const cookie = await application.signIn(world.water.people[who]);
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...(who === 'ben' && phone) });
  visitors.push(visitor);
  await visitor.page.clock.setFixedTime(application.clock.now());
  await visitor.page.goto(path);
  return visitor;
};
const load = () => `/team/${world.water.teams.permits}/load`;
const heading = ({ page }: Visitor, sentence: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1 }).getByText(sentence).waitFor();

/** Ada looks at what stands still while she chooses next week, and plans it. */
const planLeave = async ({ page }: Visitor): Promise<void> => {
  const today = dateAt(application.clock.now());
  await page.getByRole('button', { name: words('offers.absence.button') }).click();
  const dialog = page.getByRole('dialog', { name: words('offers.absence.title') });
  await dialog.getByLabel(words('offers.absence.from')).fill(addDays(today, 7));
  await dialog.getByLabel(words('offers.absence.last')).fill(addDays(today, 11));
  const still = dialog.getByRole('region', { name: words('planning.still.heading') });
  const nobody = still.getByRole('listitem').filter({ hasText: councils });
  await nobody.getByText(/Niemand op 5 werkdagen/u).waitFor();
  await still.getByText(`${permitsTitle}: bij Ben`).waitFor();
  await dialog.getByRole('button', { name: words('offers.absence.plan') }).click();
  await dialog.getByText(words('offers.absence.nothing')).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
};

/** Ada tries out, before whoever looks, that Ben carries the councils for good, and proposes it. */
const proposeMove = async ({ page }: Visitor): Promise<void> => {
  const section = page.getByRole('region', { name: words('workload.weeks.heading') });
  await section.getByRole('button', { name: words('workload.weeks.try') }).click();
  const field = (key: string): Locator => page.getByLabel(words(`workload.try.${key}`), { exact: true });
  await field('giver').selectOption({ label: 'Ada Test' });
  await field('item').selectOption({ label: councils });
  await field('receiver').selectOption({ label: 'Ben Test' });
  await page.getByText(words('workload.try.forGood'), { exact: true }).click();
  await page.getByRole('button', { name: words('workload.try.add') }).click();
  await page.getByText(/^Dan geldt: Alles past/u).waitFor();
  const trying = page.getByRole('region', { name: words('workload.try.title') });
  await trying.getByRole('button', { name: words('workload.try.propose') }).click();
};

/** Somebody looks at the names, and says how it goes. */
const checkIn = async (visitor: Visitor, word: 'hardly' | 'partly'): Promise<void> => {
  await link(visitor, 'invite.go').click();
  await button(visitor, 'names.yes').click();
  await lead(visitor, 'form.lead');
  for (const statement of statements) await cell(visitor, statement, word).check();
  await button(visitor, 'form.send').click();
  await lead(visitor, 'sent.lead');
};

// One story: each part goes on where the one before ended.
it('R5.1 R5.2 W2.6 W2.7 leave is planned, what would stand still is seen, and a move that both agree on makes the weeks fit', async () => {
  const [ada, ben] = [await open('ada', '/'), await open('ben', load())];
  await heading(ben, /^Alles past/u);
  await planLeave(ada);
  // Ben sees the weeks change under his eyes.
  await heading(ben, /^Week 48 en 49 passen samen nog niet/u);

  await ada.page.goto(load());
  await heading(ada, /^Week 48 en 49 passen samen nog niet/u);
  await proposeMove(ada);
  await ben.page.getByText(saying('workload.transfer.waitsMe')).waitFor();
  await heading(ben, /^Week 48 en 49 passen samen nog niet/u);
  await ben.page.getByRole('button', { name: words('workload.transfer.consent') }).tap();
  for (const visitor of [ada, ben]) {
    await heading(visitor, /^Alles past/u);
    await visitor.page
      .getByRole('heading', { name: words('workload.transfer.heading') })
      .waitFor({ state: 'detached' });
  }
  // Nothing stands still in that week any more: who carries the councils now is there.
  const { snapshot } = await (await as(world.water.people.ben)).board.query({ teamId: world.water.teams.permits });
  const held = Object.values(snapshot.assignment)
    .filter(({ role }) => role === 'holder')
    .map((row) => [snapshot.responsibility[row.responsibilityId]?.title, row.personId]);
  const { ada: adasId, ben: bensId } = world.water.people;
  expect(Object.fromEntries(held)).toEqual({ [permitsTitle]: adasId, [councils]: bensId });
  ada.expectPeace();
  ben.expectPeace();
});

it('CI4 CI8 P5 P8 both check in, the epoch closes, and both see the same band at the same moment', async () => {
  await application.app.jobs.runDue();
  await goTo(application, times.opensAt);
  await goTo(application, times.answersFrom + 9 * 3_600_000);
  const [ada, ben] = [await open('ada', '/'), await open('ben', '/')];
  await checkIn(ada, 'hardly');
  await checkIn(ben, 'partly');
  // The other seven of the group.
  for (const name of largeTeam.slice(2))
    await answer(application, world.water.people[name], { number: first, value: 4 });

  const results = [await open('ada', load()), await open('ben', load())];
  const said = (visitor: Visitor) =>
    Promise.all(statements.map((statement) => bandsOf(visitor, statement).getAttribute('aria-label')));
  const everywhereIs = async (now: number): Promise<void> => {
    for (const { page } of results) await page.clock.setFixedTime(now);
    await goTo(application, now);
  };
  for (const visitor of results) await bandsOf(visitor, 'core').waitFor();
  // It closes, and until the moment of publishing there is nothing to see.
  await everywhereIs(times.closesAt);
  for (const visitor of results) {
    await visitor.quiet();
    expect((await said(visitor)).every((label) => label?.includes(words('check-in.results.none')))).toBe(true);
  }
  await everywhereIs(times.publishesAt);
  const heavy = words('check-in.results.lastOne', { band: words('check-in.results.bands.heavy') });
  for (const visitor of results)
    await eventually(
      async () => (await said(visitor)).map((label) => label?.includes(heavy)),
      statements.map(() => true),
    );
  const [atDesk, onPhone] = results;
  if (!atDesk || !onPhone) throw new Error('Two windows were opened.');
  expect(await said(atDesk)).toEqual(await said(onPhone));
  for (const visitor of results) {
    expect(visitor.documents()).toBe(1);
    visitor.expectPeace();
  }
  ada.expectPeace();
  ben.expectPeace();
});
