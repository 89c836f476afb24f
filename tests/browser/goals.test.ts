import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GoalId, PersonId, TeamId } from '@roer/domain/ids';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor, untilPageIsKept } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { makeGoal, timelessId, writeField } from '../kit/goals.ts';
import { startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];
let ada: TestClient;
let ben: TestClient;
beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, ['Legesberekening']);
  const { people } = permits.water;
  [ada, ben] = [await as(people.ada), await as(people.ben)];
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
  await ada.learning.removeOwnLearning.mutate();
});

const as = async (personId: PersonId): Promise<TestClient> => application.client(await application.signIn(personId));
const teamId = (): TeamId => permits.teamId;

const open = async (personId: PersonId, path: string, options: { keepsPage?: boolean } = {}) => {
  const cookie = await application.signIn(personId);
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...options });
  visitors.push(visitor);
  const { page } = visitor;
  await page.goto(path);
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  const field = (name: string): Locator => page.getByLabel(words(`goals.fields.${name}`), { exact: true });
  const press = (key: string): Promise<void> => page.getByRole('button', { name: words(key), exact: true }).click();
  const saved = (): Promise<void> => page.getByText(words('goals.sending.sent')).waitFor();
  return { visitor, page, field, press, saved };
};
const goalPath = (goalId: GoalId): string => `/team/${teamId()}/learning/goal/${goalId}`;
const sharedGoal = async (): Promise<GoalId> => {
  const goalId = await makeGoal(ada, { teamId: teamId(), title: 'Leges' });
  const id = timelessId<'buddy'>();
  await ada.learning.askBuddy.mutate({ id, teamId: teamId(), personId: permits.water.people.ben });
  await ben.learning.answerBuddy.mutate({ id, agrees: true });
  await ada.learning.setGoal.mutate({ goalId, stepAudience: 'buddy', planAudience: 'buddy' });
  return goalId;
};

