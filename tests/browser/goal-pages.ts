import type { Page } from 'playwright-core';
import type { Language } from '../kit/browser.ts';
import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

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
    name: 'goal-gone',
    route: '/team/:teamId/learning/goal/:goalId',
    as: 'colleague',
    path: (places) => `${team(places)}/learning/goal/00000000-0000-4000-8000-000000000000`,
    complaint: /404/u,
  },
];
