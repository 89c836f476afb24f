import type { AssignmentRow, ResponsibilityRow } from '../feed.ts';
import type { PersonId } from '../ids.ts';
import type { Attendance } from './attendance.ts';
import { independentIn } from '../learning/cover-level.ts';
import { daysAhead, stretchOf } from './horizon.ts';
import { described, stepsOf } from './move-option.ts';
import type { Asked, Effect, MoveOption, People, Unnumbered } from './move-option.ts';
import { recurringPieces } from './recurring.ts';
import type { Carrying } from './recurring.ts';
import { partsOf } from './team-work.ts';
import type { TeamWork } from './team-work.ts';
import { workOptions } from './work-options.ts';

const inOrderOfId = (one: { id: string }, other: { id: string }): number => one.id.localeCompare(other.id);

/**
 * Everything that could go from one member to another in that time, or stop, with what it would change; always in the same order. Left out are
 * what is with somebody else for a while, and receivers who are not able, who are not there in one of the weeks, or with whom more would
 * stand still (rule W2.3).
 */
export const moveOptions = (asked: Asked): MoveOption[] => {
  const { snapshot, work } = asked;
  const members = work.people.map(({ personId }) => personId).toSorted();
  const isMember = new Set(members);
  const assignments = Object.values(snapshot.assignment);
  const byResponsibility = Map.groupBy(assignments, ({ responsibilityId }) => responsibilityId);
  const items = [
    ...assignments
      .filter((row) => row.role === 'holder' && isMember.has(row.personId))
      .toSorted(inOrderOfId)
      .map((row) => shareOptions(asked, row, { members, carriers: byResponsibility.get(row.responsibilityId) ?? [] })),
    ...Object.values(snapshot.deadlineWork)
      .toSorted(inOrderOfId)
      .flatMap(({ id }) =>
        work.people
          .flatMap(({ personId, deadlines }) =>
            deadlines.flatMap((part) => (part.row.id === id ? [{ ...part, giver: personId }] : [])),
          )
          .map((part) =>
            workOptions(asked, part, { members, carriers: byResponsibility.get(part.row.responsibilityId) ?? [] }),
          ),
      ),
  ];
  return items.flatMap((options, item) => options.map((option) => ({ ...option, item })));
};

/** What one percent of a responsibility asks of whom, by week, when `personId` holds it in that time; null for what stands still. */
type Flow = ReadonlyMap<PersonId | null, readonly number[]>;

const flowOf = (
  responsibility: ResponsibilityRow,
  { row, substitutes, personId }: { row: AssignmentRow; substitutes: Carrying; personId: PersonId },
  work: TeamWork,
): Flow => {
  const flow = new Map<PersonId | null, number[]>();
  const held: AssignmentRow = { ...row, personId, sharePercent: 1 };
  const carrying = { ...substitutes, assignments: [held, ...substitutes.assignments] };
  recurringPieces(responsibility, carrying, work, ({ week, carrier, parts }) => {
    const weeks = flow.get(carrier) ?? work.horizon.mondays.map(() => 0);
    weeks[week] = (weeks[week] ?? 0) + parts;
    flow.set(carrier, weeks);
  });
  return flow;
};

