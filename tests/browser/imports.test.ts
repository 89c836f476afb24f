import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { runQuery } from '../kit/statement.ts';
import { startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let water: Awaited<ReturnType<typeof startPermits>>['water'];
let teamName: string;

const open = async (person: 'anna' | 'ada'): Promise<Visitor> =>
  openVisitor(browser, { url: application.url, cookie: await application.signIn(water.people[person]) });
const rows = async (statement: string): Promise<number> =>
  (await runQuery(application.database.ownerUrl, statement)).length;
const people = () => rows('SELECT 1 FROM "Person"');

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });
const choose = async (page: Page, file: { name: string; content: Buffer }): Promise<void> => {
  await page.goto('/organisation/import');
  await page.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: '', buffer: file.content });
};
/** From the columns to what would happen. */
const look = async (page: Page): Promise<void> => {
  await button(page, 'imports.try').click();
  await button(page, 'imports.tryAgain').waitFor();
};
const csv = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  ({ water } = await startPermits(application, ['Legesberekening']));
  const [team] = await runQuery<{ name: string }>(
    application.database.ownerUrl,
    'SELECT "name" FROM "Team" WHERE "id" = $1',
    [water.teams.permits],
  );
  teamName = team?.name ?? '';
});
afterAll(async () => {
  await browser.close();
  await application.close();
});

describe('importing people', () => {
  const file = () => ({
    name: 'personeel.csv',
    // As Excel saves it here: Windows-1252, semicolons, decimal commas.
    content: csv(
      'Medewerker;E-mailadres;Afdeling;Contracturen',
      `Zoë Jansen;z.jansen@stad.example;${teamName};28,5`,
      'Bo Vos;b.vos@stad.example;;',
    ),
  });

  it('finds the columns, shows what happens, writes it once, and nothing the second time', async () => {
    const visitor = await open('anna');
    const { page } = visitor;
    const before = await people();
    await choose(page, file());
    await page.getByRole('group', { name: words('imports.columns.title') }).waitFor();
    expect(await page.getByLabel(words('imports.field.email')).inputValue()).toBe('1');
    await look(page);
    await page.getByRole('cell', { name: 'Zoë Jansen' }).waitFor();
    await page.getByRole('cell', { name: '28,5' }).waitFor();
    expect(await people()).toBe(before);

    await page.getByRole('button', { name: 'Importeer 2 rijen' }).click();
    await page.getByText(/^Klaar\. 2 nieuw/u).waitFor();
    expect(await people()).toBe(before + 2);
    await page.getByRole('link', { name: words('imports.to.people') }).click();
    await page.getByText('Zoë Jansen').first().waitFor();

    await choose(page, file());
    await page.getByRole('group', { name: words('imports.columns.title') }).waitFor();
    await look(page);
    await page.getByText(words('imports.nothingChanges')).waitFor();
    expect(await page.getByRole('button', { name: /^Importeer/u }).count()).toBe(0);
    visitor.expectPeace();
    await visitor.close();
  });

  it('says row by row what is not right, and leaves those rows out when asked', async () => {
    const visitor = await open('anna');
    const { page } = visitor;
    const before = await people();
    await choose(page, {
      name: 'fouten.csv',
      content: csv(
        'Naam;E-mailadres;Team;Uren per week',
        'Iris Blom;geen adres;;',
        `Kim Bos;k.bos@stad.example;Team Onbekend;36`,
        'Lou Smit;l.smit@stad.example;;veel',
        'Max Kok;m.kok@stad.example;;',
      ),
    });
    await page.getByRole('group', { name: words('imports.columns.title') }).waitFor();
    await look(page);
    await page.getByText(/Rij 2, kolom E-mailadres: “geen adres” is geen e-mailadres/u).waitFor();
    await page.getByText(/Rij 3, kolom Team: Roer kent geen team “Team Onbekend”/u).waitFor();
    await page.getByText(/Rij 4, kolom Uren per week: “veel” is geen aantal uren/u).waitFor();
    await page.getByText(words('imports.notYet')).waitFor();
    await page.getByRole('checkbox', { name: words('imports.skip') }).check();
    await page.getByRole('button', { name: 'Importeer één rij' }).click();
    await page.getByText(/^Klaar\. Eén nieuw/u).waitFor();
    expect(await people()).toBe(before + 1);
    visitor.expectPeace();
    await visitor.close();
  });

  it('lets people say which column is what, and refuses what is no list', async () => {
    const visitor = await open('anna');
    const { page } = visitor;
    await choose(page, { name: 'eigen.csv', content: csv('Kolom A;Kolom B', 'Noa Prins;n.prins@stad.example') });
    await page.getByLabel(words('imports.field.name')).selectOption({ label: 'Kolom A' });
    await page.getByLabel(words('imports.field.email')).selectOption({ label: 'Kolom B' });
    await look(page);
    await page.getByRole('cell', { name: 'Noa Prins' }).waitFor();

    await choose(page, { name: 'foto.xlsx', content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) });
    await page.getByText(words('imports.fileWrong')).waitFor();
    await page.getByText(words('imports.nothingWritten')).first().waitFor();
    visitor.expectPeace();
    await visitor.close();
  });
});

describe('importing responsibilities', () => {
  it('takes a spreadsheet, and the team sees it without reloading', async () => {
    const [administrator, member] = await Promise.all([open('anna'), open('ada')]);
    await member.page.goto(`/team/${water.teams.permits}`);
    await member.page.getByText('Legesberekening').first().waitFor();
    const content = await writeXlsxFile(
      [
        ['Team', 'Aandachtsgebied', 'Verantwoordelijkheid', 'Uren per week', 'Drager'].map((value) => ({ value })),
        [
          { value: teamName },
          { value: 'Toezicht' },
          { value: 'Controles op straat' },
          { value: 7.5, type: Number },
          { value: 'Ada Yilmaz' },
        ],
      ],
      {},
    ).toBuffer();
    const { page } = administrator;
    await choose(page, { name: 'werk.xlsx', content });
    await page.getByRole('radio', { name: words('imports.kind.responsibilities') }).check();
    await page.locator('input[type=file]').setInputFiles({ name: 'werk.xlsx', mimeType: '', buffer: content });
    await page.getByRole('group', { name: words('imports.columns.title') }).waitFor();
    await look(page);
    await page.getByRole('cell', { name: '7,5' }).waitFor();
    await page.getByRole('button', { name: 'Importeer één rij' }).click();
    await page.getByText(/^Klaar\. Eén nieuw/u).waitFor();
    await member.page.getByText('Controles op straat').first().waitFor();
    administrator.expectPeace();
    member.expectPeace();
    await Promise.all([administrator.close(), member.close()]);
  });

  it('is not there for who does not administer', async () => {
    const visitor = await open('ada');
    await visitor.page.goto('/organisation/import');
    await visitor.page.getByText(words('shell.notFound.title')).waitFor();
    expect(await visitor.page.getByRole('link', { name: words('shell.navigation.import') }).count()).toBe(0);
    await visitor.close();
  });
});
