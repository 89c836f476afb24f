import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import { connectBrowser } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { newId } from './permits.ts';
import { hour, startPlanning } from './planning-scene.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let scene: Awaited<ReturnType<typeof startPlanning>>;

beforeAll(async () => {
  browser = await connectBrowser();
  scene = await startPlanning(browser);
});
afterAll(async () => {
  await browser.close();
  await scene.close();
});
afterEach(() => scene.closeWindows());

const dialogOf = ({ page }: Visitor) => page.getByRole('dialog', { name: words('planning.overload.title') });
const overloads = async (personId: PersonId) => {
  const { snapshot } = await scene.ada.responsibilities.board.query({ teamId: scene.teamId });
  return Object.values(snapshot.overload)
    .filter((row) => row.personId === personId)
    .map(({ kind, responsibilityId }) => ({ kind, responsibilityId }));
};

describe('something has to give', () => {
  it('W2.9 asks what makes room before it is taken on, by keyboard alone, and keeps each of the three answers', async () => {
    const { ada: adasId } = scene.water.people;
    const large = await scene.add('Groot', 34 * hour);
    const small = await scene.add('Klein', 6 * hour);
    await scene.takes(scene.ada, large.id);
    const adas = await scene.openPanel(adasId, small);
    const { page, visitor, panel } = adas;
    const take = panel.getByRole('button', { name: words('responsibilities.act.takeOver'), exact: true });
    const dialog = dialogOf(visitor);
    const submit = dialog.getByRole('button', { name: words('planning.overload.submit') });

    // Walking away from the question takes nothing on.
    await take.click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await adas.board.carriers(small.title).getByText('Ada Yilmaz').count()).toBe(0);

    await take.press('Enter');
    await submit.press('Enter');
    await dialog.getByText(words('planning.overload.needed')).waitFor();
    await dialog.getByRole('radio', { name: saying('planning.overload.kind.accepted') }).focus();
    await page.keyboard.press('Space');
    await submit.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await adas.board.carriers(small.title).getByText('Ada Yilmaz').waitFor();
    await expect.poll(() => overloads(adasId)).toEqual([{ kind: 'accepted', responsibilityId: null }]);

    await adas.board.press(small.title, 'responsibilities.act.giveBack.holder');
    await take.click();
    await dialog.getByText(saying('planning.overload.kind.moved')).click();
    await dialog
      .getByLabel(words('planning.overload.which.moved'))
      .selectOption({ label: words('planning.overload.thenFits', { title: large.title }) });
    await submit.click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => overloads(adasId)).toEqual([{ kind: 'moved', responsibilityId: large.id }]);
    const bensDay = await scene.openToday(scene.water.people.ben);
    await bensDay.page.getByRole('link', { name: large.title }).first().waitFor();

    await adas.board.press(small.title, 'responsibilities.act.giveBack.holder');
    await take.click();
    await dialog.getByText(saying('planning.overload.kind.dropped')).click();
    await dialog
      .getByLabel(words('planning.overload.which.dropped'))
      .selectOption({ label: words('planning.overload.thenFits', { title: large.title }) });
    await submit.click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => overloads(adasId)).toEqual([{ kind: 'dropped', responsibilityId: large.id }]);
    await adas.board
      .row(large.title)
      .getByText(/niemand/iu)
      .first()
      .waitFor();
    visitor.expectPeace();
    bensDay.expectPeace();
  });
});

describe('my own weeks', () => {
  it('R11.4 W1.3 W1.11 W1.16 tell why in one press, with a guess of organising that nobody else is ever given', async () => {
    const { ada: adasId, ben: bensId } = scene.water.people;
    const work = await scene.add('Eigen', 10 * hour);
    await scene.takes(scene.ada, work.id);
    const adas = await scene.openToday(adasId);
    const main = adas.page.getByRole('main');
    await main.getByRole('button', { name: /^Waarom/u }).click();
    const why = main.getByRole('region', { name: words('planning.own.why.label', { week: 48 }) });
    await why.getByRole('link', { name: work.title }).waitFor();

    const weeks = main.getByRole('toolbar', { name: words('planning.own.sentence') });
    await weeks.getByRole('button').first().focus();
    await adas.page.keyboard.press('ArrowRight');
    await adas.page.keyboard.press('Enter');
    await main.getByRole('region', { name: words('planning.own.why.label', { week: 49 }) }).waitFor();

    const form = main.getByRole('region', { name: words('planning.organising.heading') });
    await form.getByText(words('planning.organising.first')).waitFor();
    const field = form.getByLabel(words('planning.organising.hours'));
    const save = form.getByRole('button', { name: words('planning.organising.save') });
    await field.fill('200');
    await save.click();
    await form.getByText(words('planning.organising.wrong')).waitFor();
    for (const [back, hours] of [
      [7, '5'],
      [14, '7'],
      [21, '4,5'],
    ] as const) {
      await form.getByLabel(words('planning.organising.which')).selectOption(addDays('2026-11-23', -back));
      await field.fill(hours);
      await save.click();
      await form.getByText(words('planning.organising.saved')).waitFor();
    }
    await form.getByText(words('planning.organising.usual', { hours: '5' })).waitFor();
    await main.getByText(words('planning.own.why.estimate')).waitFor();

    // Beside the meter of the team each sees their own.
    const meters = { own: adas.page, colleague: (await scene.openToday(bensId)).page };
    for (const page of Object.values(meters)) await page.goto(`/team/${scene.teamId}/load`);
    await meters.own.getByText(words('workload.meter.own.usual', { hours: '5' })).waitFor();
    await meters.colleague.getByText(/^Hoeveel is het bij jou\?/u).waitFor();

    // Only its own person is given it: not a colleague, not an administrator, and not with the team's rows.
    for (const personId of [bensId, scene.water.people.anna])
      expect(
        await scene.application.client(await scene.application.signIn(personId)).workload.organisingWeeks.query(),
      ).toEqual([]);
    const board = JSON.stringify(await scene.ben.responsibilities.board.query({ teamId: scene.teamId }));
    for (const minutes of ['270', '420']) expect(board.includes(`"minutes":${minutes}`)).toBe(false);
    expect(board.includes('organisingWeek')).toBe(false);
    adas.expectPeace();
  });
});