const shareOptions = (
  { snapshot, work, question }: Asked,
  given: AssignmentRow,
  { members, carriers }: People,
): Unnumbered[] => {
  const responsibility = snapshot.responsibility[given.responsibilityId];
  if (!responsibility || responsibility.closedOn !== null) return [];
  const delegations = Object.values(snapshot.delegation).filter((each) => each.responsibilityId === responsibility.id);
  const { from, until } = question.time;
  const away = delegations.filter(
    (each) => each.assignmentId === given.id && each.until > from && (until === null || each.from < until),
  );
  const available = away.reduce((share, each) => share - each.sharePercent, given.sharePercent);
  if (available <= 0) return [];
  const row = { ...given, from: given.from > from ? given.from : from, until };
  const standIns = carriers.filter(({ role }) => role === 'substitute');
  const substitutesWithout = (receiver: PersonId | null): Carrying => ({
    assignments: standIns.filter(({ personId }) => until !== null || personId !== receiver),
    delegations: delegations.filter((each) => standIns.some(({ id }) => id === each.assignmentId)),
  });
  const before = flowOf(responsibility, { row, substitutes: substitutesWithout(null), personId: given.personId }, work);
  const stretch = stretchOf(work.horizon, row);
  const weeks = work.horizon.mondays.flatMap((_, week) => ([...before.values()].some((of) => of[week]) ? [week] : []));
  if (weeks.length === 0) return [];
  const able = new Set(independentIn(snapshot, responsibility.id));
  const optionsOf = (receiver: PersonId | null): Unnumbered[] => {
    const after =
      receiver === null
        ? new Map()
        : flowOf(responsibility, { row, substitutes: substitutesWithout(receiver), personId: receiver }, work);
    const change = (carrier: PersonId | null, week: number): number =>
      (after.get(carrier)?.[week] ?? 0) - (before.get(carrier)?.[week] ?? 0);
    if (weeks.some((week) => change(null, week) > 0)) return [];
    const aPercent = [...new Set([...before.keys(), ...after.keys()])].flatMap((personId) =>
      weeks.flatMap((week): Effect[] => {
        const parts = change(personId, week);
        return personId === null || parts === 0 ? [] : [{ personId, first: 7 * week, last: 7 * week + 6, parts }];
      }),
    );
    if (until === null) aPercent.push(...workWith(given, receiver, { asked: { snapshot, work, question }, carriers }));
    return stepsOf(available).map((sharePercent) =>
      described(
        { responsibilityId: responsibility.id, assignmentId: given.id, workId: null, sharePercent },
        {
          giver: given.personId,
          receiver,
          available,
          aPercent,
          known: carriers.some((each) => each.personId === receiver) || (receiver !== null && able.has(receiver)),
        },
      ),
    );
  };
  // For a while nobody changes their role (rule R4.9).
  const standsIn = (personId: PersonId): boolean =>
    until !== null && standIns.some((each) => each.personId === personId);
  const receivers = members.filter(
    (personId) =>
      personId !== given.personId &&
      !standsIn(personId) &&
      question.able(personId, responsibility.id) &&
      weeks.every((week) => isThereIn(work.attendances.get(personId), week, stretch)),
  );
  return [...receivers, null].flatMap(optionsOf);
};

/** Work with a deadline that nobody took goes along for good with the share of who holds it then (rule W1.5). */
const workWith = (
  given: AssignmentRow,
  receiver: PersonId | null,
  { asked: { work, question }, carriers }: { asked: Asked; carriers: readonly AssignmentRow[] },
): Effect[] => {
  const held = carriers.reduce((sum, { role, sharePercent }) => (role === 'holder' ? sum + sharePercent : sum), 0);
  const mine = work.people.find(({ personId }) => personId === given.personId)?.deadlines ?? [];
  return mine.flatMap(({ row, first, last }): Effect[] => {
    const open = 100 - row.shares.reduce((sum, { percent }) => sum + percent, 0);
    if (row.responsibilityId !== given.responsibilityId || open <= 0 || last >= daysAhead) return [];
    const parts = Math.round(partsOf(row, open / held)[question.scenario]);
    return [
      { personId: given.personId, first, last, parts: -parts },
      ...(receiver === null ? [] : [{ personId: receiver, first, last, parts }]),
    ];
  });
};

/** Whether somebody works on at least one of the days of a week that lie in the stretch. */
const isThereIn = (
  attendance: Attendance | undefined,
  week: number,
  { first, end }: { first: number; end: number },
): boolean => {
  for (let day = Math.max(first, 7 * week); day < Math.min(end, 7 * week + 7); day += 1)
    if (attendance?.there[day] && attendance.weights[day]) return true;
  return false;
};
