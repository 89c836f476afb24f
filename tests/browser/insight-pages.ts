import { press, team } from './page-case.ts';
import type { PageCase } from './page-case.ts';

/** What who leads a domain sees, and the same on the page of a team. */
export const insightPages: readonly PageCase[] = [
  { name: 'insight', route: '/insight', as: 'manager', path: () => '/insight' },
  {
    name: 'insight-answer',
    route: '/insight',
    as: 'manager',
    path: () => '/insight',
    first: press('insights.manager.give'),
  },
  {
    name: 'insight-table',
    route: '/insight',
    as: 'manager',
    path: () => '/insight',
    first: press('dashboard.asTable'),
  },
  { name: 'insight-quarter', route: '/insight/quarter', as: 'manager', path: () => '/insight/quarter' },
  {
    name: 'insight-quarters-compared',
    route: '/insight/quarter',
    as: 'manager',
    path: () => '/insight/quarter?against=before',
  },
  {
    name: 'insight-quarter-of-team',
    route: '/team/:teamId/quarter',
    as: 'colleague',
    path: (places) => `${team(places)}/quarter?against=year`,
  },
];
