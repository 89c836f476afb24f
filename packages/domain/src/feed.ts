import type {
  AbsenceId,
  AreaId,
  AssignmentId,
  CatalogueItemId,
  CommandId,
  DeadlineWorkId,
  DelegationId,
  DutyId,
  FeedId,
  HelpId,
  MembershipId,
  NoteId,
  ObstacleId,
  OfferId,
  OverloadId,
  PersonId,
  ResponsibilityId,
  TeamId,
  TransferId,
  TransferItemId,
} from './ids.ts';
import type { CoverLevelRow, LeaveIntentRow } from './learning/cover-rows.ts';
import type { DuoRow, HandoverRow } from './learning/handover-rows.ts';
import { withHeld } from './learning/long-held.ts';
import type { TeamAction } from './team-actions.ts';
import type { LocalDate } from './dates.ts';

/** `ownHolidays` are days on which the municipality is closed beside public holidays (rule W1.2), in order. */
export type TeamRow = { id: TeamId; name: string; ownHolidays: LocalDate[] };

/** A membership with its person's name. `minutesByWeekday` has seven items, Monday first. */
export type MemberRow = {
  id: MembershipId;
  personId: PersonId;
  name: string;
  home: boolean;
  minutesByWeekday: number[];
  from: LocalDate;
  until: LocalDate | null;
};

export type AreaRow = { id: AreaId; name: string; order: number };

export type Criticality = 1 | 2 | 3;

/**
 * `season` has twelve percentages, January first: what a week of that month asks of `minutesAWeek`. `organising` tells what
 * a team does to keep itself going from what it is there for (rule R11.1).
 */
export type ResponsibilityRow = {
  id: ResponsibilityId;
  areaId: AreaId;
  catalogueItemId: CatalogueItemId | null;
  title: string;
  purpose: string;
  criticality: Criticality;
  minutesAWeek: number;
  season: number[];
  organising: boolean;
  openedOn: LocalDate;
  /** The day on which what people write about it was last changed; a trace of life (rule R2.7). */
  editedOn: LocalDate;
  closedOn: LocalDate | null;
  version: number;
};

export type AssignmentRole = 'holder' | 'substitute';

export type AssignmentRow = {
  id: AssignmentId;
  responsibilityId: ResponsibilityId;
  personId: PersonId;
  role: AssignmentRole;
  sharePercent: number;
  from: LocalDate;
  until: LocalDate | null;
};

/** `give`: the carrier offers it to somebody. `take`: somebody asks the carrier whether they may take it over. */
export type OfferRow = {
  id: OfferId;
  kind: 'give' | 'take';
  responsibilityId: ResponsibilityId;
  assignmentId: AssignmentId;
  fromPersonId: PersonId;
  /** Null when it is given to whoever of the team accepts first. */
  toPersonId: PersonId | null;
  sharePercent: number;
  /** The first day on which it goes back to the giver; null when it is given for good. */
  temporaryUntil: LocalDate | null;
  madeOn: LocalDate;
  /** The first day on which it can no longer be accepted. */
  expiresOn: LocalDate;
  state: 'open' | 'accepted' | 'declined' | 'withdrawn';
};

/** A part of an assignment that somebody else carries from a day until a day; the assignment itself stays where it is. */
export type DelegationRow = {
  id: DelegationId;
  responsibilityId: ResponsibilityId;
  assignmentId: AssignmentId;
  fromPersonId: PersonId;
  toPersonId: PersonId;
  sharePercent: number;
  from: LocalDate;
  until: LocalDate;
};

/**
 * How a duty recurs from a day on, until the next schedule of the duty begins. `rrule` is an RFC 5545 RRULE value without
 * DTSTART (`FREQ=WEEKLY;BYDAY=MO`), read from the local date `start` in Europe/Amsterdam; an empty one never comes, for
 * the time that a duty was ended. `dueTime` is `HH:MM` there.
 * `previousWorkday` moves a date that is no working day to the last working day before it.
 */
export type DutySchedule = {
  from: LocalDate;
  rrule: string;
  start: LocalDate;
  dueTime: string | null;
  shift: 'none' | 'previousWorkday';
};

/** A recurring duty of a responsibility. `schedules` are in order of `from`, at least one; an edited rule is a new one. */
export type DutyRow = {
  id: DutyId;
  responsibilityId: ResponsibilityId;
  title: string;
  schedules: DutySchedule[];
  endedOn: LocalDate | null;
  version: number;
};

