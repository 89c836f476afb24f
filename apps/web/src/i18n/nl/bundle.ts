import errors from './errors.json';
import numbers from './numbers.json';
import responsibilities from './responsibilities.json';
import shell from './shell.json';
import today from './today.json';
import ui from './ui.json';

/** All sentences in Dutch, one file per slice. Dutch is the measure: its keys are the typed keys. */
export const messages = { errors, numbers, responsibilities, shell, today, ui };
