import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringAxe, findings } from '../kit/accessibility.ts';
import { givePassword } from '../kit/accounts.ts';
import type { TestApplication, TestClient } from '../kit/application.ts';
import { connectBrowser, openVisitor } from '../kit/browser.ts';
import type { Language, Visitor } from '../kit/browser.ts';
import { photograph, widths, writeContactSheet } from './contact-sheet.ts';
import { shareContributions } from './contribution-pages.ts';
import { writeGoals } from './goal-pages.ts';
import { beginHandovers } from './handover-pages.ts';
import { writeExample } from './example.ts';
import type { Example } from './example.ts';
import type { PageCase, Places } from './page-case.ts';
import { managersPassword } from './passkey-pages.ts';
import { pageCases } from './pages.ts';
import { newId } from './permits.ts';
import { startIdentityProvider } from '../kit/identity-provider.ts';
import type { IdentityProvider } from '../kit/identity-provider.ts';
import { planChanges } from './reorganising-pages.ts';
import { startServed } from './served.ts';

const themes = ['light', 'dark'] as const;
/** Where nobody will look at pictures, none are taken. */
const isLookedAt = !process.env['CI'];

let browser: Browser;
let application: TestApplication;
let empty: TestApplication;
/** Where people sign in by an identity provider too. */
let besideProvider: TestApplication;
let provider: IdentityProvider;
let example: Example;
let places: Places;

beforeAll(async () => {
  browser = await connectBrowser();
  provider = await startIdentityProvider();
  const doors = { passwords: true, provider: provider.settings() };
  [application, empty, besideProvider] = await Promise.all([
    // By a name, as passkeys need.
    startServed({ hostname: 'localhost' }),
    startServed(),
    startServed({ doors }),
  ]);
  example = await writeExample(application.database);
  // The year of check-ins behind it.
  await application.app.jobs.runDue();
  places = await placesOf();
  await writeGoals(application, example);
  await beginHandovers(application, example);
});
afterAll(async () => {
  if (isLookedAt) await writeContactSheet();
  await browser.close();
  await Promise.all([application, empty, besideProvider, provider].map((each) => each.close()));
});

const placesOf = async (): Promise<Places> => {
  const administrator = application.client(await application.signIn(example.personas.administrator));
  const catalogue = Buffer.from(
    'id;bovenliggend_id;naam;type;omschrijving\n1;;Dienstverlening;Functie;\n2;1;Balie;Functie;Wie binnenkomt, wordt geholpen.\n',
  );
  const file = {
    fileName: 'functies.csv',
    bytes: catalogue.toString('base64'),
    source: 'Functies',
    skipWrongRows: false,
  };
  const { digest } = await administrator.organisation.previewCatalogue.mutate(file);
  await administrator.organisation.importCatalogue.mutate({ ...file, digest, commandId: newId<'command'>() });
  const { invitation } = await administrator.organisation.createPerson.mutate({
    commandId: newId<'command'>(),
    id: newId<'person'>(),
    name: 'Fatma Demir',
    email: 'fatma.demir@noorderkoog.example',
    membership: null,
    invite: true,
  });
  const { personId, organisationId } = await managerOf(administrator);
  const account = { email: 'hanneke.visser@noorderkoog.example', password: managersPassword };
  await givePassword(application, { organisationId, personId }, account);
  const reset = await administrator.organisation.reset.mutate({
    commandId: newId<'command'>(),
    personId,
  });
  const structure = await administrator.organisation.structure.query();
  const own = new Set((await administrator.identity.me.query())?.memberships.map(({ teamId }) => teamId));
  const other = structure.flatMap(({ teams }) => teams).find(({ id }) => !own.has(id));
  return {
    team: example.teamId,
    responsibility: example.responsibility('Brandveiligheid horeca'),
    person: example.personas.overwhelmed,
    otherTeam: other?.id ?? '',
    administered: await planChanges(application, example),
    welcome: pathOf(invitation?.link),
    newPassword: pathOf(reset.link),
    shared: await shareContributions(application, example),
  };
};
const managerOf = async (administrator: TestClient) => {
  const me = await administrator.identity.me.query();
  if (!me) throw new Error('The administrator is signed in.');
  return { organisationId: me.organisation.id, personId: example.personas.manager };
};
const pathOf = (link: string | null | undefined): string => {
  if (!link) throw new Error('Without mail the administrator gets the link.');
  const { pathname, hash, search } = new URL(link);
  return `${pathname}${search}${hash}`;
};

const open = async ({ as }: PageCase, language: Language): Promise<Visitor> => {
  const { url } = as === 'nobodyYet' ? empty : as === 'besideProvider' ? besideProvider : application;
  const isStranger = as === 'nobodyYet' || as === 'stranger' || as === 'besideProvider';
  const cookie = isStranger ? {} : { cookie: await application.signIn(example.personas[as]) };
  return openVisitor(browser, { url, ...cookie, language });
};

/** Until everything that comes later has come: sentences, lists, fonts and panels. */
const settled = async ({ page, quiet }: Visitor): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await quiet();
  await page.evaluate('document.fonts.ready.then(() => true)');
};

/** As tall as the page is, so that bars that stay in view cover nothing. A dialog keeps the size of its window. */
const showWhole = async (page: Page): Promise<void> => {
  const size = page.viewportSize();
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const hasDialog = (await page.getByRole('dialog').count()) > 0;
  if (size && height > size.height && !hasDialog) await page.setViewportSize({ width: size.width, height });
};

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('every page', () => {
  it('is in the table of pages', () => {
    const folder = fileURLToPath(new URL('../../apps/web/src/routes', import.meta.url));
    const sources = readdirSync(folder).filter((file) => file.endsWith('.tsx'));
    const routes = sources.flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/<Route\s+path="([^"]+)"/gu)].map((found) => found[1]),
    );
    const inTable = pageCases.flatMap(({ route }) => route ?? []);
    expect([...new Set(inTable)].toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it.each(pageCases)('$name is accessible and fits, in both languages and themes', async (pageCase) => {
    const dutch = lookAt(pageCase, 'nl');
    if (pageCase.isOfOneWindow) await dutch;
    await Promise.all([dutch, lookAt(pageCase, 'en')]);
  });
});

/** On a desktop and on a phone, by day and in the dark. */
const lookAt = async (pageCase: PageCase, language: Language): Promise<void> => {
  const visitor = await open(pageCase, language);
  const { page } = visitor;
  await bringAxe(visitor);
  if (pageCase.complaint) visitor.expectComplaint(pageCase.complaint);
  const arrive = async (): Promise<void> => {
    await page.goto(pageCase.path(places));
    await settled(visitor);
    if (!pageCase.first) return;
    await pageCase.first(page, language);
    await settled(visitor);
  };
  await arrive();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    if (width === 390 && pageCase.isDialogOnPhone) {
      await arrive();
      await page.getByRole('dialog').first().waitFor();
    }
    await visitor.quiet();
    await showWhole(page);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      if (isLookedAt) await photograph(page, { name: `${pageCase.name}-${language}`, width, theme });
      // By day everything, in the dark what differs.
      const found = await findings(page, { colorsOnly: theme === 'dark' });
      expect.soft(found, `${language} ${width} ${theme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 360, height: 780 });
  expect.soft(await scrollsSideways(page), `${language} scrolls sideways at 360 px`).toBe(false);
  visitor.expectPeace();
  await visitor.close();
};
