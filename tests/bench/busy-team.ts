import { addDays } from '@roer/domain/dates';
import type { LocalDate } from '@roer/domain/dates';
import { emptySnapshot } from '@roer/domain/feed';
import type { AssignmentRow, DeadlineWorkRow, ResponsibilityRow, TeamSnapshot } from '@roer/domain/feed';
import type { Id } from '@roer/domain/ids';

/** Random numbers in [0, 1) that are the same each time (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

// The brand exists only for the compiler.
const id = <Kind extends string>(kind: Kind, number: number): Id<Kind> =>
  `${kind} ${String(number).padStart(4, '0')}` as string as Id<Kind>;
const byId = <Row extends { id: string }>(rows: Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

export type BusyTeam = { people: number; responsibilities: number; works: number; fullness: number; seed: number };

/** The team that the aims are about. */
export const twelve: BusyTeam = { people: 12, responsibilities: 150, works: 24, fullness: 0.8, seed: 1 };

/**
 * A team with part-time weeks, seasons, shared work, people who stand in, absences, work that is with somebody else for a while, own free days
 * and work with deadlines. `fullness`: the part of all hours that comes back every week, unevenly spread.
 */
export const busyTeam = (
  { people, responsibilities, works, fullness, seed }: BusyTeam,
  today: LocalDate,
): TeamSnapshot => {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const patterns = [
    [540, 540, 540, 540, 0, 0, 0],
    [480, 480, 480, 0, 480, 0, 0],
    [432, 432, 432, 432, 432, 0, 0],
    [480, 0, 480, 480, 0, 0, 0],
  ];
  const members = Array.from({ length: people }, (_, index) => ({
    id: id('membership', index),
    personId: id('person', index),
    name: `Person ${index}`,
    home: true,
    minutesByWeekday: patterns[index % patterns.length] ?? [],
    from: '2026-01-01',
    until: null,
  }));
  const hours = members.reduce((sum, { minutesByWeekday }) => sum + minutesByWeekday.reduce((a, b) => a + b, 0), 0);
  const each = (fullness * hours) / responsibilities;
  const rows: ResponsibilityRow[] = [];
  const assignments: AssignmentRow[] = [];
  const assign = (responsibility: number, person: number, row: Pick<AssignmentRow, 'role' | 'sharePercent'>): void => {
    assignments.push({
      id: id('assignment', assignments.length),
      responsibilityId: id('responsibility', responsibility),
      personId: id('person', person),
      from: '2026-01-01',
      until: null,
      ...row,
    });
  };
  for (let number = 0; number < responsibilities; number += 1) {
    rows.push({
      id: id('responsibility', number),
      areaId: id('area', number % 8),
      catalogueItemId: null,
      title: `Responsibility ${number}`,
      purpose: '',
      criticality: 2,
      minutesAWeek: Math.round(each * (0.3 + 1.4 * random())),
      season: Array.from({ length: 12 }, () => 85 + 5 * below(7)),
      organising: number % 6 === 0,
      openedOn: '2026-01-01',
      editedOn: '2026-01-01',
      closedOn: null,
      version: 1,
    });
    const holder = number % people;
    const other = (holder + 1 + below(people - 1)) % people;
    const shared = number % 5 === 0;
    assign(number, holder, { role: 'holder', sharePercent: shared ? 60 : 100 });
    if (shared) assign(number, other, { role: 'holder', sharePercent: 40 });
    else if (number % 2 === 0) assign(number, other, { role: 'substitute', sharePercent: 100 });
  }
  const absences = Array.from({ length: people }, (_, index) => {
    const from = addDays(today, 7 * below(11) + below(5));
    return { id: id('absence', index), personId: id('person', index), from, until: addDays(from, 1 + below(9)) };
  });
  const delegations = Array.from({ length: 10 }, (_, index) => {
    const row = assignments[index * 7];
    if (!row) throw new Error('There are that many.');
    const from = addDays(today, 7 * below(10));
    return {
      id: id('delegation', index),
      responsibilityId: row.responsibilityId,
      assignmentId: row.id,
      fromPersonId: row.personId,
      toPersonId: id('person', (Number(row.personId.slice(-4)) + 3) % people),
      sharePercent: 50,
      from,
      until: addDays(from, 3 + below(18)),
    };
  });
  const deadlines = Array.from({ length: works }, (_, index): DeadlineWorkRow => {
    const earliestStart = addDays(today, 7 * below(10));
    const likelyMinutes = 120 + 30 * below(12);
    return {
      id: id('deadlineWork', index),
      responsibilityId: id('responsibility', below(responsibilities)),
      title: `Work ${index}`,
      earliestStart,
      due: addDays(earliestStart, 3 + below(20)),
      leastMinutes: Math.round(likelyMinutes * 0.7),
      likelyMinutes,
      mostMinutes: Math.round(likelyMinutes * 1.6),
      shares: index % 3 === 0 ? [{ personId: id('person', below(people)), percent: 50 }] : [],
      doneOn: null,
      version: 1,
    };
  });
  return {
    ...emptySnapshot(),
    team: byId([{ id: id('team', 1), name: 'Team', ownHolidays: [addDays(today, 33), addDays(today, 34)] }]),
    member: byId(members),
    responsibility: byId(rows),
    assignment: byId(assignments),
    absence: byId(absences),
    delegation: byId(delegations),
    deadlineWork: byId(deadlines),
  };
};
