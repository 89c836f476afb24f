import type { LocalDate } from '../dates.ts';
import type { AssignmentId, DuoId, HandoverId, HandoverItemId, NoteId, PersonId, ResponsibilityId } from '../ids.ts';

// Rows of the feed of a team; they stand here because feed.ts is long.

/**
 * One thing to hand over. `subjectId` is the duty, note or work that it is about, null for what the giver wrote themselves; `text` is what that
 * was called, or what they wrote. `byGiver`: told. `byReceiver`: understood. `version` is that of the text.
 */
export type HandoverItem = {
  id: HandoverItemId;
  kind: 'duty' | 'note' | 'link' | 'deadlineWork' | 'pitfall' | 'other';
  subjectId: string | null;
  text: string;
  byGiver: boolean;
  byReceiver: boolean;
  version: number;
};

/**
 * An assignment that is being handed over with all that belongs to it. It moves only when its receiver accepts (rule R6.5), or
 * goes back to the team visibly (R6.6).
 */
export type HandoverRow = {
  id: HandoverId;
  responsibilityId: ResponsibilityId;
  assignmentId: AssignmentId;
  giver: PersonId;
  /** Null: nobody yet. */
  receiver: PersonId | null;
  /** The day by which the giver wants it done. */
  before: LocalDate | null;
  /** In the order of their ids. */
  items: HandoverItem[];
  state: 'open' | 'accepted' | 'returned' | 'withdrawn';
  madeOn: LocalDate;
  closedOn: LocalDate | null;
};

/** One of the five times that two people sit together. `noteId` is what they wrote down; the note itself may be gone. */
export type DuoSession = {
  number: number;
  plannedOn: LocalDate | null;
  heldOn: LocalDate | null;
  noteId: NoteId | null;
};

/** Two people of whom one tells the other what they know about a responsibility, in five sessions (rule L4.1). */
export type DuoRow = {
  id: DuoId;
  responsibilityId: ResponsibilityId;
  giver: PersonId;
  receiver: PersonId;
  proposedBy: PersonId;
  state: 'proposed' | 'running' | 'ended' | 'withdrawn';
  /** Always five, in order. */
  sessions: DuoSession[];
  madeOn: LocalDate;
  endedOn: LocalDate | null;
};
