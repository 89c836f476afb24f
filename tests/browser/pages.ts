import { insightPages } from './insight-pages.ts';
import { auditPages } from './audit-pages.ts';
import { intervisiePages } from './intervisie-pages.ts';
import { contributionPages } from './contribution-pages.ts';
import { goalPages } from './goal-pages.ts';
import { learningPages } from './learning-pages.ts';
import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { handoverPages } from './handover-pages.ts';
import { myDataPages } from './my-data-pages.ts';
import { passkeyPages } from './passkey-pages.ts';
import { planningPages } from './planning-pages.ts';
import { reorganisingPages } from './reorganising-pages.ts';
import { words } from './words.ts';

/** Every page, and the states of pages that look different. A route that is not here fails pages.test.ts. */
export const pageCases: readonly PageCase[] = [
  { name: 'start-first-run', route: '/start', as: 'nobodyYet', path: () => '/start' },
  { name: 'start-people', route: '/start', as: 'stranger', path: () => '/start' },
  { name: 'start-own', route: '/start/own', as: 'stranger', path: () => '/start/own' },
  { name: 'sign-in', route: '/sign-in', as: 'stranger', path: () => '/sign-in' },
  { name: 'sign-in-provider', route: '/sign-in', as: 'besideProvider', path: () => '/sign-in' },
  {
    name: 'sign-in-refused',
    route: '/sign-in',
    as: 'besideProvider',
    path: () => '/sign-in?refused=unknownPerson&returnTo=%2Fweek',
  },
  {
    name: 'sign-in-mistakes',
    route: '/sign-in',
    as: 'stranger',
    path: () => '/sign-in',
    first: press('identity.signIn.submit'),
  },
  { name: 'welcome', route: '/welcome', as: 'stranger', path: ({ welcome }) => welcome },
  { name: 'new-password', route: '/new-password', as: 'stranger', path: ({ newPassword }) => newPassword },
  { name: 'link-gone', route: '/welcome', as: 'stranger', path: () => '/welcome#bestaat-niet', complaint: /404/u },
  { name: 'today', route: '/', as: 'overwhelmed', path: () => '/' },
  {
    name: 'today-away',
    route: '/',
    as: 'overwhelmed',
    path: () => '/',
    first: press('offers.absence.button'),
  },
  { name: 'today-without-team', route: '/', as: 'manager', path: () => '/' },
  { name: 'board', route: '/team/:teamId', as: 'colleague', path: team },
  {
    name: 'board-panel',
    route: '/team/:teamId',
    as: 'colleague',
    path: (places) => `${team(places)}?r=${places.responsibility}`,
    isDialogOnPhone: true,
  },
  {
    name: 'board-attention',
    route: '/team/:teamId',
    as: 'colleague',
    path: (places) => `${team(places)}?filter=attention`,
  },
  { name: 'board-mine', route: '/team/:teamId', as: 'overwhelmed', path: (places) => `${team(places)}?filter=mine` },
  {
    name: 'board-new',
    route: '/team/:teamId',
    as: 'colleague',
    path: team,
    first: press('responsibilities.add.one'),
  },
  {
    name: 'board-help',
    route: '/team/:teamId',
    as: 'colleague',
    path: team,
    first: press('offers.help.add'),
  },
  {
    name: 'jump',
    route: '/team/:teamId',
    as: 'colleague',
    path: team,
    first: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').waitFor();
    },
  },
  { name: 'members', route: '/team/:teamId/members', as: 'colleague', path: (places) => `${team(places)}/members` },
  { name: 'load', route: '/team/:teamId/load', as: 'colleague', path: (places) => `${team(places)}/load` },
  {
    name: 'load-week',
    route: '/team/:teamId/load',
    as: 'colleague',
    path: (places) => `${team(places)}/load`,
    isDialogOnPhone: true,
    first: (page, language) =>
      page
        .getByRole('list', { name: words('workload.weeks.picture', {}, language) })
        .getByRole('button')
        .first()
        // By its name and not by its place: what stands above may still come.
        .press('Enter'),
  },
  {
    name: 'load-table',
    route: '/team/:teamId/load',
    as: 'colleague',
    path: (places) => `${team(places)}/load?as=table&scenario=most`,
  },
  {
    name: 'load-try',
    route: '/team/:teamId/load',
    as: 'overwhelmed',
    path: (places) => `${team(places)}/load`,
    first: async (page, language) => {
      const labelled = (key: string) => page.getByLabel(words(`workload.try.${key}`, {}, language), { exact: true });
      await page
        .getByRole('region', { name: words('workload.weeks.heading', {}, language) })
        .getByRole('button', { name: words('workload.weeks.try', {}, language) })
        .click();
      await labelled('item').selectOption({ index: 1 });
      await labelled('receiver').selectOption({ index: 1 });
      await labelled('last').selectOption({ index: 3 });
      await press('workload.try.add')(page, language);
    },
  },
  {
    name: 'obstacles',
    route: '/team/:teamId/obstacles',
    as: 'colleague',
    path: (places) => `${team(places)}/obstacles`,
  },
  {
    name: 'obstacles-new',
    route: '/team/:teamId/obstacles',
    as: 'colleague',
    path: (places) => `${team(places)}/obstacles`,
    first: press('insights.team.add'),
  },
  { name: 'year', route: '/team/:teamId/year', as: 'colleague', path: (places) => `${team(places)}/year` },
  {
    name: 'person-in-team',
    route: '/team/:teamId/person/:personId',
    as: 'colleague',
    path: (places) => `${team(places)}/person/${places.person}`,
  },
  {
    name: 'overview',
    route: '/team/:teamId/overview',
    as: 'colleague',
    path: (places) => `${team(places)}/overview`,
  },
  {
    name: 'board-duty',
    route: '/team/:teamId',
    as: 'colleague',
    path: (places) => `${team(places)}?r=${places.responsibility}`,
    isDialogOnPhone: true,
    first: async (page, language) => {
      await press('duties.add')(page, language);
      await page.getByLabel(words('duties.form.often', {}, language)).selectOption('year');
    },
  },
  {
    name: 'board-note',
    route: '/team/:teamId',
    as: 'colleague',
    path: (places) => `${team(places)}?r=${places.responsibility}`,
    isDialogOnPhone: true,
    first: async (page, language) => {
      await press('notes.add')(page, language);
      await page.getByRole('heading', { name: words('notes.newTitle', {}, language) }).waitFor();
    },
  },
  {
    name: 'members-from-outside',
    route: '/team/:teamId/members',
    as: 'administrator',
    path: ({ otherTeam }) => `/team/${otherTeam}/members`,
  },
  { name: 'structure', route: '/organisation', as: 'administrator', path: () => '/organisation' },
  { name: 'structure-read', route: '/organisation', as: 'colleague', path: () => '/organisation' },
  { name: 'people', route: '/organisation/people', as: 'administrator', path: () => '/organisation/people' },
  {
    name: 'invite',
    route: '/organisation/people',
    as: 'administrator',
    path: () => '/organisation/people',
    first: press('organisation.people.invite'),
  },
  {
    name: 'person',
    route: '/organisation/people/:personId',
    as: 'administrator',
    path: ({ person }) => `/organisation/people/${person}`,
  },
  { name: 'import', route: '/organisation/import', as: 'administrator', path: () => '/organisation/import' },
  {
    name: 'import-columns',
    isOfOneWindow: true,
    route: '/organisation/import',
    as: 'administrator',
    path: () => '/organisation/import',
    first: async (page, language) => {
      const text = 'Naam;E-mail;Team;Uren\nNova Smit;n.smit@noorderkoog.example;Bestaat niet;36,5\n';
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await press('imports.try')(page, language);
      await page.getByRole('heading', { name: words('imports.wrongRows', {}, language) }).waitFor();
    },
  },
  { name: 'catalogue', route: '/organisation/catalogue', as: 'administrator', path: () => '/organisation/catalogue' },
  {
    name: 'catalogue-import',
    route: '/organisation/catalogue',
    as: 'administrator',
    path: () => '/organisation/catalogue',
    first: press('catalogue.importFile'),
  },
  { name: 'check-in', route: '/check-in', as: 'colleague', path: () => '/check-in' },
  { name: 'check-in-governs', route: '/check-in', as: 'administrator', path: () => '/check-in' },
  { name: 'about-me', route: '/check-in/about-me', as: 'colleague', path: () => '/check-in/about-me' },
  { name: 'account', route: '/account', as: 'colleague', path: () => '/account' },
  {
    name: 'account-calendar',
    route: '/account',
    as: 'colleague',
    path: () => '/account',
    first: async (page, language) => {
      // In the second language it is there already.
      const [make, renew] = ['make', 'renew'].map((key) =>
        page.getByRole('button', { name: words(`account.calendar.${key}`, {}, language), exact: true }),
      );
      if (make && renew) await make.or(renew).click();
      await page.getByText(words('account.calendar.how', {}, language)).waitFor();
    },
  },
  { name: 'stored', route: '/account/privacy', as: 'colleague', path: () => '/account/privacy' },
  { name: 'unsubscribe', route: '/unsubscribe/:token', as: 'stranger', path: () => '/unsubscribe/somebody' },
  ...auditPages,
  ...contributionPages,
  ...goalPages,
  ...handoverPages,
  ...insightPages,
  ...intervisiePages,
  ...learningPages,
  ...myDataPages,
  ...passkeyPages,
  ...planningPages,
  ...reorganisingPages,
  { name: 'not-found', route: null, as: 'colleague', path: () => '/dit/is-er-niet' },
];
