import type { Messages } from '../messages.ts';
import shell from './shell.json';
import ui from './ui.json';

/** All sentences in English, one file per slice. */
export const messages: Messages = { shell, ui };
