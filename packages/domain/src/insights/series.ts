import type { LocalDate } from '../dates.ts';
import { statements, workloadStatements } from '../workload/check-in.ts';
import type { Statement } from '../workload/check-in.ts';
import { epochAt, epochTimes } from '../workload/epoch.ts';
import type { Band } from './band.ts';

/** What was published of one epoch of one group. Null: no result, for whatever cause (rule P3). */
export type PublishedEpoch = {
  number: number;
  startsOn: LocalDate;
  endsOn: LocalDate;
  bands: Record<Statement, Band | null>;
  /** Of each block of four weeks from this epoch on; null when the group is more than one team (rule P13). */
  load: (Band | null)[] | null;
  /** The group is not the one of the epoch before it: the two cannot be compared (rule P9). */
  breaks: boolean;
};

/** Everything that anybody ever sees of a group's check-ins: the same for the team and for its managers (rule P8). */
export type ResultsView = {
  /** The names of the teams that are counted together. */
  teams: string[];
  /** Of the last year, oldest first, without a gap: an epoch without a result is among them. */
  epochs: PublishedEpoch[];
  /** The epoch that has no result yet: of now, or closed and not published. `publishesAt` in epoch milliseconds. */
  running: { number: number; publishesAt: number } | null;
  /** The statements that ask for a conversation. */
  alarms: Statement[];
};

/** What colleagues chose to share with their team, by epoch, the oldest first; values as they are kept (`reversed` for the screen). */
export type SharedView = {
  epochs: {
    number: number;
    people: { personId: string; name: string; values: Partial<Record<Statement, number>> }[];
  }[];
};

/** Epochs of a year, which is what a screen shows. */
export const epochsShown = 26;
/** Epochs of this quarter and the five before it, which is what a picture of a group holds, so that quarters can be compared. */
export const epochsKept = 40;

/** The epoch whose moment of publication is the latest that has come at `now`, whether anything was published then or not. */
export const lastPublished = (now: number): number => {
  const current = epochAt(now);
  return epochTimes(current - 1).publishesAt <= now ? current - 1 : current - 2;
};

/** Epochs in a row that must be heavy. */
const inARow = 3;

/** The statements that were heavy in the last three of these epochs, all of one unbroken series (rule P7). The only alarm there is. */
export const deriveAlarms = (epochs: readonly PublishedEpoch[]): Statement[] => {
  const last = epochs.slice(-inARow);
  const unbroken =
    last.length === inARow &&
    last.every((epoch, index) => index === 0 || (!epoch.breaks && epoch.number === (last[index - 1]?.number ?? 0) + 1));
  if (!unbroken) return [];
  return statements.filter((statement) => last.every(({ bands }) => bands[statement] === 'heavy'));
};

const points: Record<Band, number> = { light: -1, middle: 0, heavy: 1 };

/** One band for the four statements about work; null when one of them has no result (rule P15). */
export const summaryOf = (bands: Record<Statement, Band | null>): Band | null => {
  let sum = 0;
  for (const statement of workloadStatements) {
    const band = bands[statement];
    if (band === null) return null;
    sum += points[band];
  }
  if (sum <= -2) return 'light';
  return sum >= 2 ? 'heavy' : 'middle';
};
