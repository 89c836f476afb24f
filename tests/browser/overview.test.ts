import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateAt } from '@roer/domain/dates';
import { deriveBoard } from '@roer/domain/responsibilities/coverage';
import { overviewColumns } from '@roer/domain/responsibilities/overview-csv';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor, VisitorOptions } from '../kit/browser.ts';
import { writeExample } from './example.ts';
import type { Example } from './example.ts';
import { addResponsibilities } from './permits.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

const evil = "=cmd|' /C calc'!A0";

let browser: Browser;
let application: TestApplication;
let example: Example;
let cookie: string;

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  example = await writeExample(application.database);
  cookie = await application.signIn(example.personas.colleague);
  const { teamId } = example;
  await addResponsibilities(application.client(cookie), { teamId, area: 'Kwaad; "erg"', titles: [evil] });
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

const open = async (options: Partial<VisitorOptions> = {}): Promise<Visitor> => {
  const visitor = await openVisitor(browser, { url: application.url, cookie, ...options });
  await visitor.page.goto(`/team/${example.teamId}`);
  await visitor.page.getByRole('link', { name: words('responsibilities.toOverview', {}, options.language) }).click();
  await visitor.page.getByRole('table').first().waitFor();
  return visitor;
};
const download = async ({ page }: Visitor, language: 'nl' | 'en' = 'nl'): Promise<{ name: string; csv: string }> => {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: words('overview.download', {}, language) }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), csv: await text(await file.createReadStream()) };
};

describe('the overview of a team', () => {
  it('R1.11 R1.12 is kept as a file that says what the board says, and starts nothing', async () => {
    const visitor = await open();
    const { name, csv } = await download(visitor);
    expect(name).toMatch(/^overzicht-vergunningen-toezicht-\d{4}-\d\d-\d\d\.csv$/u);
    const rows: Record<string, string>[] = parse(csv, { bom: true, delimiter: ';', columns: true });
    const column = (key: (typeof overviewColumns)[number]) => words(`overview.column.${key}`);
    expect(Object.keys(rows[0] ?? {})).toEqual(overviewColumns.map(column));

    const { teamId } = example;
    const { snapshot } = await application.client(cookie).responsibilities.board.query({ teamId });
    const board = deriveBoard(snapshot, { today: dateAt(Date.now()) }).flatMap(({ area, responsibilities }) =>
      responsibilities.map((row) => ({ ...row, area: area.name })),
    );
    const names = new Map(Object.values(snapshot.member).map((member) => [member.personId, member.name]));
    const shown = rows.map((row) => ({
      area: row[column('area')],
      title: row[column('title')],
      hours: Number(row[column('hours')]?.replace(',', '.')),
      holders: row[column('holders')],
      substitutes: row[column('substitutes')],
    }));
    expect(shown).toEqual(
      board.map((row) => ({
        area: row.area,
        title: row.title === evil ? `'${evil}` : row.title,
        hours: row.minutesAWeek / 60,
        holders: row.holders
          .map(({ personId, sharePercent }) => `${names.get(personId)} (${sharePercent}%)`)
          .join(', '),
        substitutes: row.substitutes.map(({ personId }) => names.get(personId)).join(', '),
      })),
    );
    expect(rows.find((row) => row[column('title')] === 'Kwartaalrapportage')?.[column('duties')]).toContain(
      words('duties.rule.quarterLastWorkday'),
    );
    expect(rows.find((row) => row[column('title')] === 'Controleplan 2027')?.[column('coverage')]).toBe(
      words('overview.coverage.gap'),
    );
    expect(rows.find((row) => row[column('title')] === 'Archief toezichtdossiers')?.[column('coverage')]).toMatch(
      /^slaapt sinds \d+ /u,
    );
    visitor.expectPeace();
    await visitor.close();
  });

  it('R1.11 speaks English to who reads English', async () => {
    const visitor = await open({ language: 'en' });
    const { name, csv } = await download(visitor, 'en');
    expect(name).toMatch(/^overview-/u);
    const rows: Record<string, string>[] = parse(csv, { bom: true, delimiter: ',', columns: true });
    expect(rows.map((row) => row[words('overview.column.title', {}, 'en')])).toContain(`'${evil}`);
    await visitor.close();
  });

  it('prints by itself, black on white, also for who reads on a dark screen', async () => {
    const visitor = await open({ theme: 'dark' });
    const { page } = visitor;
    const style = (name: string): Promise<unknown> => page.evaluate(`getComputedStyle(document.body).${name}`);
    const darkGround = await style('backgroundColor');
    await page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')");
    await page.getByRole('button', { name: words('overview.print') }).click();
    await page.locator('body[data-printed]').waitFor();

    await page.emulateMedia({ media: 'print' });
    expect(await style('backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(darkGround).not.toBe('rgb(255, 255, 255)');
    expect(await style('color')).toBe('rgb(18, 34, 42)');
    for (const role of ['navigation', 'banner', 'button', 'link'] as const)
      expect(await page.getByRole(role).filter({ visible: true }).count(), role).toBe(0);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(evil).first().waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/u);
    visitor.expectPeace();
    await visitor.close();
  });
});
