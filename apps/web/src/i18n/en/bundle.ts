import type { Messages } from '../messages.ts';
import errors from './errors.json';
import numbers from './numbers.json';
import responsibilities from './responsibilities.json';
import shell from './shell.json';
import today from './today.json';
import ui from './ui.json';

/** All sentences in English, one file per slice. */
export const messages: Messages = { errors, numbers, responsibilities, shell, today, ui };
