import catalogue from './catalogue.json';
import errors from './errors.json';
import identity from './identity.json';
import numbers from './numbers.json';
import organisation from './organisation.json';
import responsibilities from './responsibilities.json';
import search from './search.json';
import shell from './shell.json';
import today from './today.json';
import ui from './ui.json';
import type { Messages } from '../messages.ts';

/** All sentences in English, one file per slice. */
export const messages: Messages = {
  catalogue,
  errors,
  identity,
  numbers,
  organisation,
  responsibilities,
  search,
  shell,
  today,
  ui,
};
