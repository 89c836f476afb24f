import { addDays, dateAt } from '@roer/domain/dates';
import { press } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

const path = '/organisation/reorganising';

/** Planning changes of teams. */
export const reorganisingPages: readonly PageCase[] = [
  { name: 'reorganising', route: path, as: 'administrator', path: () => path },
  {
    name: 'reorganising-plan',
    route: path,
    as: 'administrator',
    path: () => path,
    first: async (page, language) => {
      await press('reorganising.new')(page, language);
      await page.getByLabel(words('reorganising.form.name', {}, language)).fill('Eén team voor buiten');
      await page.getByLabel(words('reorganising.form.date', {}, language)).fill(addDays(dateAt(Date.now()), 30));
      await page.getByLabel(words('reorganising.form.kinds.merge', {}, language)).check();
      await page.getByLabel(words('reorganising.form.which.merge', {}, language)).selectOption({ index: 1 });
      await page.getByLabel(words('reorganising.form.into.merge', {}, language)).selectOption({ index: 1 });
      await press('reorganising.form.add')(page, language);
      await page.getByRole('heading', { name: words('reorganising.preview.title', {}, language) }).waitFor();
      await page.getByLabel(words('reorganising.form.kinds.split', {}, language)).check();
      await page.getByLabel(words('reorganising.form.which.split', {}, language)).selectOption({ index: 1 });
    },
  },
];
