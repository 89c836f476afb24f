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

/** All sentences in Dutch, one file per slice. Dutch is the measure: its keys are the typed keys. */
export const messages = {
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