describe('a learning goal in two windows', () => {
  it('L2.7 what a buddy typed without a connection holds all of the plan, and goes with the right to it', async () => {
    const goalId = await sharedGoal();
    await writeField(ada, { goalId, field: 'wish', value: 'Leges berekenen' });
    const his = await open(permits.water.people.ben, goalPath(goalId));
    const kept = (): Promise<number> =>
      his.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('roer');
            opening.addEventListener('success', () => {
              const asked = opening.result.transaction('device').objectStore('device').getAllKeys();
              asked.addEventListener('success', () => {
                opening.result.close();
                resolve(asked.result.filter((key) => String(key).includes('goal.')).length);
              });
            });
          }),
      );
    await his.field('outcome').waitFor();
    await his.page.context().setOffline(true);
    await his.field('outcome').fill('samen');
    await eventually(kept, 1);
    await ada.learning.setGoal.mutate({ goalId, planAudience: 'me' });
    await his.page.context().setOffline(false);
    await his.page.getByText(words('goals.page.stepOnly', { name: 'Ada Yilmaz' })).waitFor();
    await eventually(kept, 0);
    expect(await his.page.getByText('Leges berekenen').count()).toBe(0);
  });

  it('L2.4 L2.7 two fill it in together, in the same field too, until one of them may not see it any more', async () => {
    const { people } = permits.water;
    const goalId = await sharedGoal();
    const hers = await open(people.ada, goalPath(goalId));
    const his = await open(people.ben, goalPath(goalId));
    await hers.field('wish').fill('Leges berekenen');
    await eventually(() => his.field('wish').inputValue(), 'Leges berekenen');
    // The caret of who types last stays where it is while the other types before it.
    await his.field('wish').focus();
    await his.page.keyboard.press('End');
    await his.page.keyboard.type(' met Frank');
    await hers.field('wish').focus();
    await hers.page.keyboard.press('Home');
    await Promise.all([
      hers.page.keyboard.type('Zelf: ', { delay: 40 }),
      his.page.keyboard.type(' en Esra', { delay: 40 }),
    ]);
    const both = 'Zelf: Leges berekenen met Frank en Esra';
    await eventually(() => hers.field('wish').inputValue(), both);
    await eventually(() => his.field('wish').inputValue(), both);
    await his.field('occasion').fill('het dinsdag is');
    await hers.field('action').fill('kijk ik mee');
    await eventually(() => hers.field('occasion').inputValue(), 'het dinsdag is');
    await eventually(() => his.field('action').inputValue(), 'kijk ik mee');
    await hers.field('title').fill('Legesberekening zelf kunnen');
    await his.page.getByRole('heading', { level: 1, name: saying('goals.page.quiet.draft') }).waitFor();
    await eventually(
      async () => (await his.page.getByRole('heading', { level: 1 }).innerText()).includes('zelf kunnen'),
      true,
    );
    // The history of a browser is still there when somebody has signed out.
    for (const { page } of [hers, his]) expect(await page.title()).not.toContain('zelf kunnen');
    await ada.learning.setGoal.mutate({ goalId, planAudience: 'me', stepAudience: 'me' });
    await his.page.getByRole('heading', { level: 1, name: words('shell.notFound.title') }).waitFor();
    expect(await his.page.getByText('Zelf: Leges').count()).toBe(0);
    his.visitor.expectComplaint(/404/);
    hers.visitor.expectPeace();
    his.visitor.expectPeace();
  });

  it('L2.4 without a network and through a reload nothing is lost', async () => {
    const { people } = permits.water;
    const goalId = await sharedGoal();
    const hers = await open(people.ada, goalPath(goalId));
    await hers.field('wish').fill('Eerst');
    await hers.saved();
    hers.visitor.expectComplaint(/INTERNET_DISCONNECTED|Failed to load|WebSocket/);
    await hers.visitor.context.setOffline(true);
    await hers.field('outcome').fill('Half ingevuld');
    await hers.page.getByText(words('goals.sending.waiting')).waitFor();
    const his = await open(people.ben, goalPath(goalId));
    await his.field('outcome').fill('Van Ben. ');
    await his.saved();
    await hers.visitor.context.setOffline(false);
    // The laptop was closed: the page comes anew, and what was typed with it.
    await hers.page.reload();
    await eventually(async () => (await hers.field('outcome').inputValue()).includes('Half ingevuld'), true);
    await eventually(async () => (await hers.field('outcome').inputValue()).includes('Van Ben. '), true);
    await eventually(async () => (await his.field('outcome').inputValue()).includes('Half ingevuld'), true);
    expect(await hers.field('wish').inputValue()).toBe('Eerst');
    await hers.saved();
  });

  it('L2.4 a laptop that is opened without a network shows what was typed, and goes on', async () => {
    const { people } = permits.water;
    const goalId = await sharedGoal();
    const hers = await open(people.ada, goalPath(goalId), { keepsPage: true });
    await untilPageIsKept(hers.visitor);
    await hers.visitor.context.setOffline(true);
    await hers.field('wish').fill('Half ingevuld');
    await hers.page.getByText(words('goals.sending.waiting')).waitFor();
    await hers.page.reload();
    await hers.page.getByRole('heading', { level: 1, name: saying('goals.page.away') }).waitFor();
    await eventually(() => hers.field('wish').inputValue(), 'Half ingevuld');
    await hers.page.getByText(words('goals.sending.waiting')).waitFor();
    // What did not change is not on this device, and nothing is made up for it.
    expect(await hers.field('title').count()).toBe(0);
    await hers.field('wish').focus();
    await hers.page.keyboard.press('End');
    await hers.page.keyboard.type(' en verder');
    await hers.visitor.context.setOffline(false);
    await hers.field('title').waitFor();
    await hers.saved();
    // The caret is where it was: whoever types goes on typing.
    await hers.page.keyboard.type(' getypt');
    await hers.saved();
    const { plan } = await ada.learning.goal.query({ goalId });
    expect(plan?.wish).toBe('Half ingevuld en verder getypt');
  });
});

