import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '@roer/domain/dates';
import { connectBrowser } from '../kit/browser.ts';
import { newId } from './permits.ts';
import { startPlanning } from './planning-scene.ts';
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

describe('work with a date', () => {
  const form = (dialog: Locator, field: string) =>
    dialog.getByLabel(new RegExp(`^${words(`planning.deadline.form.${field}`).replace('?', String.raw`\?`)}`, 'u'));

  it('W1.14 W1.15 V4 is written down by one, with every mistake said at its field, and taken in half and done by another', async () => {
    const report = await scene.add('Verslag');
    await scene.takes(scene.ada, report.id);
    const { people } = scene.water;
    const adas = await scene.openPanel(people.ada, report);
    const bens = await scene.openPanel(people.ben, report);

    await adas.panel.getByRole('button', { name: words('planning.deadline.addFirst') }).click();
    const dialog = adas.page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: words('responsibilities.form.save'), exact: true });
    await save.click();
    await dialog.getByText(words('planning.deadline.form.wrong.title', { most: 120 })).waitFor();
    await dialog.getByText(words('planning.deadline.form.wrong.noDue')).waitFor();
    await dialog.getByText(words('planning.deadline.form.wrong.noHours')).waitFor();
    expect(await form(dialog, 'title').evaluate((field) => field === document.activeElement)).toBe(true);

    await form(dialog, 'title').fill('Jaarverslag');
    await form(dialog, 'due').fill(addDays(scene.today(), -1));
    await form(dialog, 'likely').fill('8');
    await form(dialog, 'least').fill('9');
    await form(dialog, 'most').fill('veel');
    await save.click();
    await dialog.getByText(words('planning.deadline.form.wrong.dueBeforeStart')).waitFor();
    await dialog.getByText(words('planning.deadline.form.wrong.leastAboveLikely')).waitFor();
    await dialog.getByText(words('planning.deadline.form.wrong.unreadable')).waitFor();
    await form(dialog, 'due').fill(addDays(scene.today(), 4));
    await form(dialog, 'least').fill('6');
    await form(dialog, 'most').fill('12');
    await save.click();
    await dialog.waitFor({ state: 'detached' });

    const half = bens.panel.getByRole('button', { name: saying('planning.deadline.half') });
    await half.click();
    const who = (name: string) => adas.panel.getByText(new RegExp(`${name}[\\s\\u00a0]50%`, 'u'));
    await who('Ben').waitFor();
    await half.waitFor({ state: 'detached' });
    await adas.panel
      .getByText(words('planning.deadline.who.rest', { names: words('planning.deadline.who.withYou') }))
      .waitFor();

    const bensDay = await scene.openToday(people.ben);
    const row = bensDay.page.getByRole('main').getByRole('checkbox', { name: /^Jaarverslag/u });
    await row.waitFor();
    await row.focus();
    await bensDay.page.keyboard.press('Space');
    await adas.panel.getByRole('checkbox', { name: /Jaarverslag/u, checked: true }).waitFor();
    for (const { visitor } of [adas, bens]) visitor.expectPeace();
  });

  it('W1.14 shows both versions when two people change it at once, and loses neither', async () => {
    const report = await scene.add('Raad');
    const { people } = scene.water;
    await scene.ada.responsibilities.addDeadlineWork.mutate({
      commandId: newId<'command'>(),
      teamId: scene.teamId,
      responsibilityId: report.id,
      workId: newId<'deadlineWork'>(),
      text: {
        title: 'Stukken',
        earliestStart: scene.today(),
        due: addDays(scene.today(), 20),
        leastMinutes: 120,
        likelyMinutes: 240,
        mostMinutes: 360,
      },
    });
    const [adas, bens] = [await scene.openPanel(people.ada, report), await scene.openPanel(people.ben, report)];
    const edit = async ({ page, panel }: typeof adas) => {
      await panel.getByRole('button', { name: words('planning.deadline.menu', { title: 'Stukken' }) }).click();
      await page.getByRole('menuitem', { name: words('planning.deadline.edit') }).click();
      return page.getByRole('dialog');
    };
    const [adasForm, bensForm] = [await edit(adas), await edit(bens)];
    await form(adasForm, 'due').fill(addDays(scene.today(), 10));
    await form(bensForm, 'due').fill(addDays(scene.today(), 12));
    await form(bensForm, 'title').fill('Stukken voor de raad');
    const save = words('responsibilities.form.save');
    await adasForm.getByRole('button', { name: save, exact: true }).click();
    await adasForm.waitFor({ state: 'detached' });
    await bensForm.getByText(words('responsibilities.form.changedMeanwhile')).waitFor();
    await bensForm.getByRole('button', { name: save, exact: true }).click();
    await bensForm.getByText(words('responsibilities.conflict.title')).waitFor();
    await bensForm.getByText(words('responsibilities.conflict.theirs'), { exact: true }).click();
    await bensForm.getByRole('button', { name: words('responsibilities.conflict.save') }).click();
    await bensForm.waitFor({ state: 'detached' });
    await adas.panel.getByText('Stukken voor de raad', { exact: true }).waitFor();
    await adas.panel.getByText(/3\sdec/u).waitFor();
    for (const { visitor } of [adas, bens]) visitor.expectPeace();
  });
});

