import { buffer } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quarterToShow, quarterText } from '@roer/domain/insights/quarter';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { DemoPersona } from '@roer/db/demo/personas';
import type { Visitor } from '../kit/browser.ts';
import { writeExample } from './example.ts';
import type { Example } from './example.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let example: Example;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  example = await writeExample(application.database);
  // The year of check-ins behind it.
  await application.app.jobs.runDue();
});
afterAll(async () => {
  for (const visitor of visitors) await visitor.close();
  await browser.close();
  await application.close();
});

const open = async (as: DemoPersona, path: string): Promise<Page> => {
  const cookie = await application.signIn(example.personas[as]);
  const visitor = await openVisitor(browser, { url: application.url, cookie });
  visitors.push(visitor);
  await visitor.page.goto(path);
  await visitor.page.getByRole('heading', { level: 3 }).first().waitFor();
  return visitor.page;
};
const teamName = 'Vergunningen & Toezicht';
/** What a page says of one team in pictures: the words that stand for them. */
const said = (page: Page): Promise<string[]> =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: teamName, exact: true }) })
    .getByRole('img')
    .evaluateAll((all) => all.map((each) => (each as { ariaLabel?: string }).ariaLabel ?? ''));

describe('a quarter on a page of its own', () => {
  it('I1.8 I2.3 says of a team the same to who leads it and to the team, through both quarters', async () => {
    const manager = await open('manager', '/insight');
    await manager
      .getByRole('link', { name: words('dashboard.toQuarter') })
      .first()
      .click();
    await manager.getByLabel(words('dashboard.quarter.choose.against')).selectOption('before');
    await manager.getByRole('heading', { level: 4 }).first().waitFor();
    const member = await open('colleague', `/team/${example.teamId}/quarter?against=before`);
    const forManager = await said(manager);
    // Three pictures of each of the two quarters, and every period in words.
    expect(forManager).toHaveLength(6);
    expect(forManager[0]).toMatch(/licht|midden|zwaar|geen uitslag/u);
    expect(await said(member)).toEqual(forManager);
    for (const page of [manager, member]) expect(page.url()).toContain('against=before');
  });

  it('I1.10 I1.11 goes along as a file that says what the page shows, and what to do without a result', async () => {
    const page = await open('manager', '/insight/quarter?against=before');
    const coming = page.waitForEvent('download');
    await page
      .getByRole('button', { name: words('dashboard.csv') })
      .first()
      .click();
    const file = await coming;
    const text = (await buffer(await file.createReadStream())).toString();
    expect(file.suggestedFilename()).toContain(quarterText(quarterToShow(Date.now())));
    const lines = text.split('\r\n').filter((line) => line.includes(teamName));
    const inPictures = (await said(page)).filter((label) => label.startsWith(words('dashboard.quarter.head.summary')));
    const periods = inPictures.flatMap(
      (label) => label.match(/: (?:licht|midden|zwaar|geen uitslag|uitslag komt nog)/gu) ?? [],
    );
    expect(lines).toHaveLength(periods.length);
    for (const [index, period] of periods.entries()) expect(lines[index]).toContain(`;${period.slice(2)};`);
    expect(text).toContain('Ga langs en vraag het.');
  });

  it('I1.12 is printed without navigation or buttons, each domain on its own sheet, and nothing is cut', async () => {
    const page = await open('manager', '/insight/quarter?against=before');
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['navigation', 'button', 'combobox'] as const)
      for (const each of await page.getByRole(hidden).all()) expect(await each.isVisible()).toBe(false);
    const heads = await page.getByText(/^Leefomgeving, het /u).all();
    for (const head of heads) expect(await head.isVisible()).toBe(true);
    expect(await page.getByText(words('dashboard.quarter.means')).isVisible()).toBe(true);
    const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    expect(await rows.evaluateAll((all) => all.map((row) => getComputedStyle(row as never).breakInside))).toEqual(
      Array.from({ length: await rows.count() }, () => 'avoid'),
    );
    // A quarter of three groups is one sheet, and a landscape one.
    await page.goto('/insight/quarter');
    await page.getByRole('heading', { level: 3, includeHidden: true }).first().waitFor();
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/gu)).toHaveLength(1);
    expect(paper).toMatch(/MediaBox \[0 0 84\d\.\d+ 59\d/u);
  });
});