describe('the municipality’s own free days', () => {
  it('O18 W1.2 are written down by an administrator, and take their hours from everybody’s weeks at once', async () => {
    const { ada: adasId, anna } = scene.water.people;
    const adas = await scene.openToday(adasId);
    const week = adas.page
      .getByRole('toolbar', { name: words('planning.own.sentence') })
      .getByRole('button')
      .nth(2);
    await expect.poll(() => week.textContent()).toMatch(/van 36 uur/u);
    const visitor = await scene.open(anna);
    await visitor.page.goto('/organisation/holidays');
    const { page } = visitor;
    const addDay = page.getByRole('button', { name: words('planning.holidays.add') });
    await addDay.click();
    await page.getByText(words('planning.holidays.wrong.none')).waitFor();
    const field = page.getByLabel(words('planning.holidays.date'));
    await field.fill('2026-12-25');
    await addDay.click();
    await page.getByText(words('planning.holidays.wrong.holiday')).waitFor();
    await field.fill('2026-12-08');
    await addDay.click();
    await page.getByText('dinsdag 8 december 2026', { exact: true }).waitFor();
    await expect.poll(() => week.textContent()).toMatch(/van 28 uur/u);
    await page.getByRole('button', { name: /^Haal dinsdag 8 december/u }).click();
    await page.getByText('dinsdag 8 december 2026', { exact: true }).waitFor({ state: 'detached' });
    await expect.poll(() => week.textContent()).toMatch(/van 36 uur/u);
    visitor.expectPeace();
    adas.expectPeace();
  });
});

describe('a proposal that waits for my yes', () => {
  it('W2.6 W2.7 W2.9 stands on Vandaag, and saying yes asks what makes room when it is too much', async () => {
    const { ada: adasId, ben: bensId } = scene.water.people;
    const work = await scene.add('Verschuif', 30 * hour);
    const full = await scene.add('Vol', 20 * hour);
    await scene.takes(scene.ada, work.id);
    await scene.takes(scene.ben, full.id);
    const { snapshot } = await scene.ada.responsibilities.board.query({ teamId: scene.teamId });
    const assignment = Object.values(snapshot.assignment).find((row) => row.responsibilityId === work.id);
    if (!assignment) throw new Error('Ada carries it.');
    await scene.ada.responsibilities.proposeTransfer.mutate({
      commandId: newId<'command'>(),
      teamId: scene.teamId,
      transferId: newId<'transfer'>(),
      items: [
        {
          id: newId<'transferItem'>(),
          responsibilityId: work.id,
          assignmentId: assignment.id,
          workId: null,
          sharePercent: 100,
          giver: adasId,
          receiver: bensId,
        },
      ],
      from: scene.today(),
      until: null,
    });
    const bens = await scene.openToday(bensId);
    const { page } = bens;
    await page.getByRole('heading', { name: words('planning.transfers.heading') }).waitFor();
    await page.getByRole('button', { name: words('workload.transfer.consent'), exact: true }).click();
    const dialog = dialogOf(bens);
    await dialog.getByText(saying('planning.overload.kind.accepted')).click();
    await dialog.getByRole('button', { name: words('planning.overload.submit') }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(words('workload.transfer.done.agreed')).first().waitFor();
    await page.getByRole('heading', { name: words('planning.transfers.heading') }).waitFor({ state: 'detached' });
    await expect.poll(() => overloads(bensId)).toEqual([{ kind: 'accepted', responsibilityId: null }]);
    bens.expectPeace();
  });
});
