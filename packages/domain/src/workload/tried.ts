import type { LocalDate } from '../dates.ts';
import type { TransferItem } from '../feed.ts';

/** What somebody tries out on the picture of a team: things that would move, for good or on the days [from, until). Saved nowhere. */
export type WhatIf = { moves: TransferItem[]; from: LocalDate; until: LocalDate | null };

/** How many things can be tried at once: more is a reorganisation, and a message of theirs must stay small. */
export const mostMoves = 20;
