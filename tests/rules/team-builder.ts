import { expect } from 'vitest';
import { DomainError } from '@roer/domain/errors';
import type { DomainErrorCode, DomainErrorDetail } from '@roer/domain/errors';
import { applyChanges, changedId, emptySnapshot } from '@roer/domain/feed';
import { sameRow } from '@roer/domain/same-row';
import type {
  AssignmentRole,
  AssignmentRow,
  DeadlineWorkRow,
  OfferRow,
  ResponsibilityRow,
  RowChange,
  TeamSnapshot,
} from '@roer/domain/feed';
import type { Id } from '@roer/domain/ids';
import type { DecisionContext } from '@roer/domain/responsibilities/facts';

const kinds = [
  'team',
  'person',
  'membership',
  'area',
  'responsibility',
  'assignment',
  'offer',
  'catalogueItem',
  'command',
  'delegation',
  'help',
  'absence',
  'duty',
  'deadlineWork',
  'transfer',
  'transferItem',
  'obstacle',
  'overload',
  'handover',
  'handoverItem',
  'duo',
  'note',
  'coverLevel',
  'leaveIntent',
] as const;

/** The n-th id of a kind, the same in every test; ids sort by number. */
export const theId = <Kind extends (typeof kinds)[number]>(kind: Kind, number: number): Id<Kind> =>
  // The brand exists only for the compiler.
  `${kinds.indexOf(kind).toString(16).padStart(8, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}` as Id<Kind>;

export const today = '2026-11-23';
export const by = (person: number, day = today): DecisionContext => ({ actorId: theId('person', person), today: day });

export const responsibility = (number: number, changed: Partial<ResponsibilityRow> = {}): ResponsibilityRow => ({
  id: theId('responsibility', number),
  areaId: theId('area', 1),
  catalogueItemId: null,
  title: `Title ${number}`,
  purpose: '',
  criticality: 2,
  minutesAWeek: 120,
  season: Array.from({ length: 12 }, () => 100),
  organising: false,
  openedOn: '2026-01-05',
  editedOn: '2026-01-05',
  closedOn: null,
  version: 1,
  ...changed,
});

/** Who carries which responsibility (the first one unless told); the n-th of a list has the n-th assignment id. */
export type Carrying = {
  person: number;
  responsibility?: number;
  role?: AssignmentRole;
  share?: number;
  from?: string;
};

export const assignment = (number: number, carrying: Carrying): AssignmentRow => ({
  id: theId('assignment', number),
  responsibilityId: theId('responsibility', carrying.responsibility ?? 1),
  personId: theId('person', carrying.person),
  role: carrying.role ?? 'holder',
  sharePercent: carrying.share ?? 100,
  from: carrying.from ?? '2026-02-02',
  until: null,
});

/** Work of the first responsibility, from today for two weeks, one to four hours. */
export const someWork = (number: number, changed: Partial<DeadlineWorkRow> = {}): DeadlineWorkRow => ({
  id: theId('deadlineWork', number),
  responsibilityId: theId('responsibility', 1),
  title: `Work ${number}`,
  earliestStart: today,
  due: '2026-12-07',
  leastMinutes: 60,
  likelyMinutes: 120,
  mostMinutes: 240,
  shares: [],
  doneOn: null,
  version: 1,
  ...changed,
});

const byId = <Row extends { id: string }>(rows: Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** A team of some people with one area, some open responsibilities and who carries them. */
export const aTeam = ({
  people = 3,
  responsibilities = [responsibility(1)],
  carried = [],
  offers = [],
  work = [],
}: {
  people?: number;
  responsibilities?: ResponsibilityRow[];
  carried?: Carrying[];
  offers?: OfferRow[];
  work?: DeadlineWorkRow[];
} = {}): TeamSnapshot => {
  return {
    ...emptySnapshot(),
    team: byId([{ id: theId('team', 1), name: 'Team', ownHolidays: [] }]),
    member: byId(
      Array.from({ length: people }, (_, index) => ({
        id: theId('membership', index + 1),
        personId: theId('person', index + 1),
        name: `Person ${index + 1}`,
        home: true,
        minutesByWeekday: [480, 480, 480, 480, 0, 0, 0],
        from: '2026-01-01',
        until: null,
      })),
    ),
    area: byId([{ id: theId('area', 1), name: 'Area', order: 0 }]),
    responsibility: byId(responsibilities),
    assignment: byId(carried.map((carrying, index) => assignment(index + 1, carrying))),
    offer: byId(offers),
    deadlineWork: byId(work),
  };
};

/** The team after the changes; every change has to tell the row as it is in the team (rule F7). */
export const after = (facts: TeamSnapshot, changes: readonly RowChange[]): TeamSnapshot =>
  changes.reduce((snapshot, change) => {
    const current = snapshot[change.entity][changedId(change)] ?? null;
    // A row that ended is not in a snapshot; whoever brings it back tells how it was.
    const ended =
      change.before &&
      (((change.entity === 'assignment' || change.entity === 'member') && change.before.until !== null) ||
        (change.entity === 'help' && change.before.state === 'withdrawn'));
    if (!ended) expect(sameRow(current, change.before), `${change.entity} as it was`).toBe(true);
    return applyChanges(snapshot, [change]);
  }, facts);

/** Who carries the first responsibility, as `person role share`, in the order of people. */
export const carriers = (facts: TeamSnapshot, number = 1): string[] =>
  Object.values(facts.assignment)
    .filter((row) => row.responsibilityId === theId('responsibility', number))
    .map((row) => `${Number(row.personId.slice(-12))} ${row.role} ${row.sharePercent}`)
    .toSorted();

/** The refusal of a decision. Fails when it was not refused. */
export const refusalOf = (decide: () => unknown): { code: DomainErrorCode } & DomainErrorDetail => {
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.detail };
    throw error;
  }
  throw new Error('It was not refused.');
};
