import { team } from './page-case.ts';
import type { PageCase } from './page-case.ts';

/** Who can do what in a team, and one responsibility of it. */
export const learningPages: readonly PageCase[] = [
  {
    name: 'learning',
    route: '/team/:teamId/learning',
    as: 'colleague',
    path: (places) => `${team(places)}/learning`,
  },
  {
    name: 'learning-one',
    route: '/team/:teamId/learning',
    as: 'overwhelmed',
    path: (places) => `${team(places)}/learning?r=${places.responsibility}`,
    isDialogOnPhone: true,
    first: async (page) => {
      await page.getByRole('dialog').waitFor();
    },
  },
];
