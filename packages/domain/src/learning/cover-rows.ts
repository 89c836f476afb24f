import type { LocalDate } from '../dates.ts';
import type { CoverLevelId, LeaveIntentId, PersonId, ResponsibilityId } from '../ids.ts';

// Rows of the feed of a team; they stand here because feed.ts is long.

/** How far somebody is with a responsibility: watching, doing it with somebody, without anybody beside them, teaching it. */
export type CoverLevel = 'observing' | 'together' | 'independent' | 'teaching';

/**
 * One step of somebody with a responsibility, up or back. What holds is the confirmed row with the highest `number`, which counts
 * per person and responsibility (rule L1.1). `level` null: they do not learn it any more.
 */
export type CoverLevelRow = {
  id: CoverLevelId;
  responsibilityId: ResponsibilityId;
  personId: PersonId;
  number: number;
  level: CoverLevel | null;
  state: 'proposed' | 'confirmed' | 'declined' | 'withdrawn';
  proposedOn: LocalDate;
  confirmedBy: PersonId | null;
  confirmedOn: LocalDate | null;
  /** The last day of which it is known that they did it, as far as it matters (rule L1.8). */
  exercisedOn: LocalDate | null;
};

/** A holder hands a responsibility over before that day; never with a reason (rule L3.2). */
export type LeaveIntentRow = {
  id: LeaveIntentId;
  responsibilityId: ResponsibilityId;
  personId: PersonId;
  before: LocalDate;
};