/** `dutyId:recurrenceDate`: of one date of one duty there is one occurrence, whoever makes its row. */
export type OccurrenceId = `${DutyId}:${LocalDate}`;

/**
 * What happened with one date of a duty. Rows exist only for dates that were done, skipped or moved: all others are
 * derived from the schedule. `recurrenceDate` is the date that the rule gave and never changes.
 */
export type OccurrenceRow = {
  id: OccurrenceId;
  dutyId: DutyId;
  responsibilityId: ResponsibilityId;
  recurrenceDate: LocalDate;
  state: 'open' | 'done' | 'skipped';
  movedTo: LocalDate | null;
  /** Why it was skipped; empty otherwise. */
  reason: string;
  /** Who did, skipped or moved it, and on which day. */
  personId: PersonId;
  on: LocalDate;
};

/** Somebody is not available on the days [from, until); never with a reason. The same id in each of their teams. */
export type AbsenceRow = { id: AbsenceId; personId: PersonId; from: LocalDate; until: LocalDate };

/** `ask`: somebody asks the team for help. `offer`: somebody offers the team time. Whoever answers first takes it. */
export type HelpRow = {
  id: HelpId;
  kind: 'ask' | 'offer';
  personId: PersonId;
  responsibilityId: ResponsibilityId | null;
  text: string;
  /** The day it is about, and how long it takes; null when that does not matter. */
  on: LocalDate | null;
  minutes: number | null;
  madeOn: LocalDate;
  /** The first day on which it can no longer be answered. */
  expiresOn: LocalDate;
  state: 'open' | 'accepted' | 'withdrawn';
  acceptedBy: PersonId | null;
};

/** What a team wants to keep at a responsibility: a text, or an address with a name. `body` is empty for a link without words. */
export type NoteRow = {
  id: NoteId;
  responsibilityId: ResponsibilityId;
  title: string;
  body: string;
  /** An http or https address; null for a note. */
  url: string | null;
  /** Who wrote it last, and on which day. */
  personId: PersonId;
  writtenOn: LocalDate;
  version: number;
};

/**
 * Work of a responsibility that must be done between two days, both included. Minutes are what is still to be done: at
 * least, likely and at most. `shares` are what people took on themselves; what nobody took is with the holders (rule W1.5).
 */
export type DeadlineWorkRow = {
  id: DeadlineWorkId;
  responsibilityId: ResponsibilityId;
  title: string;
  earliestStart: LocalDate;
  due: LocalDate;
  leastMinutes: number;
  likelyMinutes: number;
  mostMinutes: number;
  shares: { personId: PersonId; percent: number }[];
  doneOn: LocalDate | null;
  version: number;
};

/** One thing that would go from one person to another: a part of an assignment, or of work with a deadline. */
export type TransferItem = {
  id: TransferItemId;
  responsibilityId: ResponsibilityId;
  /** Exactly one of the two. */
  assignmentId: AssignmentId | null;
  workId: DeadlineWorkId | null;
  sharePercent: number;
  giver: PersonId;
  receiver: PersonId;
};

/**
 * A proposal that things go from some people to others, together or not at all: for good, or on the days [from, until).
 * Nothing moves before everybody whom it concerns has consented (rule W2.6).
 */
export type TransferRow = {
  id: TransferId;
  items: TransferItem[];
  from: LocalDate;
  until: LocalDate | null;
  proposedBy: PersonId;
  consents: PersonId[];
  madeOn: LocalDate;
  /** The first day on which nobody can consent any more. */
  expiresOn: LocalDate;
  state: 'open' | 'agreed' | 'withdrawn';
};

/** What somebody chose when they took work on in a week that was full already (rule W2.9). */
export type OverloadRow = {
  id: OverloadId;
  personId: PersonId;
  monday: LocalDate;
  kind: 'dropped' | 'moved' | 'accepted';
  /** What they dropped or move; null when they accepted it. */
  responsibilityId: ResponsibilityId | null;
  on: LocalDate;
};

/**
 * What stands in a team's way and only its management can clear. The team signs it: who wrote it is told to the team alone.
 * `addressedName` and `byName` are of people who are in no team of ours.
 */
export type ObstacleRow = {
  id: ObstacleId;
  title: string;
  body: string;
  submittedBy: PersonId;
  addressedTo: PersonId;
  addressedName: string;
  raisedOn: LocalDate;
  /** The day by which the team asks an answer. */
  dueOn: LocalDate;
  state: 'open' | 'answered' | 'withdrawn';
  answer: { by: PersonId; byName: string; body: string; on: LocalDate } | null;
};

