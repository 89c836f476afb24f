import { dayInMilliseconds } from '../dates.ts';

/** For how many days a link can work; its owner chooses. */
export const linkDays = [7, 30, 90] as const;
export type LinkDays = (typeof linkDays)[number];

/** The moment from which a link made at `now` no longer works; both in epoch milliseconds. */
export const linkEnds = (now: number, days: LinkDays): number => now + days * dayInMilliseconds;

/** Whether a link that ends at `endsAt` still works (rule R9.9): at that very moment it does not. */
export const isLinkOpen = (endsAt: number, now: number): boolean => now < endsAt;
