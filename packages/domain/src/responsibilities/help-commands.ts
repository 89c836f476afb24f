/** Asking for help and offering time. */
export const helpCommands = {};
