import { dateAt } from '@roer/domain/dates';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import { startPermits } from './permits.ts';
import { newId } from './permits.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let water: Awaited<ReturnType<typeof startPermits>>['water'];

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  ({ water } = await startPermits(application, ['Legesberekening']));
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

const open = async (person: 'anna' | 'dina' | 'ada', path: string) => {
  const visitor = await openVisitor(browser, {
    url: application.url,
    cookie: await application.signIn(water.people[person]),
  });
  await visitor.page.goto(path);
  return visitor;
};
const press = (page: Page, key: string): Promise<void> =>
  page.getByRole('button', { name: words(key), exact: true }).click();

describe('changing teams', () => {
  it('O20 O21 O27 O31 an administrator plans a merger, sees what it does, carries it out and takes it back while both teams look', async () => {
    const [anna, ada, dina] = [
      await open('anna', '/organisation'),
      await open('ada', `/team/${water.teams.permits}`),
      await open('dina', `/team/${water.teams.green}`),
    ];
    const { page } = anna;
    const visitors = [anna, ada, dina];
    await ada.page.getByRole('link', { name: 'Legesberekening', exact: true }).waitFor();
    await dina.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();

    await page.getByRole('link', { name: words('reorganising.open') }).click();
    await press(page, 'reorganising.new');
    await page.getByLabel(words('reorganising.form.name')).fill('Eén team voor buiten');
    await page.getByLabel(words('reorganising.form.kinds.merge')).check();
    await page.getByLabel(words('reorganising.form.which.merge')).selectOption({ label: 'Vergunningen' });
    await page.getByLabel(words('reorganising.form.into.merge')).selectOption({ label: 'Groen' });
    await press(page, 'reorganising.form.add');
    await page.getByRole('heading', { name: words('reorganising.preview.title') }).waitFor();
    await page.getByText('2 mensen komen erbij').waitFor();
    await page.getByText('één verantwoordelijkheid komt erbij').waitFor();
    // Of the work of a team an administrator sees counts alone.
    expect(await page.getByText('Legesberekening').count()).toBe(0);
    // What was typed is there after a reload.
    await page.reload();
    await press(page, 'reorganising.new');
    await page.getByText('2 mensen komen erbij').waitFor();
    await press(page, 'reorganising.form.announce');
    await page.getByRole('heading', { name: 'Eén team voor buiten' }).waitFor();

    // In the morning the team reads that it will change, and from there what it means.
    const ben = await open('ada', '/');
    visitors.push(ben);
    await ben.page.getByText(/^Vergunningen verandert op .*: Eén team voor buiten\./u).waitFor();
    await ben.page.getByRole('link', { name: 'Bekijk wat dat voor jullie betekent' }).click();
    await ben.page
      .getByRole('heading', { name: words('reorganising.upcoming.heading') })
      .and(ben.page.locator(':focus'))
      .waitFor();
    await ben.page.getByRole('heading', { name: words('reorganising.upcoming.heading') }).waitFor();
    await ben.page.getByText(words('reorganising.upcoming.nothing')).waitFor();

    await press(page, 'reorganising.carryOut');
    await press(page, 'reorganising.carrying.submit');
    await page.getByText(/^Uitgevoerd op /u).waitFor();
    await dina.page.getByRole('link', { name: 'Legesberekening', exact: true }).waitFor();
    await ada.page.getByRole('link', { name: 'Legesberekening', exact: true }).waitFor({ state: 'detached' });
    await ada.page.goto('/organisation');
    await ada.page.getByRole('heading', { name: words('reorganising.former.heading') }).waitFor();
    await ada.page.getByText('Legesberekening: nu bij Groen').waitFor();
    await ada.page.getByText(words('reorganising.former.results'), { exact: true }).click();
    await ada.page.getByRole('heading', { name: words('check-in.results.title') }).waitFor();

    await press(page, 'reorganising.undo');
    await page.getByRole('dialog').getByText('één verantwoordelijkheid gaat weg').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('reorganising.undoing.submit'), exact: true })
      .click();
    await page.getByText(/daarna teruggedraaid\.$/u).waitFor();
    await dina.page.getByRole('link', { name: 'Legesberekening', exact: true }).waitFor({ state: 'detached' });
    await ada.page.goto(`/team/${water.teams.permits}`);
    await ada.page.getByRole('link', { name: 'Legesberekening', exact: true }).waitFor();
    for (const visitor of visitors) {
      // Who looks at a team that ends asks once more and finds nothing.
      visitor.expectComplaint(/ 404 /u);
      visitor.expectPeace();
      await visitor.close();
    }
  });

  it('O26 says why a plan cannot be carried out or taken back while nobody can see what it does, and asks again', async () => {
    const { organisation } = application.client(await application.signIn(water.people.anna));
    const reorganisationId = newId<'reorganisation'>();
    await organisation.saveReorganisation.mutate({
      commandId: newId(),
      reorganisationId,
      version: 0,
      announce: false,
      name: 'Dina helpt vergunningen',
      effectiveOn: dateAt(application.clock.now()),
      steps: [
        { kind: 'movePerson', teamId: water.teams.green, into: water.teams.permits, personId: water.people.dina },
      ],
    });
    const anna = await open('anna', '/organisation/reorganising');
    const { page } = anna;
    const dialog = page.getByRole('dialog');
    const plan = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Dina helpt vergunningen' }) });
    for (const [act, submit, preview, done] of [
      ['carryOut', 'carrying', 'previewReorganisation', /^Uitgevoerd op /u],
      ['undo', 'undoing', 'previewUndoReorganisation', /daarna teruggedraaid\.$/u],
    ] as const) {
      let fail: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (fail = resolve));
      await page.route(`**/trpc/organisation.${preview}*`, async (route) => {
        await held;
        await route.abort();
      });
      await press(page, `reorganising.${act}`);
      const send = dialog.getByRole('button', { name: words(`reorganising.${submit}.submit`), exact: true });
      await dialog.getByText(words('reorganising.preview.looking')).waitFor();
      expect(await send.getAttribute('aria-disabled')).toBe('true');
      fail();
      await dialog.getByRole('alert').getByText(words('errors.unreachable')).waitFor();
      await dialog.getByText(words('reorganising.preview.needed')).waitFor();
      expect(await send.getAttribute('aria-disabled')).toBe('true');
      await page.unroute(`**/trpc/organisation.${preview}*`);
      await dialog.getByRole('button', { name: words('organisation.again') }).click();
      await dialog.getByRole('heading', { name: 'Groen' }).waitFor();
      await send.click();
      await plan.getByText(done).waitFor();
    }
    anna.expectComplaint(/ERR_FAILED/u);
    anna.expectPeace();
    await anna.close();
  });
});
