import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';
import { words } from './words.ts';

/** Who did what when: of the organisation, of a team, and with one's own account. */
export const auditPages: readonly PageCase[] = [
  { name: 'audit', route: '/organisation/audit', as: 'administrator', path: () => '/organisation/audit' },
  {
    name: 'audit-sign-ins',
    route: '/organisation/audit',
    as: 'administrator',
    path: () => '/organisation/audit',
    first: async (page, language) => {
      await page.getByLabel(words('audit.group.label', {}, language), { exact: true }).selectOption('signIn');
    },
  },
  {
    name: 'audit-team',
    route: '/team/:teamId/audit',
    as: 'colleague',
    path: (places) => `${team(places)}/audit`,
  },
  {
    name: 'audit-own',
    route: '/account',
    as: 'administrator',
    path: () => '/account',
    first: press('audit.own.show'),
  },
];
