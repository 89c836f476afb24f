import { DomainError } from '../errors.ts';
import type { DutyRow, DutySchedule, OccurrenceRow, RowChange } from '../feed.ts';
import { sameRow } from '../same-row.ts';
import { addDays } from '../dates.ts';
import type { LocalDate } from '../dates.ts';
import type { DutyId, ResponsibilityId } from '../ids.ts';
import { memberIn, newIn, openResponsibilityIn } from './facts.ts';
import type { DecisionContext, TeamFacts } from './facts.ts';
import { withExercise } from '../learning/exercise.ts';
import { occurrenceId } from './occurrence-id.ts';
import { stillRecurs } from './duty-end.ts';

/** What people write about a duty, and how it recurs from now on. */
export type DutyText = { title: string; schedule: Omit<DutySchedule, 'from'> };

const dutyIn = (facts: TeamFacts, id: DutyId): DutyRow => {
  const duty = facts.duty[id];
  if (!duty) throw new DomainError('notFound');
  return duty;
};

/** Throws `dutyEnded` when it does not recur any more by `today`. */
const activeDutyIn = (facts: TeamFacts, id: DutyId, today: LocalDate): DutyRow => {
  const duty = dutyIn(facts, id);
  openResponsibilityIn(facts, duty.responsibilityId);
  if (!stillRecurs(duty, today)) throw new DomainError('dutyEnded');
  return duty;
};

/**
 * A new recurring duty of an open responsibility, by anyone of the team (rule R3.5). Its first date is the first one that
 * the rule, counted from `start`, gives from today on. Throws `responsibilityClosed`, `notFound`, `badInput`.
 */
export const decideCreateDuty = (
  facts: TeamFacts,
  input: { responsibilityId: ResponsibilityId; dutyId: DutyId; text: DutyText },
  { today }: DecisionContext,
): RowChange[] => {
  openResponsibilityIn(facts, input.responsibilityId);
  newIn(facts, 'duty', [input.dutyId]);
  const { title, schedule } = input.text;
  const duty: DutyRow = {
    id: input.dutyId,
    responsibilityId: input.responsibilityId,
    title,
    schedules: [{ ...schedule, from: today }],
    endedOn: null,
    version: 1,
  };
  return [{ entity: 'duty', before: null, after: duty }];
};

/**
 * Another title or rule, from today on: what the old rule gave before today stays as it was (rule R3.6). On condition of
 * the version that was read. The same text changes nothing. Throws `changedMeanwhile`, `dutyEnded`, `notFound`.
 */
export const decideEditDuty = (
  facts: TeamFacts,
  input: { dutyId: DutyId; version: number; text: DutyText },
  { today }: DecisionContext,
): RowChange[] => {
  const before = activeDutyIn(facts, input.dutyId, today);
  if (before.version !== input.version) throw new DomainError('changedMeanwhile');
  const { title, schedule } = input.text;
  const latest = before.schedules.at(-1);
  const sameRule = latest !== undefined && sameRow({ ...latest, from: '' }, { ...schedule, from: '' });
  if (sameRule && title === before.title) return [];
  const schedules = sameRule
    ? before.schedules
    : [...before.schedules.filter(({ from }) => from < today), { ...schedule, from: today }];
  return [{ entity: 'duty', before, after: { ...before, title, schedules, version: before.version + 1 } }];
};

/** A duty no longer recurs from today on; what was done stays (rule R3.7). Ending it twice changes nothing. */
export const decideEndDuty = (facts: TeamFacts, input: { dutyId: DutyId }, { today }: DecisionContext): RowChange[] => {
  const before = dutyIn(facts, input.dutyId);
  if (before.endedOn !== null) return [];
  return [{ entity: 'duty', before, after: { ...before, endedOn: today, version: before.version + 1 } }];
};

/** A duty that ended recurs again by its last rule, from today on (rule R3.7). Throws `responsibilityClosed`, `notFound`. */
export const decideResumeDuty = (
  facts: TeamFacts,
  input: { dutyId: DutyId },
  { today }: DecisionContext,
): RowChange[] => {
  const before = dutyIn(facts, input.dutyId);
  openResponsibilityIn(facts, before.responsibilityId);
  if (before.endedOn === null) return [];
  const latest = before.schedules.at(-1);
  if (!latest) throw new DomainError('notFound');
  const { endedOn } = before;
  const earlier = before.schedules.filter(({ from }) => from < today);
  const resumed: DutySchedule[] =
    endedOn >= today
      ? before.schedules
      : [
          ...earlier.filter(({ from }) => from < endedOn),
          { ...latest, from: endedOn, rrule: '' },
          { ...latest, from: today },
        ];
  return [
    { entity: 'duty', before, after: { ...before, schedules: resumed, endedOn: null, version: before.version + 1 } },
  ];
};