describe('what stands still', () => {
  it('R5.1 is shown while the days are chosen, asked for in one press, and calm when a colleague stands in', async () => {
    const permit = await scene.add('Loket');
    await scene.takes(scene.ada, permit.id);
    await scene.ada.responsibilities.createDuty.mutate({
      commandId: newId<'command'>(),
      teamId: scene.teamId,
      responsibilityId: permit.id,
      dutyId: newId<'duty'>(),
      text: {
        title: `Loket openen ${permit.title}`,
        schedule: {
          rrule: 'FREQ=WEEKLY;BYDAY=WE',
          start: scene.today(),
          dueTime: null,
          shift: 'none',
        },
      },
    });
    const { people } = scene.water;
    const { page, ...adas } = await scene.openToday(people.ada);
    await page.getByRole('button', { name: words('offers.absence.button') }).click();
    const dialog = page.getByRole('dialog', { name: words('offers.absence.title') });
    await dialog.getByLabel(words('offers.absence.from')).fill(addDays(scene.today(), 7));
    await dialog.getByLabel(words('offers.absence.last')).fill(addDays(scene.today(), 11));
    const still = dialog.getByRole('region', { name: words('planning.still.heading') });
    const line = still.getByRole('listitem').filter({ hasText: permit.title }).first();
    await line.getByText(/Niemand op 5 werkdagen/u).waitFor();
    await line.getByText(new RegExp(`Loket openen ${permit.title}`, 'u')).waitFor();
    // Nothing is saved before it is planned.
    expect(await dialog.getByText(words('offers.absence.nothing')).isVisible()).toBe(true);

    await line.getByRole('button', { name: saying('planning.still.ask') }).click();
    await dialog.getByText(words('planning.still.asked', { title: permit.title })).waitFor();
    const bensDay = await scene.openToday(people.ben);
    await bensDay.page.getByText(new RegExp(`Wie let er op ${permit.title}`, 'u')).waitFor();

    await line.getByRole('button', { name: saying('planning.still.move') }).click();
    const move = page.getByRole('dialog', { name: words('planning.still.moveForm.title') });
    await move.getByRole('button', { name: words('planning.still.moveForm.submit') }).click();
    await move.getByText(words('planning.still.moveForm.needed')).waitFor();
    await move.getByText('Ben de Boer', { exact: true }).click();
    await move.getByRole('button', { name: words('planning.still.moveForm.submit') }).click();
    await move.waitFor({ state: 'detached' });
    // Once the server knows what was proposed.
    await adas.quiet();

    await scene.takes(scene.ben, permit.id, 'substitute');
    await line.getByRole('button').first().waitFor({ state: 'detached' });
    await still.getByText(new RegExp(`${permit.title}: bij Ben`, 'u')).waitFor();
    adas.expectPeace();
    bensDay.expectPeace();
  });
});
