/** When somebody is not available. */
export const absenceCommands = {};
