/** What a team keeps at a responsibility. */
export const noteCommands = {};
