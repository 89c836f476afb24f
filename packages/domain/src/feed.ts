import type {
  AreaId,
  AssignmentId,
  CatalogueItemId,
  CommandId,
  FeedId,
  MembershipId,
  OfferId,
  PersonId,
  ResponsibilityId,
  TeamId,
} from './ids.ts';
import type { LocalDate } from './dates.ts';

export type TeamRow = { id: TeamId; name: string };

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

/** `season` has twelve percentages, January first: what a week of that month asks of `minutesAWeek`. */
export type ResponsibilityRow = {
  id: ResponsibilityId;
  areaId: AreaId;
  catalogueItemId: CatalogueItemId | null;
  title: string;
  purpose: string;
  criticality: Criticality;
  minutesAWeek: number;
  season: number[];
  openedOn: LocalDate;
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
  toPersonId: PersonId;
  sharePercent: number;
  madeOn: LocalDate;
  /** The first day on which it can no longer be accepted. */
  expiresOn: LocalDate;
  state: 'open' | 'accepted' | 'declined' | 'withdrawn';
};

/** Every kind of row that a team's feed carries. All of it may be seen by every member of the team. */
export type Rows = {
  team: TeamRow;
  member: MemberRow;
  area: AreaRow;
  responsibility: ResponsibilityRow;
  assignment: AssignmentRow;
  offer: OfferRow;
};
export type Entity = keyof Rows;

/** One row as it was and as it is now; null where it is not there. */
export type RowChange = { [E in Entity]: { entity: E; before: Rows[E] | null; after: Rows[E] | null } }[Entity];

/** A team as its members see it, rows by id: who is in it now, its areas, responsibilities, current assignments and open offers. */
export type TeamSnapshot = { [E in Entity]: Record<string, Rows[E]> };

/** What was done, for the sentence that tells about it. Closed: a new action does not compile until it has its words. */
export const teamActions = [
  'area.create',
  'area.rename',
  'area.remove',
  'responsibility.create',
  'responsibility.adopt',
  'responsibility.edit',
  'responsibility.close',
  'responsibility.reopen',
  'assignment.takeOver',
  'assignment.giveBack',
  'assignment.changeShare',
  'offer.make',
  'offer.accept',
  'offer.decline',
  'offer.withdraw',
  'membership.start',
  'membership.change',
  'membership.end',
  'team.rename',
  'person.rename',
  'undo',
  'reset',
] as const;
export type TeamAction = (typeof teamActions)[number];

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
      return change.after?.state === 'open';
    case 'team':
    case 'area':
    case 'responsibility':
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
  }
  return next;
};

/** Whether two rows hold the same values, whatever the order of their keys (a database may reorder them). */
export const sameRow = (one: object | null, other: object | null): boolean => {
  if (one === null || other === null) return one === other;
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => JSON.stringify(value) === JSON.stringify(others.get(key)))
  );
};
