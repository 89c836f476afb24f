import errors from './errors.json';
import identity from './identity.json';
import numbers from './numbers.json';
import responsibilities from './responsibilities.json';
import shell from './shell.json';
import today from './today.json';
import ui from './ui.json';
import type { FirstMessages } from '../messages.ts';

/** All sentences in English, one file per slice. */
export const messages: FirstMessages = {
  errors,
  identity,
  numbers,
  responsibilities,
  shell,
  today,
  ui,
};
