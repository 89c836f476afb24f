import type { Page } from 'playwright-core';
import type { DemoPersona } from '@roer/db/demo/personas';
import { words } from './words.ts';
import type { Language } from '../kit/browser.ts';

/** What the addresses of the example are made of. */
export type Places = {
  team: string;
  responsibility: string;
  person: string;
  otherTeam: string;
  /** The team that the administrator works in. */
  administered: string;
  /** Paths of links that were handed over. */
  welcome: string;
  /** Of a page that somebody shared. */
  shared: string;
  newPassword: string;
};

export type PageCase = {
  /** Name on the contact sheet. */
  name: string;
  /** The address as the routes write it; null for none of them. */
  route: string | null;
  as: DemoPersona | 'stranger' | 'nobodyYet' | 'besideProvider';
  path: (places: Places) => string;
  /** What is done before the page is looked at. */
  first?: (page: Page, language: Language) => Promise<void>;
  /** On a phone it is a screen of its own, over the page, and opened there. */
  isDialogOnPhone?: true;
  /** Somebody can only be at it in one window at a time. */
  isOfOneWindow?: true;
  /** What the browser may complain about, because the page is about something that is not there. */
  complaint?: RegExp;
};

/** The board of the team of the drawings. */
export const team = ({ team: id }: Places): string => `/team/${id}`;
/** Presses the first button that says so. */
export const press = (key: string) => (page: Page, language: Language) =>
  page
    .getByRole('button', { name: words(key, {}, language), exact: true })
    .first()
    .click();
