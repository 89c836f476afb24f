import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

const intervisie: PageCase['path'] = (places) => `${team(places)}/intervisie`;

/** Intervisie until it begins; what follows is looked at in its own story, which takes four. */
export const intervisiePages: readonly PageCase[] = [
  { name: 'intervisie', route: '/team/:teamId/intervisie', as: 'colleague', path: intervisie },
  {
    name: 'intervisie-open',
    route: '/team/:teamId/intervisie',
    as: 'colleague',
    path: intervisie,
    isDialogOnPhone: true,
    first: async (page, language) => {
      await press('intervisie.open.button')(page, language);
      const dialog = page.getByRole('dialog', { name: words('intervisie.open.title', {}, language) });
      await dialog.getByLabel(words('intervisie.phase.advice', {}, language)).fill('veel');
    },
  },
  {
    name: 'intervisie-room',
    route: '/team/:teamId/intervisie/:roomId',
    as: 'colleague',
    path: intervisie,
    first: async (page, language) => {
      await press('intervisie.open.button')(page, language);
      await press('intervisie.open.submit')(page, language);
      await page.getByRole('heading', { name: words('intervisie.waiting.people', {}, language) }).waitFor();
    },
  },
];