/** Every kind of row that a team's feed carries. All of it may be seen by every member of the team. */
export type Rows = {
  team: TeamRow;
  member: MemberRow;
  area: AreaRow;
  responsibility: ResponsibilityRow;
  assignment: AssignmentRow;
  offer: OfferRow;
  delegation: DelegationRow;
  duty: DutyRow;
  occurrence: OccurrenceRow;
  absence: AbsenceRow;
  help: HelpRow;
  note: NoteRow;
  deadlineWork: DeadlineWorkRow;
  transfer: TransferRow;
  overload: OverloadRow;
  obstacle: ObstacleRow;
  handover: HandoverRow;
  duo: DuoRow;
  coverLevel: CoverLevelRow;
  leaveIntent: LeaveIntentRow;
};
export type Entity = keyof Rows;

/** One row as it was and as it is now; null where it is not there. */
export type RowChange = { [E in Entity]: { entity: E; before: Rows[E] | null; after: Rows[E] | null } }[Entity];

/**
 * A team as its members see it, rows by id: who is in it now, its areas, responsibilities, current assignments and open
 * offers, with what is still of use of what passes by itself (see `stillOfUse`). `heldBefore` are assignments that ended and
 * lasted long enough to tell who still can (rule L1.6); what happens to an assignment is a change of `assignment` alone.
 */
export type TeamSnapshot = { [E in Entity]: Record<string, Rows[E]> } & { heldBefore: Record<string, AssignmentRow> };
export type SnapshotPart = keyof TeamSnapshot;

/** One command's effect as every open browser of the team receives it. `at` is in epoch milliseconds. */
export type Delivery = {
  feed: FeedId;
  seq: number;
  commandId: CommandId;
  actorId: PersonId;
  action: TeamAction;
  at: number;
  changes: RowChange[];
};

export const emptySnapshot = (): TeamSnapshot => ({
  team: {},
  member: {},
  area: {},
  responsibility: {},
  assignment: {},
  offer: {},
  delegation: {},
  duty: {},
  occurrence: {},
  absence: {},
  help: {},
  note: {},
  deadlineWork: {},
  transfer: {},
  overload: {},
  obstacle: {},
  handover: {},
  duo: {},
  coverLevel: {},
  leaveIntent: {},
  heldBefore: {},
});

/** The id of the row that a change is about. */
export const changedId = (change: RowChange): string => {
  const row = change.after ?? change.before;
  if (!row) throw new Error('A change needs a row.');
  return row.id;
};

/** Whether a row belongs in a snapshot: ended assignments and memberships and settled offers do not. */
const isCurrent = (change: RowChange): boolean => {
  switch (change.entity) {
    case 'member':
    case 'assignment':
      return change.after !== null && change.after.until === null;
    case 'offer':
    case 'transfer':
      return change.after?.state === 'open';
    case 'help':
    case 'obstacle':
    case 'handover':
    case 'duo':
      return change.after !== null && change.after.state !== 'withdrawn';
    case 'coverLevel':
      return change.after?.state === 'proposed' || change.after?.state === 'confirmed';
    case 'team':
    case 'area':
    case 'responsibility':
    case 'delegation':
    case 'duty':
    case 'occurrence':
    case 'absence':
    case 'note':
    case 'deadlineWork':
    case 'overload':
    case 'leaveIntent':
      return change.after !== null;
  }
};

/**
 * The snapshot after the changes. The only way a row ever changes in a browser: *snapshot(n) + changes(n…m) = snapshot(m)*.
 * Rows that did not change keep their identity.
 */
export const applyChanges = (snapshot: TeamSnapshot, changes: readonly RowChange[]): TeamSnapshot => {
  const next: TeamSnapshot = { ...snapshot };
  for (const change of changes) {
    const rows: Record<string, Rows[Entity]> = { ...next[change.entity] };
    const id = changedId(change);
    if (change.after && isCurrent(change)) rows[id] = change.after;
    else delete rows[id];
    // `rows` was copied from the rows of this very entity, which TypeScript cannot follow through the union.
    Object.assign(next, { [change.entity]: rows });
    if (change.entity === 'assignment') next.heldBefore = withHeld(next.heldBefore, id, change.after);
  }
  return next;
};
