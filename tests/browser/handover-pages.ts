import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

const list = (places: Parameters<typeof team>[0]): string => `${team(places)}/handover`;

/** Opens one of the list of the team, by what it is about. */
const follow =
  (title: string): NonNullable<PageCase['first']> =>
  async (page) => {
    await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
    await page.waitForURL(/\/(handover|duo)\/[^/]+$/u);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  };

/** Handing over, and the duo. */
export const handoverPages: readonly PageCase[] = [
  { name: 'handover', route: '/team/:teamId/handover', as: 'colleague', path: list },
  {
    name: 'handover-start',
    route: '/team/:teamId/handover',
    as: 'colleague',
    path: list,
    isDialogOnPhone: true,
    first: async (page, language) => {
      await press('handover.leave')(page, language);
      await page.getByRole('dialog', { name: words('handover.form.titleLeave', {}, language) }).waitFor();
    },
  },
  {
    name: 'handover-one',
    route: '/team/:teamId/handover/:handoverId',
    as: 'colleague',
    path: list,
    first: follow('Budget en inhuur'),
  },
  {
    name: 'handover-gone',
    route: '/team/:teamId/handover/:handoverId',
    as: 'colleague',
    path: (places) => `${list(places)}/00000000-0000-7000-8000-000000000000`,
  },
  {
    name: 'duo',
    route: '/team/:teamId/duo/:duoId',
    as: 'colleague',
    path: list,
    first: follow('Legesberekening'),
  },
];
