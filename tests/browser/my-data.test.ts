import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givePassword } from '../kit/accounts.ts';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import { createClock } from '../kit/clock.ts';
import { createWorld } from '../kit/world.ts';
import type { World, standardWorld } from '../kit/world.ts';
import { plantEverywhere, planted, plantedForOneself, plantedForTeam } from '../features/erasure-scene.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

const password = 'een heel lang wachtwoord';
let browser: Browser;
let directory: string;
let application: TestApplication;
let world: World<typeof standardWorld>;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'roer-files-'));
  browser = await connectBrowser();
  application = await startServed({
    mailer: { send: async () => undefined },
    requestsAMinute: 1_000_000,
    clock: createClock(),
  });
  world = await createWorld(application.database);
  await plantEverywhere({ application, world });
  const person = { organisationId: world.water.id, personId: world.water.people.ada };
  await givePassword(application, person, { email: 'ada@water.example', password });
});
afterAll(async () => {
  await browser.close();
  await application.close();
  await rm(directory, { recursive: true, force: true });
});

const button = (page: Page, key: string) => page.getByRole('button', { name: words(key), exact: true });
const opened = async (who: 'ada' | 'anna', path: string) => {
  const cookie = await application.signIn(world.water.people[who]);
  const visitor = await openVisitor(browser, { url: application.url, cookie });
  await visitor.page.goto(path);
  return visitor;
};

describe('my data', () => {
  it('MD1 MD3 downloads everything that was written, to read and as JSON, after the password', async () => {
    const { page, close, expectComplaint } = await opened('ada', '/account/privacy');
    // A wrong password.
    expectComplaint(/400/u);
    await button(page, 'account.myData.html').click();
    await page.getByText(words('account.myData.passwordMissing')).waitFor();
    const field = page.getByLabel(words('account.myData.password'), { exact: true });
    await field.fill('een ander lang wachtwoord');
    await field.press('Enter');
    await page.getByText(words('errors.wrongPassword')).first().waitFor();
    const files: string[] = [];
    for (const kind of ['html', 'json']) {
      await field.fill(password);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, `account.myData.${kind}`).click(),
      ]);
      const to = join(directory, kind);
      await download.saveAs(to);
      files.push(await readFile(to, 'utf8'));
    }
    for (const file of files) {
      for (const place of [...plantedForTeam, ...plantedForOneself].filter((each) => !isOnlyTheTeams(each)))
        expect(file, place).toContain(planted(place));
      expect(file).toContain('Ada Yilmaz');
      // Of others no name, and nothing secret.
      expect(file).not.toMatch(/Ben de Boer|Mira Vos|tokenHash|wrappedKey/);
    }
    expect(files[0]).toContain('<html lang="nl">');
    expect(files[0]).not.toContain('<script');
    // The file that is read tells moments on the clock of Amsterdam, the other one in ISO 8601.
    const at = /"at": ?"([^"]+)"/u.exec(files[1] ?? '')?.[1] ?? '';
    const clock = new Intl.DateTimeFormat('nl-NL', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Amsterdam',
    });
    expect(files[0]).toContain(clock.format(new Date(/Z|[+-]\d\d:/u.test(at) ? at : `${at}Z`)));
    // What was done in words, and not by the code of it.
    expect(files[1]).toMatch(/"action": ?"responsibility[.]\w+"/u);
    expect(files[0]).not.toMatch(/<td>responsibility[.]\w+<\/td>/u);
    // Contract hours by the names of the days, and not as they are kept.
    expect(files[0]).toMatch(/sinds \d{4}-\d\d-\d\d: maandag \d/u);
    await close();
  });

  it('MD4 MD5 erases after the preview, by keyboard, and lets nobody in any more', async () => {
    const { page, close } = await opened('ada', '/account/erase');
    await page.getByText(words('account.erase.nameless.title')).waitFor();
    await page.getByText(words('account.erase.know.teams', { teams: 'Vergunningen' })).waitFor();
    const submit = button(page, 'account.erase.submit');
    await submit.press('Enter');
    await page.getByText(words('account.erase.notSure')).waitFor();
    await page.getByRole('checkbox', { name: words('account.erase.sure') }).press('Space');
    await page.getByLabel(words('account.myData.password'), { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/sign-in|start/);
    await close();
  });

  it('MD5 an administrator erases somebody from their page', async () => {
    const { page, close } = await opened('anna', `/organisation/people/${world.water.people.ben}`);
    await page.getByRole('link', { name: words('organisation.account.erase') }).click();
    await page.getByRole('checkbox', { name: words('account.erase.sure') }).check();
    await page.getByRole('button', { name: words('account.erase.other.submit', { name: 'Ben de Boer' }) }).click();
    await page.waitForURL(/organisation\/people$/);
    await page.getByText('Dina Amrani').first().waitFor();
    expect(await page.getByText('Ben de Boer').count()).toBe(0);
    await close();
  });
});

/** The name of an area and what a responsibility is for name nobody: they are no data about who typed them. */
function isOnlyTheTeams(place: string): boolean {
  return ['area', 'purpose'].includes(place);
}
