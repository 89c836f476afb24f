import shell from './shell.json';
import ui from './ui.json';

/** All sentences in Dutch, one file per slice. Dutch is the measure: its keys are the typed keys. */
export const messages = { shell, ui };
