import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, eventually, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { runQuery } from '../kit/statement.ts';
import { startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

const path = fileURLToPath(new URL('../../../shared/data/gemma-business-functions.csv', import.meta.url));
const text = (): string => {
  if (!existsSync(path))
    throw new Error(`These tests read ../shared/data/gemma-business-functions.csv, beside the project.`);
  return readFileSync(path, 'utf8');
};
const source = 'GEMMA bedrijfsfuncties';
const counts = async (): Promise<number> =>
  (await runQuery(application.database.ownerUrl, 'SELECT 1 FROM "CatalogueItem"')).length;

let browser: Browser;
let application: TestApplication;
let water: Awaited<ReturnType<typeof startPermits>>['water'];

const open = async (person: 'anna' | 'ada'): Promise<Visitor> =>
  openVisitor(browser, { url: application.url, cookie: await application.signIn(water.people[person]) });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Chooses a file on the catalogue page, and waits until its dry run is there. */
const tryFile = async (page: Page, { name, content }: { name: string; content: string | Buffer }): Promise<void> => {
  await page.goto('/organisation/catalogue');
  await button(page, words('catalogue.importFile')).click();
  const files = page.locator('input[type=file]');
  await files.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  const field = page.getByLabel(words('catalogue.import.source'));
  await field.fill(source);
  await field.blur();
};

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  ({ water } = await startPermits(application, ['Legesberekening']));
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

describe('importing the catalogue of the national reference architecture', () => {
  it('shows a damaged copy by line, column and reason, and writes nothing', async () => {
    const visitor = await open('anna');
    const { page } = visitor;
    const [head = '', first = '', ...rest] = text().split(/\r?\n/u);
    await tryFile(page, { name: 'dubbel.csv', content: [head, first, first, ...rest].join('\n') });
    await page.getByText(/Regel 3, kolom id: Hetzelfde nummer staat ook op regel 2/u).waitFor();
    // The button says why it cannot be used yet, and does nothing.
    await page.getByText(words('catalogue.import.notYet')).first().waitFor();
    expect(await counts()).toBe(0);

    const withoutNames = [head.replace('naam;', ''), first, ...rest].join('\n');
    await tryFile(page, { name: 'zonder-naam.csv', content: withoutNames });
    await page.getByText(/Er is geen kolom voor de naam/u).waitFor();
    await page.getByText(words('catalogue.import.nothingWritten')).first().waitFor();
    expect(await counts()).toBe(0);
    visitor.expectPeace();
    await visitor.close();
  });

  it('takes 304 rows once, and changes nothing the second time', async () => {
    const visitor = await open('anna');
    const { page } = visitor;
    await tryFile(page, { name: 'gemma.csv', content: text() });
    await page.getByText(/304 regels: 304 nieuw\. Alles klopt\./u).waitFor();
    expect(await counts()).toBe(0);
    await button(page, /Importeer 304 regels/u).click();
    await page.getByText(/Klaar\. 304 nieuw/u).waitFor();
    expect(await counts()).toBe(304);
    await page.getByText(/304 onderdelen/u).waitFor();

    // The same content as other offices keep it, with line ends of Windows.
    await tryFile(page, { name: 'gemma.csv', content: text().replaceAll(/\r?\n/gu, '\r\n') });
    await page.getByText(/304 regels: 304 gelijk\. Er verandert niets\./u).waitFor();
    expect(await button(page, /^Importeer \d/u).count()).toBe(0);
    expect(await counts()).toBe(304);
    visitor.expectPeace();
    await visitor.close();
  });

  it('lets a team choose from it: what is chosen comes with the area above it', async () => {
    const visitor = await open('ada');
    const { page } = visitor;
    await page.goto(`/team/${water.teams.permits}`);
    await button(page, words('responsibilities.add.more')).click();
    await page.getByRole('menuitem', { name: words('responsibilities.add.catalogue') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words('responsibilities.catalogue.search')).fill('klantafspraak');
    await dialog.getByRole('checkbox', { name: /Aanmaken c\.q\. wijzigen klantafspraak/u }).check({ force: true });
    await dialog.getByRole('button', { name: /^Voeg 1 toe/u }).click();
    await page.getByRole('link', { name: 'Aanmaken c.q. wijzigen klantafspraak' }).waitFor();

    // The page shows it before it is saved.
    const adopted = () =>
      runQuery<{ area: string; parent: string }>(
        application.database.ownerUrl,
        `SELECT a."name" AS area, p."name" AS parent FROM "Responsibility" r JOIN "Area" a ON a."id" = r."areaId"
         JOIN "CatalogueItem" c ON c."id" = r."catalogueItemId"
         JOIN "CatalogueItem" p ON p."externalId" = c."parentExternalId"`,
      );
    await eventually(async () => (await adopted()).length, 1);
    const [row] = await adopted();
    expect(row?.area).toBe(row?.parent);
    await page.getByRole('heading', { name: row?.area ?? '' }).waitFor();
    visitor.expectPeace();
    await visitor.close();
  });
});
