import { addDays, dateAt } from '@roer/domain/dates';
import type { Page } from 'playwright-core';
import type { TestApplication } from '../kit/application.ts';
import type { Language } from '../kit/browser.ts';
import { runStatement } from '../kit/statement.ts';
import type { Example } from './example.ts';
import { press } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { newId } from './permits.ts';
import { words } from './words.ts';

const path = '/organisation/reorganising';
const fullTime = [480, 480, 480, 480, 240, 0, 0];
const season = Array.from({ length: 12 }, () => 100);

/**
 * A team that closed, which the manager was in, and a plan that is announced for the team of the administrator: nobody else of the pictures
 * reads of it. Gives the administrator's team.
 */
export const planChanges = async (application: TestApplication, { personas }: Example): Promise<string> => {
  const [organisation, ofManager] = [
    application.client(await application.signIn(personas.administrator)).organisation,
    application.client(await application.signIn(personas.manager)),
  ];
  const command = () => ({ commandId: newId<'command'>() });
  const plan = async (made: Parameters<typeof organisation.saveReorganisation.mutate>[0]) => {
    await organisation.saveReorganisation.mutate(made);
    return { reorganisationId: made.reorganisationId, version: 1 };
  };
  const structure = await organisation.structure.query();
  const people = await organisation.people.query();
  const own = people.find(({ id }) => id === personas.administrator)?.memberships[0]?.teamId;
  const at = structure.find(({ teams }) => teams.some(({ id }) => id === own));
  const elsewhere = structure.find((domain) => domain !== at && domain.teams.length > 0);
  const [into] = elsewhere?.teams ?? [];
  const mate = people.find(
    ({ id, memberships }) => id !== personas.administrator && memberships.some(({ teamId }) => teamId === own),
  );
  if (!own || !elsewhere || !into || !mate) throw new Error('The example has more than one team and domain.');

  const teamId = newId<'team'>();
  await organisation.createTeam.mutate({ ...command(), id: teamId, domainId: elsewhere.id, name: 'Binnenstad' });
  const membership = { membershipId: newId<'membership'>(), personId: personas.manager, minutesByWeekday: fullTime };
  await organisation.startMembership.mutate({ ...command(), ...membership, teamId, home: false });
  const areaId = newId<'area'>();
  const work = { areaId, purpose: '', criticality: 2 as const, minutesAWeek: 60, season, catalogueItemId: null };
  await ofManager.responsibilities.add.mutate({
    ...command(),
    teamId,
    areas: [{ id: areaId, name: 'Markt', order: 1 }],
    responsibilities: ['Marktplaatsen toewijzen', 'Contact met de marktmeester'].map((title) => ({
      ...work,
      id: newId<'responsibility'>(),
      title,
    })),
  });
  const done = await plan({
    ...command(),
    reorganisationId: newId<'reorganisation'>(),
    version: 0,
    announce: false,
    name: 'Binnenstad gaat op in de wijken',
    effectiveOn: dateAt(application.clock.now()),
    steps: [{ kind: 'close', teamId, into: into.id }],
  });
  // Nobody wrote about it on the day on which the team closes: then its title is told (rule O30).
  await runStatement(
    application.database.ownerUrl,
    `UPDATE "Responsibility" SET "editedOn" = "editedOn" - 30 WHERE "teamId" = '${teamId}'`,
  );
  await organisation.carryOutReorganisation.mutate({ ...command(), ...done });
  await plan({
    ...command(),
    reorganisationId: newId<'reorganisation'>(),
    version: 0,
    announce: true,
    name: 'Informatie dichter bij de wijken',
    effectiveOn: addDays(dateAt(application.clock.now()), 30),
    steps: [
      { kind: 'moveTeam', teamId: own, domainId: elsewhere.id },
      { kind: 'movePerson', teamId: own, into: into.id, personId: mate.id },
    ],
  });
  return own;
};

const begin = async (page: Page, language: Language): Promise<void> => {
  await press('reorganising.new')(page, language);
  await page.getByLabel(words('reorganising.form.name', {}, language)).fill('Eén team voor buiten');
  await page
    .getByLabel(words('reorganising.form.date', {}, language))
    .fill(await page.evaluate<string>('new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)'));
};
const choose = async (
  page: Page,
  language: Language,
  kind: 'merge' | 'split' | 'close' | 'moveTeam' | 'movePerson',
) => {
  await page.getByLabel(words(`reorganising.form.kinds.${kind}`, {}, language)).check();
  await page.getByLabel(words(`reorganising.form.which.${kind}`, {}, language)).selectOption({ index: 1 });
};
const previewed = (page: Page, language: Language) =>
  page.getByRole('heading', { name: words('reorganising.preview.title', {}, language) }).waitFor();

/** Planning changes of teams, and what teams and those who were in them read of it. */
export const reorganisingPages: readonly PageCase[] = [
  { name: 'reorganising', route: path, as: 'administrator', path: () => path },
  {
    name: 'reorganising-plan',
    route: path,
    as: 'administrator',
    path: () => path,
    first: async (page, language) => {
      await begin(page, language);
      await choose(page, language, 'merge');
      await page.getByLabel(words('reorganising.form.into.merge', {}, language)).selectOption({ index: 1 });
      await press('reorganising.form.add')(page, language);
      await previewed(page, language);
      await choose(page, language, 'split');
      await page.getByLabel(words('reorganising.form.newTeam', {}, language)).fill('Groen en water');
      await page
        .getByRole('group', { name: words('reorganising.form.people', {}, language) })
        .getByRole('checkbox')
        .first()
        .check();
    },
  },
  {
    name: 'reorganising-two-ways',
    route: path,
    as: 'administrator',
    path: () => path,
    first: async (page, language) => {
      await begin(page, language);
      await choose(page, language, 'close');
      await page.getByLabel(words('reorganising.form.into.close', {}, language)).selectOption({ index: 1 });
      await press('reorganising.form.add')(page, language);
      await choose(page, language, 'moveTeam');
      await page.getByLabel(words('reorganising.form.domain', {}, language)).selectOption({ index: 1 });
      await press('reorganising.form.add')(page, language);
      await page
        .getByText(words('reorganising.problem.twoWays', {}, language))
        .first()
        .waitFor();
      await choose(page, language, 'movePerson');
      await page.getByLabel(words('reorganising.form.person', {}, language)).selectOption({ index: 1 });
    },
  },
  {
    name: 'reorganising-carry-out',
    route: path,
    as: 'administrator',
    path: () => path,
    first: press('reorganising.carryOut'),
  },
  {
    name: 'reorganising-undo',
    route: path,
    as: 'administrator',
    path: () => path,
    first: async (page, language) => {
      await press('reorganising.undo')(page, language);
      await page
        .getByRole('dialog')
        .getByText(words('reorganising.undoing.agreed', {}, language))
        .waitFor();
    },
  },
  {
    name: 'reorganising-coming-today',
    route: '/',
    as: 'administrator',
    path: () => '/',
    first: (page) => page.getByText('Informatie dichter bij de wijken').waitFor(),
  },
  {
    name: 'reorganising-coming-members',
    route: '/team/:teamId/members',
    as: 'administrator',
    path: ({ administered }) => `/team/${administered}/members`,
    first: (page, language) =>
      page.getByRole('heading', { name: words('reorganising.upcoming.heading', {}, language) }).waitFor(),
  },
  {
    name: 'reorganising-closed-teams',
    route: '/organisation',
    as: 'manager',
    path: () => '/organisation',
    first: (page, language) =>
      page.getByRole('heading', { name: words('reorganising.former.heading', {}, language) }).waitFor(),
  },
];
