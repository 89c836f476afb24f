import errors from './errors.json';
import identity from './identity.json';
import numbers from './numbers.json';
import responsibilities from './responsibilities.json';
import shell from './shell.json';
import today from './today.json';
import ui from './ui.json';

/** The sentences in Dutch that the first pages need, one file per slice. Dutch is the measure: its keys are the typed keys. */
export const messages = {
  errors,
  identity,
  numbers,
  responsibilities,
  shell,
  today,
  ui,
};
