import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateAt } from '@roer/domain/dates';
import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { aDuty } from '../kit/duties.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { saying, words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
let visitors: Visitor[];
beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, ['Bezwaar en beroep']);
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
});

/** For what comes after a page was loaded and something was saved. */
const patient = { timeout: 20_000 };

const open = async (personId: PersonId | null, path: string): Promise<Visitor> => {
  const cookie = personId === null ? {} : { cookie: await application.signIn(personId) };
  const visitor = await openVisitor(browser, { url: application.url, ...cookie });
  visitors.push(visitor);
  await visitor.page.goto(path);
  await visitor.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  return visitor;
};
const button = (page: Page, key: string, values = {}) =>
  page.getByRole('button', { name: words(`contribution.${key}`, values), exact: true });
const field = (page: Page, key: string) => page.getByLabel(words(`contribution.${key}`), { exact: true });
const saved = (page: Page) => page.getByText(words('contribution.saved.saved'), { exact: true });

/** Ada does a duty today, so that there is evidence. */
const doneByAda = async (title: string): Promise<void> => {
  const { teamId, water } = permits;
  const today = dateAt(Date.now());
  const duty = await aDuty(
    application,
    { teamId, holder: water.people.ada, responsibility: 'Budget en inhuur' },
    { title, rrule: 'FREQ=DAILY', start: today },
  );
  const { responsibilities } = application.client(await application.signIn(water.people.ada));
  const occurrence = { ...duty, recurrenceDate: today, state: 'done' as const, reason: '' };
  await responsibilities.settleOccurrence.mutate({ commandId: newId<'command'>(), teamId, ...occurrence });
};

