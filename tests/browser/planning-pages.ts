import { addDays, dateAt } from '@roer/domain/dates';
import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

/** What is planned: leave, one's own weeks, work with a date, work above one's hours and free days. */
export const planningPages: readonly PageCase[] = [
  {
    name: 'today-away-days',
    route: '/',
    as: 'overwhelmed',
    path: () => '/',
    first: async (page, language) => {
      await press('offers.absence.button')(page, language);
      const day = dateAt(Date.now());
      await page.getByLabel(words('offers.absence.from', {}, language)).fill(addDays(day, 7));
      await page.getByLabel(words('offers.absence.last', {}, language)).fill(addDays(day, 13));
      await page.getByRole('heading', { name: words('planning.still.heading', {}, language) }).waitFor();
    },
  },
  {
    name: 'today-why',
    route: '/',
    as: 'overwhelmed',
    path: () => '/',
    first: async (page, language) => {
      const weeks = page.getByRole('toolbar', { name: words('planning.own.sentence', {}, language) });
      await weeks.getByRole('button').nth(1).click();
    },
  },
  {
    name: 'board-deadline',
    route: '/team/:teamId',
    as: 'colleague',
    path: (places) => `${team(places)}?r=${places.responsibility}`,
    isDialogOnPhone: true,
    first: async (page, language) => {
      const [first, more] = ['addFirst', 'add'].map((key) =>
        page.getByRole('button', { name: words(`planning.deadline.${key}`, {}, language), exact: true }),
      );
      if (first && more) await first.or(more).click();
      const form = page.getByRole('dialog', { name: words('planning.deadline.form.newTitle', {}, language) });
      await form.getByRole('button', { name: words('responsibilities.form.save', {}, language), exact: true }).click();
      await form.getByText(words('planning.deadline.form.wrong.noDue', {}, language)).waitFor();
    },
  },
  {
    name: 'board-overload',
    route: '/team/:teamId',
    as: 'overwhelmed',
    path: team,
    isDialogOnPhone: true,
    first: async (page, language) => {
      await page.getByRole('main').getByRole('link', { name: 'Controleplan 2027', exact: true }).click();
      await press('responsibilities.act.takeOver')(page, language);
      await page.getByRole('dialog', { name: words('planning.overload.title', {}, language) }).waitFor();
    },
  },
  { name: 'holidays', route: '/organisation/holidays', as: 'administrator', path: () => '/organisation/holidays' },
];
