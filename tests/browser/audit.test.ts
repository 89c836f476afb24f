import { buffer } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerId } from '@roer/domain/audit/kinds';
import type { PersonId } from '@roer/domain/ids';
import type { TestApplication } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Visitor } from '../kit/browser.ts';
import { runStatement } from '../kit/statement.ts';
import { newId, startPermits } from './permits.ts';
import { startServed } from './served.ts';
import { words } from './words.ts';

let browser: Browser;
let application: TestApplication;
let permits: Awaited<ReturnType<typeof startPermits>>;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await connectBrowser();
  application = await startServed();
  permits = await startPermits(application, ['Eerste']);
});
afterAll(async () => {
  for (const visitor of visitors) await visitor.close();
  await browser.close();
  await application.close();
});

const open = async (personId: PersonId, path: string) => {
  const visitor = await openVisitor(browser, { url: application.url, cookie: await application.signIn(personId) });
  visitors.push(visitor);
  await visitor.page.goto(path);
  return visitor;
};

describe('the log', () => {
  it('AU5 is read, narrowed and downloaded by an administrator; a manager finds no such page', async () => {
    const { anna, mira } = permits.water.people;
    const client = application.client(await application.signIn(anna));
    // Who narrowed nothing is not told to choose otherwise.
    const early = await open(anna, '/organisation/audit');
    await early.page.getByText(words('audit.empty.yetTitle')).waitFor();
    await client.organisation.createDomain.mutate({
      commandId: newId<'command'>(),
      id: newId<'domain'>(),
      name: 'Groen en water',
    });
    await client.organisation.startMembership.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      membershipId: newId<'membership'>(),
      personId: permits.water.people.eva,
      minutesByWeekday: [480, 0, 0, 0, 0, 0, 0],
      home: false,
    });
    const appoint = { commandId: newId<'command'>(), id: newId<'appointment'>(), personId: permits.water.people.ben };
    await client.organisation.appoint.mutate({
      ...appoint,
      kind: 'manager',
      domainId: permits.water.domains.care,
    });
    const { page, expectPeace } = await open(anna, '/organisation/audit');
    await page.getByText(/ gaf iemand een rol: Ben de Boer [(]leiding van Sociaal domein[)][.]$/u).waitFor();
    await page.getByText(/ zette iemand in een team: Eva Jansen [(]Vergunningen[)][.]$/u).waitFor();
    const line = page.getByText(/ maakte een domein: Groen en water[.]$/u);
    await line.waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: words('audit.download') }).click();
    const text = (await buffer(await (await coming).createReadStream())).toString();
    expect(text).toContain(';maakte een domein;Groen en water\r\n');
    expect(text).toContain(';gaf iemand een rol;Ben de Boer (leiding van Sociaal domein)\r\n');
    expect(text).toContain(';zette iemand in een team;Eva Jansen (Vergunningen)\r\n');
    await page.getByLabel(words('audit.group.label'), { exact: true }).selectOption('rights');
    await line.waitFor({ state: 'hidden' });
    await page.getByLabel(words('audit.group.label'), { exact: true }).selectOption('');
    await page
      .getByRole('button', { name: /^Toon alleen Anna/u })
      .first()
      .click();
    await line.waitFor();
    await page.getByRole('button', { name: words('audit.everybody') }).click();
    await page.getByLabel(words('audit.day')).fill('2020-01-01');
    await page.getByText(words('audit.empty.title')).waitFor();
    await page.getByText(words('audit.chain.never')).waitFor();
    expectPeace();
    const other = await open(mira, '/organisation/audit');
    await other.page.getByRole('heading', { name: words('shell.notFound.title') }).waitFor();
  });

  it('AU10 tells what the provider did as its doing, and of that nobody to choose another password', async () => {
    const { water } = permits;
    const noteBy = (actorId: string, action: string): Promise<void> =>
      runStatement(
        application.database.ownerUrl,
        `INSERT INTO "AuditEntry" ("organisationId", "id", "actorId", "action", "subjectId", "detail", "at")
         VALUES ('${water.id}', '${newId()}', '${actorId}', '${action}', '${water.people.dina}', '{}', now())`,
      );
    await noteBy(providerId, 'person.followGroups');
    const { page, expectPeace } = await open(water.people.dina, '/account');
    const show = async () => page.getByRole('button', { name: words('audit.own.show') }).click();
    await show();
    await page.getByText(`${words('audit.provider')} ${words('audit.action.person.followGroups')}.`).waitFor();
    await page.getByText(words('audit.own.provider')).waitFor();
    // The session of the test is a sign-in of hers.
    await page.getByText(words('audit.own.strange')).waitFor();
    await runStatement(application.database.ownerUrl, `DELETE FROM "SignIn"`);
    await page.reload();
    await show();
    await page.getByText(words('audit.own.provider')).waitFor();
    expect(await page.getByText(words('audit.own.strange')).count()).toBe(0);
    expectPeace();
  });

  it('is in sight in the bar on a phone, where not all pages fit', async () => {
    const { page, expectPeace } = await open(permits.water.people.anna, '/organisation/structure');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/organisation/audit');
    const link = page.getByRole('link', { name: words('shell.navigation.audit'), exact: true });
    await link.waitFor();
    const box = await link.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expectPeace();
  });

  it('AU10 says that one’s own log could not be fetched, and asks again', async () => {
    const { page, expectComplaint, expectPeace } = await open(permits.water.people.ada, '/account');
    await page.route(/audit[.]mine/u, (route) => route.abort());
    await page.getByRole('button', { name: words('audit.own.show'), exact: true }).click();
    const own = page.locator('section').filter({ hasText: words('audit.own.title') });
    await own.getByRole('alert').getByText(words('errors.unreachable')).waitFor();
    await page.unroute(/audit[.]mine/u);
    await own.getByRole('button', { name: words('audit.again') }).click();
    await own.getByRole('listitem').first().waitFor();
    expectComplaint(/ERR_FAILED/u);
    expectPeace();
  });

  it('AU6 tells a team in words who changed what in it', async () => {
    const { ada, ben } = permits.water.people;
    const [responsibilityId = newId<'responsibility'>()] = permits.ids;
    const client = application.client(await application.signIn(ben));
    await client.responsibilities.takeOver.mutate({
      commandId: newId<'command'>(),
      teamId: permits.teamId,
      responsibilityId,
      assignmentId: newId<'assignment'>(),
      role: 'holder',
      sharePercent: 100,
    });
    const { page, expectPeace } = await open(ada, `/team/${permits.teamId}/members`);
    await page.getByRole('link', { name: words('audit.toTeam') }).click();
    await page.getByText(/^Ben .+ nam een verantwoordelijkheid op zich: Eerste[.]$/u).waitFor();
    expectPeace();
  });
});