/** Which date of which duty, as the rule gave it. The server refuses dates that the rule does not give (`occurrenceGone`). */
export type WhichOccurrence = { responsibilityId: ResponsibilityId; dutyId: DutyId; recurrenceDate: LocalDate };

const rowOf = (facts: TeamFacts, { dutyId, recurrenceDate }: WhichOccurrence): OccurrenceRow | null =>
  facts.occurrence[occurrenceId(dutyId, recurrenceDate)] ?? null;

/**
 * Somebody of the team did one date of a duty, or skipped it with a reason (rule R3.8), also ahead of its day and also when
 * it is somebody else's. Who comes second is told who was first. The same again by the same person changes nothing.
 * Throws `occurrenceSettled` (with `by`), `responsibilityClosed`, `notFound`, `notAMember`.
 */
export const decideSettleOccurrence = (
  facts: TeamFacts,
  input: WhichOccurrence & { state: 'done' | 'skipped'; reason: string },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const duty = dutyIn(facts, input.dutyId);
  openResponsibilityIn(facts, duty.responsibilityId);
  memberIn(facts, actorId);
  const before = rowOf(facts, input);
  const reason = input.state === 'skipped' ? input.reason : '';
  if (before && before.state !== 'open') {
    if (before.personId === actorId && before.state === input.state && before.reason === reason) return [];
    throw new DomainError('occurrenceSettled', { by: before.personId });
  }
  const after: OccurrenceRow = {
    ...newOccurrence(duty, input.recurrenceDate),
    movedTo: before?.movedTo ?? null,
    state: input.state,
    reason,
    personId: actorId,
    on: today,
  };
  return withExercise(facts, [{ entity: 'occurrence', before, after }], { today });
};

const newOccurrence = (
  { id, responsibilityId }: DutyRow,
  recurrenceDate: LocalDate,
): Pick<OccurrenceRow, 'id' | 'dutyId' | 'responsibilityId' | 'recurrenceDate'> => ({
  id: occurrenceId(id, recurrenceDate),
  dutyId: id,
  responsibilityId,
  recurrenceDate,
});

/** Days that a date moves ahead at most: less than a snapshot looks back, so that it stays in sight. */
const furthestMove = 90;

/** The last day to which a date of a duty can move (rule R3.9). */
export const lastMove = (recurrenceDate: LocalDate): LocalDate => addDays(recurrenceDate, furthestMove);

/** Whether a date of a duty can move to that day: one that can still come, and not far from its own (rule R3.9). */
export const mayMoveTo = (
  day: LocalDate,
  { recurrenceDate, today }: { recurrenceDate: LocalDate; today: LocalDate },
): boolean => day >= today && day <= lastMove(recurrenceDate);

/**
 * One date of a duty is due on another day, this once (rule R3.9); back to the day of the rule with null. Only what is not
 * settled moves, to a day that can still come and is not far from its own. Throws `occurrenceSettled` (with `by`),
 * `badInput` for another day, `dutyEnded`, `responsibilityClosed`, `notFound`.
 */
export const decideMoveOccurrence = (
  facts: TeamFacts,
  input: WhichOccurrence & { movedTo: LocalDate | null },
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const duty = activeDutyIn(facts, input.dutyId, today);
  memberIn(facts, actorId);
  const before = rowOf(facts, input);
  if (before && before.state !== 'open') throw new DomainError('occurrenceSettled', { by: before.personId });
  if ((before?.movedTo ?? null) === input.movedTo) return [];
  if (input.movedTo === null) return [{ entity: 'occurrence', before, after: null }];
  if (!mayMoveTo(input.movedTo, { recurrenceDate: input.recurrenceDate, today }))
    throw new DomainError('badInput', { field: 'movedTo' });
  const after: OccurrenceRow = {
    ...newOccurrence(duty, input.recurrenceDate),
    movedTo: input.movedTo,
    state: 'open',
    reason: '',
    personId: actorId,
    on: today,
  };
  return [{ entity: 'occurrence', before, after }];
};

/**
 * A date that was done or skipped is open again (rule R3.10), by anyone of the team: a tick by mistake is nobody's fault.
 * A date that was moved stays moved. What is open already changes nothing. Throws `notFound`.
 */
export const decideReopenOccurrence = (
  facts: TeamFacts,
  input: WhichOccurrence,
  { actorId, today }: DecisionContext,
): RowChange[] => {
  const duty = dutyIn(facts, input.dutyId);
  openResponsibilityIn(facts, duty.responsibilityId);
  memberIn(facts, actorId);
  const before = rowOf(facts, input);
  if (!before || before.state === 'open') return [];
  if (before.movedTo === null) return [{ entity: 'occurrence', before, after: null }];
  return [
    { entity: 'occurrence', before, after: { ...before, state: 'open', reason: '', personId: actorId, on: today } },
  ];
};
