import type { Page } from 'playwright-core';
import type { Language } from '../kit/browser.ts';
import type { TestApplication } from '../kit/application.ts';
import { makeGoal, timelessId, writeField } from '../kit/goals.ts';
import type { Example } from './example.ts';
import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

/** A goal that the team sees, a buddy who reads along, something to look back on, and another goal that waits. */
export const writeGoals = async (application: TestApplication, { teamId, personas }: Example): Promise<void> => {
  const owner = application.client(await application.signIn(personas.overwhelmed));
  const buddy = application.client(await application.signIn(personas.colleague));
  const other = await makeGoal(owner, { teamId, title: 'Een vergadering kort houden' });
  await owner.learning.setGoal.mutate({ goalId: other, state: 'paused', stepAudience: 'team' });
  const goalId = await makeGoal(owner, { teamId, title: 'Legesberekening zelf kunnen' });
  const texts = {
    wish: 'Leges berekenen bij een gewone bouwaanvraag.',
    outcome: 'Frank kan met een gerust hart weg en ik begrijp de vragen van aanvragers.',
    obstacle: 'Op dinsdag schuift de intake er altijd voor.',
    occasion: 'het dinsdag half tien is en de intake klaar is',
    action: 'kijk ik een half uur mee met Frank',
  } as const;
  for (const field of ['wish', 'outcome', 'obstacle', 'occasion', 'action'] as const)
    await writeField(owner, { goalId, field, value: texts[field] });
  const id = timelessId<'buddy'>();
  await owner.learning.askBuddy.mutate({ id, teamId, personId: personas.colleague });
  await buddy.learning.answerBuddy.mutate({ id, agrees: true });
  await owner.learning.setGoal.mutate({
    goalId,
    state: 'active',
    stretch: 'stretch',
    stepAudience: 'team',
    planAudience: 'buddy',
  });
  const text = 'Ik keek mee bij twee aanvragen. De tweede rekende ik zelf na.';
  await owner.learning.reflect.mutate({ id: timelessId(), goalId, occurred: true, text, audience: 'me' });
};

const toGoal =
  (title: string): NonNullable<PageCase['first']> =>
  async (page) => {
    await page.getByRole('main').getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };

const newGoal: PageCase['path'] = (places) => `${team(places)}/learning/goal/new`;

const begin = async (page: Page, language: Language): Promise<void> => {
  await page.getByLabel(words('goals.fields.title', {}, language)).fill('Legesberekening zelf kunnen');
  await press('goals.new.make')(page, language);
  const wish = page.getByLabel(words('goals.fields.wish', {}, language), { exact: true });
  await wish.fill('Leges berekenen bij een gewone bouwaanvraag.');
  await page.getByText(words('goals.sending.sent', {}, language)).waitFor();
};

/** One's own learning: what there is, a new goal, and a goal that is filled in. */
export const goalPages: readonly PageCase[] = [
  {
    name: 'goals-mine',
    route: '/team/:teamId/learning/mine',
    as: 'overwhelmed',
    path: (places) => `${team(places)}/learning/mine`,
  },
  {
    name: 'goal-new',
    route: '/team/:teamId/learning/goal/new',
    as: 'overwhelmed',
    path: newGoal,
    // Without a title it says what is missing.
    first: press('goals.new.make'),
  },
  { name: 'goal', route: '/team/:teamId/learning/goal/:goalId', as: 'overwhelmed', path: newGoal, first: begin },
  {
    name: 'goals-mine-new',
    route: '/team/:teamId/learning/mine',
    as: 'colleague',
    path: (places) => `${team(places)}/learning/mine`,
  },
  {
    name: 'goal-active',
    route: '/team/:teamId/learning/goal/:goalId',
    as: 'overwhelmed',
    path: (places) => `${team(places)}/learning/mine`,
    first: toGoal('Legesberekening zelf kunnen'),
  },
  {
    name: 'goal-buddy',
    route: '/team/:teamId/learning/goal/:goalId',
    as: 'colleague',
    path: (places) => `${team(places)}/learning`,
    first: toGoal('Legesberekening zelf kunnen'),
  },
  {
    name: 'goal-read',
    route: '/team/:teamId/learning/goal/:goalId',
    as: 'colleague',
    path: (places) => `${team(places)}/learning`,
    first: toGoal('Een vergadering kort houden'),
  },
  {
    name: 'learning-with-goal',
    route: '/team/:teamId/learning',
    as: 'overwhelmed',
    path: (places) => `${team(places)}/learning`,
  },
  {
    name: 'goal-gone',
    route: '/team/:teamId/learning/goal/:goalId',
    as: 'colleague',
    path: (places) => `${team(places)}/learning/goal/00000000-0000-4000-8000-000000000000`,
    complaint: /404/u,
  },
];