describe('hier ben ik van', () => {
  it('R9.4 R9.5 R9.7 R9.9 R9.10 is made, published by a link, read by a stranger and withdrawn', async () => {
    const { ada } = permits.water.people;
    await doneByAda('Kwartaalrapportage');
    const visitor = await open(ada, '/');
    const { page } = visitor;
    await page.getByRole('button', { name: words('shell.account', { name: 'Ada Yilmaz' }) }).click();
    await page.getByRole('menuitem', { name: words('shell.navigation.contribution') }).click();
    await page.getByRole('heading', { name: saying('contribution.lead.new') }).waitFor();
    // Nothing is on it by itself.
    await page.getByText(words('contribution.sheet.blank')).waitFor();
    await field(page, 'editor.fromLabel').fill('Ik wil dat mensen snel weten waar ze aan toe zijn.');
    await field(page, 'editor.talentLabel').fill('Lastige overleggen leiden');
    await field(page, 'editor.talentLabel').press('Enter');
    await page.getByRole('checkbox', { name: /^Budget en inhuur/u }).check();
    await button(page, 'results.pickName', { name: 'Kwartaalrapportage' }).click();
    // Whoever picked it writes on at once.
    await page
      .getByLabel(words('contribution.results.text', { name: 'Kwartaalrapportage' }))
      .and(page.locator(':focus'))
      .fill('Sinds dit jaar altijd op tijd.');
    await button(page, 'results.addOwn').click();
    await page.keyboard.type('Nieuwe collega’s wegwijs gemaakt.');
    await button(page, 'results.up', { name: words('contribution.results.own', { number: 2 }) }).click();
    await saved(page).waitFor();
    const sheet = page.getByRole('article');
    await expect.poll(() => sheet.getByRole('listitem').allInnerTexts(), patient).toHaveLength(4);
    const results = await sheet.getByRole('listitem').allInnerTexts();
    expect(results[2]).toContain('Nieuwe collega’s');
    expect(results[3]).toMatch(/Kwartaalrapportage[^]*op tijd[^]*1 keer gedaan, in [a-z]+ \d{4}/u);

    await button(page, 'publish.linkMake').click();
    const address = page.getByText(/\/shared-contribution#[\w-]{43}$/u);
    const link = (await address.textContent()) ?? '';
    const reader = await open(null, link);
    await reader.page.getByRole('heading', { level: 1, name: 'Ada Yilmaz' }).waitFor();
    await reader.page.getByText('Gemeente Waterrijk').waitFor();
    expect(await reader.page.getByRole('article').getByRole('listitem').allInnerTexts()).toEqual(results);
    expect(await reader.page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
    expect(reader.requests.filter((request) => request.includes(link.split('#')[1] ?? ''))).toEqual([]);
    // What is changed afterwards is not there.
    await field(page, 'editor.fromLabel').fill('Iets anders.');
    await page.getByText(words('contribution.publish.aheadLink')).waitFor();
    await reader.page.reload();
    await reader.page.getByText('Ik wil dat mensen snel weten').waitFor();
    await button(page, 'publish.linkEnd').click();
    await page.getByText(words('contribution.publish.private')).waitFor();
    reader.expectComplaint(/404/u);
    await reader.page.reload();
    await reader.page.getByRole('heading', { name: saying('contribution.shared.gone') }).waitFor();
    visitor.expectPeace();
    reader.expectPeace();
  });

  it('R9.7 R9.8 is shown to the team, found on the page of its owner, and gone while it is open', async () => {
    const { ada, ben, dina } = permits.water.people;
    const { learning } = application.client(await application.signIn(ada));
    await learning.writeContribution.mutate({ from: 'Rustig en eerlijk, met Ben.' });
    const { page } = await open(ada, '/contribution');
    await page.getByText(saying('contribution.publish.named', { names: 'Ben de Boer' })).waitFor();
    await page.getByRole('button', { name: /^Laat het zien aan je team/u }).click();
    await page.getByRole('heading', { name: saying('contribution.lead.team') }).waitFor();
    const colleague = await open(ben, `/team/${permits.teamId}/person/${ada}`);
    await colleague.page.getByRole('link', { name: words('contribution.person.page') }).click();
    await colleague.page.getByRole('heading', { level: 1, name: 'Ada Yilmaz' }).waitFor();
    await colleague.page.getByText('Rustig en eerlijk, met Ben.').waitFor();
    const stranger = await open(dina, '/');
    stranger.expectComplaint(/404/u);
    await stranger.page.goto(`/contribution/${ada}`);
    await stranger.page.getByRole('heading', { name: words('shell.notFound.title') }).waitFor();
    colleague.expectComplaint(/404/u);
    await button(page, 'publish.teamHide').click();
    await colleague.page.getByRole('heading', { name: words('shell.notFound.title') }).waitFor();
    colleague.expectPeace();
  });

  it('R9.4 fits one sheet of A4, without anything around it', async () => {
    const { ada } = permits.water.people;
    for (const title of ['Begroting', 'Controle facturen', 'Inhuur']) await doneByAda(title);
    const { learning } = application.client(await application.signIn(ada));
    const { pickable } = await learning.ownContribution.query();
    const { seen } = await learning.writeContribution.mutate({
      from: 'Ik wil dat mensen snel weten waar ze aan toe zijn. '.repeat(8),
      talents: ['Lastige overleggen leiden', 'Brieven begrijpelijk maken', 'Rekenen', 'Luisteren'],
      carries: pickable.carries.map(({ id }) => id),
      results: pickable.evidence.map(({ id, evidence: { kind } }) => ({
        id: newId<'result'>(),
        text: 'Dit jaar voor het eerst zonder een dag vertraging, en met minder vragen achteraf. '.repeat(2),
        evidence: { kind, id } as never,
      })),
    });
    const { link } = await learning.publishContribution.mutate({ to: 'link', seen, days: 7 });
    const { page } = await open(null, link?.path ?? '');
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/gu) ?? [];
    expect(pages).toHaveLength(1);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]/u);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});

describe('my talents', () => {
  it('R9.1 R9.2 R9.3 are said row by row, are there after a reload, and are seen by the team when I say so', async () => {
    const { fatma, ben } = permits.water.people;
    const { page } = await open(fatma, '/contribution/talents');
    const row = page.getByRole('listitem').filter({ hasText: 'Bezwaar en beroep' });
    await row.getByRole('button', { name: words('contribution.talents.gives') }).click();
    await row.getByRole('checkbox').check();
    await field(page, 'talents.freeLabel').fill('Voorzitten');
    await field(page, 'talents.freeLabel').press('Enter');
    await page.getByLabel(words('contribution.talents.fromLabel')).last().fill('Vanuit rust.');
    await saved(page).waitFor();
    await page.reload();
    await row.getByRole('button', { name: words('contribution.talents.gives'), pressed: true }).waitFor();
    expect(await row.getByRole('checkbox').isChecked()).toBe(true);
    const colleague = await open(ben, `/team/${permits.teamId}/person/${fatma}`);
    await colleague.quiet();
    expect(await colleague.page.getByText('Voorzitten').count()).toBe(0);
    await page.getByRole('radio', { name: saying('contribution.talents.team') }).check();
    await colleague.page.getByText('Voorzitten').waitFor();
    await colleague.page.getByText('Vanuit rust.').waitFor();
    await page.getByRole('radio', { name: saying('contribution.talents.me') }).check();
    await colleague.page.getByText('Voorzitten').waitFor({ state: 'detached' });
    colleague.expectPeace();
  });

  it('R9.2 what was typed without a network is kept, and saved when there is one', async () => {
    const { ben } = permits.water.people;
    const visitor = await open(ben, '/contribution/talents');
    const { page, context } = visitor;
    visitor.expectComplaint(/Failed to load|ERR_|net::/u);
    await context.route('**/trpc/learning.writeTalents*', (route) => route.abort());
    await page.getByLabel(words('contribution.talents.fromLabel')).last().fill('In de trein geschreven.');
    await page.getByText(words('contribution.saved.failed')).waitFor();
    await context.unroute('**/trpc/learning.writeTalents*');
    await page.reload();
    await expect
      .poll(async () => {
        const { learning } = application.client(await application.signIn(ben));
        return (await learning.ownTalents.query()).card.from;
      }, patient)
      .toBe('In de trein geschreven.');
  });
});
