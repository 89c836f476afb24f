/** What each number of the scale says, from 1. */
export const agreement = ['notAtAll', 'hardly', 'partly', 'mostly', 'fully'] as const;

/** The word of a choice of 1 to 5; undefined for one that was left empty. */
export const agreementOf = (choice: number): (typeof agreement)[number] | undefined => agreement[choice - 1];