describe('the owner', () => {
  it('L2.1 L2.2 L2.5 L2.9 makes a goal, asks a buddy, says who sees what, begins, looks back and takes it along', async () => {
    const { people } = permits.water;
    const hers = await open(people.ada, `/team/${teamId()}/learning/mine`);
    await hers.page.getByText(words('goals.none.words')).waitFor();
    await hers.page.getByRole('link', { name: words('goals.new.open') }).click();
    await hers.press('goals.new.make');
    await hers.page.getByText(words('goals.new.titleNeeded', { most: 120 })).waitFor();
    await hers.field('title').fill('Legesberekening zelf kunnen');
    await hers.page.getByLabel(words('goals.new.about'), { exact: true }).selectOption({ label: 'Legesberekening' });
    await hers.page.getByLabel(saying('goals.new.level')).selectOption({ label: words('goals.levels.together') });
    await hers.press('goals.new.make');
    await hers.page.getByText(words('goals.plan.heading')).waitFor();
    await hers.page.getByText(words('goals.seen.own.me.me')).waitFor();
    await hers.page.getByLabel(words('goals.buddy.ask.who'), { exact: true }).selectOption({ label: 'Ben de Boer' });
    await hers.press('goals.buddy.ask.send');
    await hers.page.getByText(words('goals.buddy.mine.asked')).waitFor();

    // Today tells that somebody asks, and where to answer.
    const his = await open(people.ben, '/');
    await his.page.getByRole('link', { name: words('goals.today.buddy', { name: 'Ada Yilmaz' }) }).click();
    await his.press('goals.buddy.yes');
    await hers.page.getByText(words('goals.buddy.mine.agreed')).waitFor();
    const step = hers.page.getByRole('group', { name: words('goals.audience.step.label') });
    await step.getByLabel(saying('goals.audience.team')).check();
    await hers.page
      .getByRole('group', { name: words('goals.audience.plan.label') })
      .getByLabel(saying('goals.audience.buddy'))
      .check();
    await hers.page.getByText('Alleen jij en Ben de Boer zien je plan en je obstakel.').waitFor();
    // While it is still being written its buddy finds it where they answered.
    await his.page.getByRole('link', { name: 'Legesberekening zelf kunnen', exact: true }).waitFor();
    await hers.page.getByLabel(saying('goals.size.stretch')).check();
    await hers.press('goals.stand.to.begin');
    await hers.page.getByText(words('goals.stand.now.active')).waitFor();

    await hers.press('goals.reflection.add');
    await hers.press('goals.reflection.save');
    await hers.page.getByText(words('goals.reflection.occurredNeeded')).waitFor();
    await hers.page.getByLabel(words('goals.reflection.yes'), { exact: true }).check();
    await hers.page.getByLabel(words('goals.reflection.text'), { exact: true }).fill('Ik keek mee.');
    await hers.press('goals.reflection.save');
    await hers.page.getByText('Ik keek mee.').waitFor();

    await hers.page.goto(`/team/${teamId()}/learning/mine`);
    const download = hers.page.waitForEvent('download');
    await hers.press('goals.file.html');
    expect((await download).suggestedFilename()).toMatch(/^mijn-leren-.*\.html$/);
    await hers.press('goals.erase.label');
    await hers.press('goals.erase.yes');
    await hers.page.getByText(words('goals.none.words')).waitFor();
    hers.visitor.expectPeace();
    his.visitor.expectPeace();
  });

  it('L5.1 L5.4 gets an offer on the own goal when the weeks do not fit, worked out here; the buddy sees and the server hears nothing of it', async () => {
    const { people } = permits.water;
    const goalId = await sharedGoal();
    await ada.learning.setGoal.mutate({ goalId, state: 'active' });
    const area = { id: timelessId<'area'>(), name: 'Vol', order: 9 };
    const responsibilityId = timelessId<'responsibility'>();
    const command = () => ({ commandId: timelessId<'command'>(), teamId: teamId() });
    await ada.responsibilities.add.mutate({
      ...command(),
      areas: [area],
      responsibilities: [
        {
          id: responsibilityId,
          areaId: area.id,
          title: 'Veel te veel',
          purpose: '',
          criticality: 2,
          minutesAWeek: 3600,
          season: Array.from({ length: 12 }, () => 100),
          catalogueItemId: null,
        },
      ],
    });
    const carries = { responsibilityId, assignmentId: timelessId<'assignment'>(), role: 'holder' as const };
    await ada.responsibilities.takeOver.mutate({ ...command(), ...carries, sharePercent: 100 });
    const hers = await open(people.ada, goalPath(goalId));
    await hers.page.getByText(words('goals.offer.quiet')).waitFor();
    const his = await open(people.ben, goalPath(goalId));
    await his.saved();
    expect(await his.page.getByText(words('goals.offer.quiet')).count()).toBe(0);
    // Showing it asked for nothing that would tell: what the page reads is what it reads without it.
    await hers.visitor.quiet();
    const written = /^learning\.(?!goals$|goal$|teamGoals$)/;
    expect(hers.visitor.requests.filter((request) => written.test(request))).toEqual([]);
    await hers.page
      .getByRole('button', { name: words('goals.stand.to.paused'), exact: true })
      // There is one, also when it is offered.
      .click();
    await hers.page.getByText(words('goals.stand.now.paused')).waitFor();
    expect(await hers.page.getByText(words('goals.offer.quiet')).count()).toBe(0);
    hers.visitor.expectPeace();
  });
});
